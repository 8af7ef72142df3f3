namespace Connexon.NeuroML;

/// <summary>A component: a type with its values, and the components within it.</summary>
internal sealed class Component(ComponentType type, Element source)
{
    private readonly List<(string Slot, Component Child)> _children = [];

    public string Id => Source.Id ?? Source.Name;
    public ComponentType Type => type;
    public Element Source => source;
    public IReadOnlyList<(string Slot, Component Child)> Children => _children;

    /// <summary>The component whose values count where this one gives none (extends).</summary>
    public Component? Prototype { get; init; }

    public void Add(string slot, Component child) => _children.Add((slot, child));

    /// <summary>A text, path or reference; null where it is not given.</summary>
    public string? Text(string name) => Source[name] ?? Prototype?.Text(name)
        ?? (type.Fixed.TryGetValue(name, out string? value) ? value : null);

    /// <summary>The value of a parameter.</summary>
    /// <exception cref="NeuroMLException">It is not given, or has another dimension.</exception>
    public Quantity Value(ParameterMember parameter, LemsUnits units)
    {
        if (Text(parameter.Name) is { } text) return units.Parse(text, parameter.Dimension, parameter.Name, Source.Place);
        return parameter.Default
            ?? throw Source.Wrong($"{this} needs the attribute '{parameter.Name}', {parameter.Dimension}: "
                + $"{type.Name} has no default for it.");
    }

    /// <summary>"&lt;iafCell id="iaf"&gt;", with the type where the element does not say it.</summary>
    public override string ToString() => Source.Name == type.Name ? $"{Source}" : $"{Source} of type {type.Name}";
}
