namespace Connexon.NeuroML;

/// <summary>The types that NeuroML 2 defines, in the product's own definitions of the same equations.</summary>
internal static class OwnTypes
{
    /// <summary>Names of files that stand for NeuroML's own types: they are answered from here and never read from disk.</summary>
    private static readonly HashSet<string> Files = new(StringComparer.OrdinalIgnoreCase)
    {
        "NeuroML2CoreTypes.xml", "NeuroMLCoreDimensions.xml", "NeuroMLCoreCompTypes.xml", "Cells.xml", "Channels.xml", "Synapses.xml",
            "Inputs.xml",
        "Networks.xml", "PyNN.xml", "Simulation.xml",
    };

    /// <summary>True if a file of that name is one of NeuroML's own.</summary>
    public static bool IsOwn(string path) => Files.Contains(Path.GetFileName(path.Replace('\\', '/')));

    /// <summary>True for a place in the product's own definitions, which no user has.</summary>
    public static bool Define(Place place) => place.File.EndsWith(".types", StringComparison.Ordinal);

    /// <summary>All types, read anew, for a document may replace some.</summary>
    public static TypeTable Load()
    {
        var table = new TypeTable();
        var units = new LemsUnits();
        var assembly = typeof(OwnTypes).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".types", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            foreach (ComponentType type in new NotationReader(units, name).Read(Lines(text)))
                if (!table.Add(type))
                    throw new NeuroMLException(type.Place, $"component type '{type.Name}' is defined twice.");
        }
        return table;
    }

    private static IEnumerable<string> Lines(StreamReader text)
    {
        while (text.ReadLine() is { } line) yield return line;
    }
}
