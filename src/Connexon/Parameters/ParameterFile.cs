using System.IO.Compression;

namespace Connexon;

/// <summary>Parameters in a file of numpy.savez: an array for each entry, and two of text: their names and their units.</summary>
internal static class ParameterFile
{
    private const string Names = "names", Units = "units";

    public static void Write(string path, IReadOnlyList<ParameterEntry> entries) => WholeFile.Write(path, draft =>
    {
        using FileStream stream = File.Create(draft);
        using var file = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (ParameterEntry e in entries)
        {
            int[] shape = e.Values.Uniform is not null ? [] : e.Members > 1 ? [e.Members, e.Count] : [e.Count];
            Add(file, e.FullName, s => NpyArray.Write(s, shape, Numbers(e)));
        }
        Add(file, Names, s => NpyArray.Write(s, [.. entries.Select(e => e.FullName)]));
        Add(file, Units, s => NpyArray.Write(s, [.. entries.Select(e => e.Dimension.Unit)]));
    });

    public static IEnumerable<ParameterEntry> Read(string path, IReadOnlyList<ParameterEntry> entries)
    {
        Dictionary<string, NpyArray> arrays = Arrays(path);
        var units = new Dictionary<string, string>();
        if (arrays.Remove(Names, out NpyArray? names) & arrays.Remove(Units, out NpyArray? given))
            for (int k = 0; k < Math.Min(names!.Text.Length, given!.Text.Length); k++) units[names.Text[k]] = given.Text[k];
        var problems = new List<string>();
        Dictionary<string, int> known = entries.Select((e, k) => (e.FullName, k)).ToDictionary(e => e.FullName, e => e.k);
        ParameterEntry[] read = [.. entries];
        foreach (var (name, array) in arrays)
        {
            if (!known.TryGetValue(name, out int k)) problems.Add($"'{name}' is not a parameter of this network.");
            else if (units.TryGetValue(name, out string? unit) && unit != entries[k].Dimension.Unit)
                problems.Add($"'{name}' is in '{unit}', but '{entries[k].Dimension.Unit}' is needed.");
            else if (array.Numbers.Length == 0 && array.Text.Length > 0) problems.Add($"'{name}' holds text, where numbers are needed.");
            else if (ValuesOf(array, entries[k]) is not { } values)
                problems.Add($"'{name}' has the shape ({string.Join(", ", array.Shape)}): "
                    + $"legal are (), ({entries[k].Count}) and (members, {entries[k].Count}).");
            else read[k] = entries[k] with { Values = values };
        }
        return problems.Count == 0 ? read : throw new FormatException($"{path} does not fit: {string.Join(' ', problems)}");
    }

    private static Dictionary<string, NpyArray> Arrays(string path)
    {
        try
        {
            using ZipArchive file = ZipFile.OpenRead(path);
            var arrays = new Dictionary<string, NpyArray>();
            foreach (ZipArchiveEntry e in file.Entries)
            {
                using Stream s = e.Open();
                if (!arrays.TryAdd(NameOf(e.FullName), NpyArray.Read(s))) throw new FormatException($"'{e.FullName}' is there twice.");
            }
            return arrays;
        }
        // What the framework throws at damaged archives is of many types.
        catch (Exception e) when (e is not (FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException
            or OutOfMemoryException))
        {
            throw new FormatException($"{path} is no file of parameters (.npz, as Parameters.Save and numpy.savez write): {e.Message}");
        }
    }

    private static string NameOf(string file) => file.EndsWith(".npy", StringComparison.Ordinal) ? file[..^4] : file;

    private static InitialValues? ValuesOf(NpyArray array, ParameterEntry e) => array.Shape switch
    {
        [] => new OneValue(array.Numbers[0]) { Dimension = e.Dimension },
        [var n] when n == e.Count => new ArrayValues(array.Numbers) { Dimension = e.Dimension },
        [> 0, var n] when n == e.Count => new BatchValues(array.Numbers, n) { Dimension = e.Dimension },
        _ => null,
    };

    private static double[] Numbers(ParameterEntry e) => e.Values.Uniform is { } one ? [one]
        : [.. Enumerable.Range(0, e.Members).SelectMany(b => e.Values.All(e.Count, b, default))];

    private static void Add(ZipArchive file, string name, Action<Stream> write)
    {
        using Stream s = file.CreateEntry(name + ".npy").Open();
        write(s);
    }
}
