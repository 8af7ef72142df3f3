namespace Connexon.NeuroML;

/// <summary>A component in its place: within what, under which path, with which children.</summary>
internal sealed class Instance(Component component, Instance? parent, string path)
{
    private static readonly List<Instance> None = [];
    private readonly Dictionary<string, List<Instance>> _slots = [];

    public Component Component => component;
    public ComponentType Type => component.Type;
    public Instance? Parent => parent;

    /// <summary>Where it is below the root, ending in "/"; empty for the root.</summary>
    public string Path => path;

    public IEnumerable<Instance> Children => _slots.Values.SelectMany(s => s);

    public IReadOnlyList<Instance> In(string slot) => _slots.GetValueOrDefault(slot, None);

    /// <summary>A child by slot or by id.</summary>
    public Instance? Child(string name) =>
        _slots.TryGetValue(name, out List<Instance>? there) && there.Count > 0 ? there[0]
        : Children.FirstOrDefault(c => c.Component.Id == name);

    public void Add(string slot, Instance child)
    {
        if (_slots.TryGetValue(slot, out List<Instance>? there)) there.Add(child);
        else _slots.Add(slot, [child]);
    }

    /// <summary>This and everything within it.</summary>
    public IEnumerable<Instance> All() => Children.SelectMany(c => c.All()).Prepend(this);
}

/// <summary>What a name stands for in the flat equations.</summary>
internal readonly record struct Value(Expr Expr, Dimension Dimension);
