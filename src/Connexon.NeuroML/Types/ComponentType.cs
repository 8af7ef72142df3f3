namespace Connexon.NeuroML;

/// <summary>A place for child components.</summary>
/// <param name="Name">Its name, by which expressions and paths find the children.</param>
/// <param name="Type">The type that children must have.</param>
/// <param name="Many">True if there may be several.</param>
internal sealed record Slot(string Name, string Type, bool Many);

/// <summary>Events of one component reach another: paths from the component that says so, or "this" or "parent".</summary>
internal sealed record Relay(string From, string To);

/// <summary>A LEMS ComponentType: what its components have and how they behave.</summary>
internal sealed class ComponentType(string name, string? basis, Place place)
{
    public string Name => name;

    /// <summary>The type that this one extends.</summary>
    public string? Base => basis;
    public Place Place => place;

    /// <summary>Everything that has a name and a value, except what <see cref="Dynamics"/> holds.</summary>
    public Dictionary<string, Member> Members { get; } = [];
    public Dictionary<string, Dimension> Exposures { get; } = [];

    /// <summary>Parameters that the type itself sets.</summary>
    public Dictionary<string, string> Fixed { get; } = [];

    /// <summary>Attributes that are text, paths or links.</summary>
    public HashSet<string> Texts { get; } = [];

    /// <summary>Attributes that name another component.</summary>
    public HashSet<string> References { get; } = [];

    /// <summary>References whose component becomes a child.</summary>
    public HashSet<string> Instances { get; } = [];

    /// <summary>Names by which the other end of a connection is known.</summary>
    public HashSet<string> Peers { get; } = [];
    public Dictionary<string, Slot> Slots { get; } = [];

    /// <summary>Where connections and inputs attach.</summary>
    public Dictionary<string, Slot> Attachments { get; } = [];
    public HashSet<string> InPorts { get; } = [];
    public HashSet<string> OutPorts { get; } = [];
    public List<Relay> Relays { get; } = [];
    public Dynamics? Dynamics { get; set; }

    /// <summary>The names of this type and all that it extends.</summary>
    public HashSet<string> Family { get; } = [name];

    /// <summary>True if this is a kind of the type of that name.</summary>
    public bool Is(string type) => Family.Contains(type);

    /// <summary>A member by its name, dynamic variables included.</summary>
    public Member? Find(string member) => _all.GetValueOrDefault(member);

    /// <summary>True for a name that is declared as a state and derived all the same: what is set of it has no effect.</summary>
    public bool IsDerivedState(string member) =>
        Find(member) is DerivedMember && Dynamics?.Members.Any(m => m is StateMember && m.Name == member) == true;

    /// <summary>Every member's name.</summary>
    public IEnumerable<string> Names => _all.Keys;

    private readonly Dictionary<string, Member> _all = [];

    /// <summary>This type with what it inherits.</summary>
    public ComponentType Over(ComponentType? parent)
    {
        var whole = new ComponentType(name, basis, place) { Dynamics = Dynamics ?? parent?.Dynamics };
        foreach (ComponentType part in parent is null ? [this] : new[] { parent, this })
        {
            foreach (Member m in part.Members.Values) whole.Members[m.Name] = m;
            foreach (var (key, value) in part.Exposures) whole.Exposures[key] = value;
            foreach (var (key, value) in part.Fixed) whole.Fixed[key] = value;
            foreach (var (key, value) in part.Slots) whole.Slots[key] = value;
            foreach (var (key, value) in part.Attachments) whole.Attachments[key] = value;
            whole.Texts.UnionWith(part.Texts);
            whole.References.UnionWith(part.References);
            whole.Instances.UnionWith(part.Instances);
            whole.Peers.UnionWith(part.Peers);
            whole.InPorts.UnionWith(part.InPorts);
            whole.OutPorts.UnionWith(part.OutPorts);
            whole.Relays.AddRange(part.Relays);
            whole.Family.UnionWith(part.Family);
        }
        foreach (Member m in whole.Members.Values) whole._all[m.Name] = m;
        foreach (Member m in whole.Dynamics?.Members ?? []) whole.Learn(m);
        return whole;
    }

    // A name may be declared as a state and derived all the same; then the derived value counts.
    private void Learn(Member m)
    {
        if (m is StateMember && _all.GetValueOrDefault(m.Name) is DerivedMember { Place: var before }
            && before.File == m.Place.File) return;
        if (m is DerivedMember { Dimension: null } d && Exposures.TryGetValue(m.Name, out Dimension exposed))
            m = d with { Dimension = exposed };
        _all[m.Name] = m;
    }
}
