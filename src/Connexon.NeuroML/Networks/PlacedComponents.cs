namespace Connexon.NeuroML;

/// <summary>The components that a network uses, each flattened once.</summary>
internal sealed class PlacedComponents(LemsDocument document, Flattener flattener, Instance surroundings)
{
    private readonly Dictionary<string, FlatComponent> _known = [];

    /// <summary>The component that an attribute of an element names.</summary>
    public FlatComponent Of(Element user, string attribute) => Named(user.Required(attribute), user, attribute);

    /// <summary>The component of an id.</summary>
    public FlatComponent Named(string id, Element user, string attribute)
    {
        if (_known.TryGetValue(id, out FlatComponent? known)) return known;
        FlatComponent flat = flattener.Flatten(document.Component(id, user, attribute), surroundings);
        _known.Add(id, flat);
        return flat;
    }
}
