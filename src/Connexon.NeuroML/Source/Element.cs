namespace Connexon.NeuroML;

/// <summary>An XML element: its local name, attributes and children, and where it stands. Notes, annotations and comments are left
/// out.</summary>
internal sealed class Element(string name, string file, int line, string[] attributeNames, string[] attributeValues)
{
    private static readonly Element[] None = [];
    private List<Element>? _children;

    public string Name => name;
    public Place Place => new(file, line);
    public IReadOnlyList<Element> Children => _children ?? (IReadOnlyList<Element>)None;

    /// <summary>Attributes in the order of the file, without namespace declarations and prefixed ones.</summary>
    public IEnumerable<(string Name, string Value)> Attributes => attributeNames.Zip(attributeValues);

    /// <summary>The beginning of text that stands where only elements belong.</summary>
    public string? StrayText { get; set; }

    /// <summary>The value of an attribute, without blanks around it; null where there is none.</summary>
    public string? this[string attribute]
    {
        get
        {
            int i = Array.IndexOf(attributeNames, attribute);
            return i < 0 ? null : attributeValues[i];
        }
    }

    public string? Id => this["id"];

    public void Add(Element child) => (_children ??= []).Add(child);

    /// <summary>The value of an attribute that must be there.</summary>
    public string Required(string attribute) =>
        this[attribute] ?? throw Wrong($"<{name}> needs the attribute '{attribute}'. "
            + $"It has: {string.Join(", ", attributeNames.DefaultIfEmpty("none"))}.");

    public NeuroMLException Wrong(string problem) => new(Place, problem);

    /// <summary>"&lt;cell id="LP"&gt;".</summary>
    public override string ToString() => Id is { } id ? $"<{name} id=\"{id}\">" : $"<{name}>";
}
