namespace Connexon.NeuroML;

/// <summary>Everything that a file and its includes define, before anything is built from it.</summary>
internal sealed class LemsDocument
{
    private const int MostInARow = 300;
    private readonly Dictionary<string, Element> _elements = [];
    private readonly Dictionary<string, Component> _components = [];
    private readonly HashSet<string> _building = [];

    public LemsUnits Units { get; } = new();
    public TypeTable Types { get; } = OwnTypes.Load();
    public ReadReport Report { get; } = new();

    /// <summary>Components at the top of a file, in order.</summary>
    public IEnumerable<Element> Elements => _elements.Values;

    /// <summary>The &lt;Target&gt; element, which says what to run.</summary>
    public Element? Target { get; set; }

    /// <summary>The file that was asked for.</summary>
    public required Place Start { get; init; }

    /// <summary>Adds a component at the top of a file.</summary>
    /// <exception cref="NeuroMLException">There is another of the same id.</exception>
    public void Add(Element e)
    {
        if (e.Id is not { } id)
        {
            Report.Add(ReadAction.Dropped, $"<{e.Name}> at the top of a file has no id and no effect", e.Place);
            return;
        }
        if (_elements.TryAdd(id, e)) return;
        Element first = _elements[id];
        if (!ElementEquality.Same(first, e))
            throw e.Wrong($"{e} is defined twice with different content: first at {first.Place}. "
                + "Rename one, or remove the include that brings it.");
        Report.Add(ReadAction.Merged, $"{e} is defined twice alike", e.Place);
    }

    /// <summary>The component of that id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="user">The element that names it, for the message.</param>
    /// <param name="attribute">The attribute that names it.</param>
    public Component Component(string id, Element user, string attribute)
    {
        if (_components.TryGetValue(id, out Component? known)) return known;
        if (!_elements.TryGetValue(id, out Element? e))
            throw user.Wrong($"{user} has {attribute}=\"{id}\", but no component has that id.{DidYouMean.Among(_elements.Keys, id)} "
                + "Include the file that defines it.");
        if (!_building.Add(id)) throw e.Wrong($"{e} contains itself.");
        if (_building.Count > MostInARow)
            throw e.Wrong($"{e} is the last of more than {MostInARow} components of which each extends, or holds, the next.");
        Component component = new ComponentReader(this).Read(e);
        _building.Remove(id);
        _components.Add(id, component);
        return component;
    }

    /// <summary>The type of a top-level element: its 'type' attribute, its tag, or that of the component that it extends.</summary>
    public ComponentType TypeOf(Element e)
    {
        if (e.Name == "Component" && e["type"] is null && e["extends"] is { } prototype) return Component(prototype, e, "extends").Type;
        string name = e["type"] ?? e.Name;
        return Types.Find(name)
            ?? throw e.Wrong($"{e}: '{name}' is not a component type.{DidYouMean.Among(Types.Names, name)} "
                + "Include the file that defines it.");
    }
}
