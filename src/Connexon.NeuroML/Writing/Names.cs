namespace Connexon.NeuroML;

/// <summary>Names that a file may use, each given once.</summary>
/// <param name="reserved">Names that mean something else there.</param>
internal sealed class Names(IEnumerable<string> reserved)
{
    private readonly HashSet<string> _taken = [.. reserved];
    private readonly Dictionary<string, int> _last = []; // the number that a name was last given with

    /// <summary>Names within a type that LEMS, NeuroML or the reader give a meaning.</summary>
    public static Names OfType() =>
        new(
        [
            "t", "id", "type", "name", "extends", "neuroLexId", "metaid", "regime",
            "weight", "synapses", "spike", "random", "this", "parent",
        ]);

    /// <summary>A name like the one wanted, legal and not yet taken.</summary>
    public string Take(string wanted)
    {
        string legal = Legal(wanted), free = legal;
        for (int k = _last.GetValueOrDefault(legal, 2); !_taken.Add(free); k++) (free, _last[legal]) = ($"{legal}_{k}", k);
        return free;
    }

    /// <summary>The name with what the schema does not allow in one replaced.</summary>
    public static string Legal(string name)
    {
        string legal = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '_'));
        return legal.Length > 0 && !char.IsAsciiDigit(legal[0]) ? legal : "_" + legal;
    }
}
