namespace Connexon.NeuroML;

/// <summary>All component types that a document knows: NeuroML's and its own.</summary>
internal sealed class TypeTable
{
    private readonly Dictionary<string, ComponentType> _written = [];
    private readonly Dictionary<string, ComponentType> _whole = [];

    /// <summary>Adds a type. One of the same name is replaced if it is NeuroML's own; a file may not define a name twice.</summary>
    /// <returns>False if the name was there already.</returns>
    public bool Add(ComponentType type) => _written.TryAdd(type.Name, type);

    /// <summary>Replaces a type.</summary>
    public void Replace(ComponentType type) => _written[type.Name] = type;

    public bool Contains(string name) => _written.ContainsKey(name);

    /// <summary>The names of all types.</summary>
    public IEnumerable<string> Names => _written.Keys;

    /// <summary>Where a type is defined.</summary>
    public Place PlaceOf(string name) => _written[name].Place;

    /// <summary>The type of that name with all that it inherits; null if there is none.</summary>
    /// <exception cref="NeuroMLException">It extends an unknown type, or itself.</exception>
    public ComponentType? Find(string name) => _written.ContainsKey(name) ? Whole(name, []) : null;

    private ComponentType Whole(string name, List<string> below)
    {
        if (_whole.TryGetValue(name, out ComponentType? known)) return known;
        ComponentType type = _written[name];
        if (below.Contains(name))
            throw new NeuroMLException(type.Place,
                $"component type '{name}' extends itself: {string.Join(" extends ", [.. below, name])}.");
        if (below.Count > 100) throw new NeuroMLException(type.Place,
            $"component type '{below[0]}' extends more than 100 others in a row.");
        if (type.Base is { } b && !_written.ContainsKey(b))
            throw new NeuroMLException(type.Place,
                $"component type '{name}' extends '{b}', which is not defined.{DidYouMean.Among(Names, b)} "
                + "Include the file that defines it.");
        ComponentType whole = type.Over(type.Base is { } basis ? Whole(basis, [.. below, name]) : null);
        _whole[name] = whole;
        return whole;
    }
}
