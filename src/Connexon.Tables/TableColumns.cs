namespace Connexon.Tables;

/// <summary>The header, and which column holds what; Type and Weight are -1 if the table has none.</summary>
internal sealed record TableColumns(string[] Header, int Pre, int Post, int Type, int Weight)
{
    // The spellings of published tables: White 1986 and Witvliet 2021 (pre, post, type, synapses), Varshney 2011 (Neuron 1, Neuron 2,
    // Type, Nbr), Cook 2019 (Source, Target, Weight, Type), WormAtlas (Origin, Target, Type, Number of Connections).
    private static readonly string[] PreNames =
        ["pre", "pre cell", "presynaptic", "neuron 1", "cell 1", "cell a", "source", "origin", "from"];
    private static readonly string[] PostNames =
        ["post", "post cell", "postsynaptic", "neuron 2", "cell 2", "cell b", "target", "to"];
    private static readonly string[] TypeNames = ["type", "synapse type"];
    private static readonly string[] WeightNames =
        ["synapses", "nbr", "weight", "junctions", "count", "number", "number of connections"];

    /// <summary>Finds the columns in the header, the current row.</summary>
    public static TableColumns Find(TableRows header, string path, TableOptions options)
    {
        var names = new string[header.Fields];
        for (int i = 0; i < names.Length; i++) names[i] = header.Field(i).ToString();
        var missing = new List<string>();
        int Seek(string role, string option, string? asked, string[] known, bool required = true)
        {
            var wanted = (asked is null ? known : [asked]).Select(Spelling.Plain).ToHashSet();
            int[] found = [.. Enumerable.Range(0, names.Length).Where(i => wanted.Contains(Spelling.Plain(names[i])))];
            if (found.Length > 1)
                throw new TableException(path, header.Line,
                    $"columns {List(found.Select(i => names[i]))} may each be {role}; " +
                    (asked is null ? $"say which with TableOptions.{option}" : "give each column a name of its own"));
            if (found.Length == 1) return found[0];
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
                "Rename the columns or name them with TableOptions.");
        return new TableColumns(names, pre, post, type, weight);
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"'{n}'"));
}
