using System.Runtime.InteropServices;

namespace Connexon.Tables;

/// <summary>Sorts rows by the type they give, and counts them.</summary>
internal sealed class TableTypes(IReadOnlyList<string>? electrical)
{
    public enum Kind { Electrical, Neuromuscular, Other }

    private static readonly string[] Known =
        ["electrical", "electrical synapse", "EJ", "GJ", "gap", "gap junction", "gap junctions", "Generic_GJ"];

    private readonly HashSet<string> _electrical = [.. (electrical ?? Known).Select(Spelling.Plain)];
    private readonly Dictionary<string, (Kind Kind, int Rows)> _seen = [];
    private readonly List<string> _order = [];

    public Kind Add(ReadOnlySpan<char> type)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _seen.GetAlternateLookup<ReadOnlySpan<char>>(), type, out bool known);
        if (!known)
        {
            string word = type.ToString(), plain = Spelling.Plain(word);
            _order.Add(word);
            entry.Kind = _electrical.Contains(plain) ? Kind.Electrical : plain is "nmj" ? Kind.Neuromuscular : Kind.Other;
        }
        entry.Rows++;
        return entry.Kind;
    }

    /// <summary>The types that are not electrical, in order of appearance, with their rows.</summary>
    public IReadOnlyDictionary<string, int> Others()
        => new OrderedDictionary<string, int>(
            _order.Where(t => _seen[t].Kind != Kind.Electrical).Select(t => KeyValuePair.Create(t, _seen[t].Rows)));

    /// <summary>The types that are taken as electrical, for a message.</summary>
    public string Legal => string.Join(", ", (electrical ?? Known).Select(t => $"'{t}'"));
}
