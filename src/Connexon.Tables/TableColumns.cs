namespace Connexon.Tables;

/// <summary>Which column of a list holds what; Type and Weight are -1 if the table has none.</summary>
/// <param name="Header">The names of the columns; null where the first row is a pair.</param>
/// <param name="Width">How many columns the first row has.</param>
/// <param name="Pre">The column of the first cell.</param>
/// <param name="Post">That of the second.</param>
/// <param name="Type">That of the kind of connection.</param>
/// <param name="Weight">That of the number of junctions.</param>
internal sealed record TableColumns(string[]? Header, int Width, int Pre, int Post, int Type, int Weight)
{
    // The spellings of published tables: White 1986 and Witvliet 2021 (pre, post, type, synapses), Varshney 2011 (Neuron 1, Neuron 2,
    // Type, Nbr), Cook 2019 (Source, Target, Weight, Type), WormAtlas (Origin, Target, Type, Number of Connections).
    public static readonly string[] PreNames =
        ["pre", "pre cell", "presynaptic", "neuron 1", "cell 1", "cell a", "source", "origin", "from"];
    public static readonly string[] PostNames =
        ["post", "post cell", "postsynaptic", "neuron 2", "cell 2", "cell b", "target", "to"];
    public static readonly string[] TypeNames = ["type", "synapse type"];
    public static readonly string[] WeightNames =
        ["synapses", "nbr", "weight", "junctions", "count", "number", "number of connections"];

    private static readonly HashSet<string> Pres = Plain(PreNames), Posts = Plain(PostNames),
        Known = [.. Pres, .. Posts, .. Plain(TypeNames), .. Plain(WeightNames)];

    /// <summary>How a column is called in messages: by its name, or its number from 1.</summary>
    public string Title(int column) => Header is null ? $"{column + 1}" : $"'{Header[column]}'";

    /// <summary>The columns that are read, as a note.</summary>
    public string Note
    {
        get
        {
            var read = new[] { Pre, Post, Type, Weight }.Where(c => c >= 0).Select(Title);
            return Header is null ? $"no header: columns {string.Join(", ", read)}" : $"columns {string.Join(", ", read)}";
        }
    }

    /// <summary>Whether a row has a name of columns that is known.</summary>
    public static bool KnowsAny(TableRow row) => row.Fields.Any(f => Known.Contains(Spelling.Plain(f)));

    /// <summary>Whether a row names a first cell and a second.</summary>
    public static bool NamesPair(TableRow row) => row.Fields.Any(f => Pres.Contains(Spelling.Plain(f)))
        && row.Fields.Any(f => Posts.Contains(Spelling.Plain(f)));

    /// <summary>Finds the columns by the names in a header, or by their numbers where they are asked for so.</summary>
    public static TableColumns Find(TableRow header, string path, TableOptions options)
    {
        string[] names = header.Fields;
        var missing = new List<string>();
        int Seek(string role, string option, string? asked, string[] known, bool required = true)
        {
            HashSet<string> wanted = Plain(asked is null ? known : [asked]);
            int[] found = [.. Enumerable.Range(0, names.Length).Where(i => wanted.Contains(Spelling.Plain(names[i])))];
            if (found.Length > 1)
                throw new TableException(path, header.Line,
                    $"columns {List(found.Select(i => names[i]))} may each be {role}; " +
                    (asked is null ? $"say which with TableOptions.{option}" : "give each column a name of its own"));
            if (found.Length == 1) return found[0];
            if (Number(asked, names.Length) is { } column) return column;
            if (required || asked is not null)
                missing.Add($"{role} ({option}: {(asked is null ? string.Join(", ", known) : $"'{asked}' was asked for")})");
            return -1;
        }
        int pre = Seek("the first cell", nameof(options.PreColumn), options.PreColumn, PreNames);
        int post = Seek("the second cell", nameof(options.PostColumn), options.PostColumn, PostNames);
        int type = Seek("the type", nameof(options.TypeColumn), options.TypeColumn, TypeNames, required: options.Types is not null);
        // A bare list of pairs has one junction a row; with any column more, that column may be the count under another name.
        bool bare = pre >= 0 && post >= 0 && names.Count(n => n != "") == (type < 0 ? 2 : 3);
        int weight = Seek("the junction count", nameof(options.WeightColumn), options.WeightColumn, WeightNames, required: !bare);
        if (missing.Count > 0)
            throw new TableException(path, header.Line,
                $"the header has no column for {string.Join("; nor for ", missing)}. Found: {List(names)}. " +
                "Rename the columns, name or number them with TableOptions, or say TableOptions.Header = false where this row is a pair.");
        return new TableColumns(names, names.Length, pre, post, type, weight);
    }

    /// <summary>The column of a number from 1; null for what is none of so many columns.</summary>
    public static int? Number(string? asked, int columns) => int.TryParse(asked, out int n) && n >= 1 && n <= columns ? n - 1 : null;

    public static string List(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"'{n}'"));

    private static HashSet<string> Plain(IEnumerable<string> names) => [.. names.Select(Spelling.Plain)];
}
