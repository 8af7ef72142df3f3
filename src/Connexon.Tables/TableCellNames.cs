using System.Runtime.InteropServices;

namespace Connexon.Tables;

/// <summary>The cells of a table in the order in which they are met, each with a number.</summary>
internal sealed class TableCellNames
{
    private readonly Dictionary<string, int> _ids = [];

    public List<string> Names { get; } = [];

    /// <summary>The number of a cell, which is added if it is new.</summary>
    public int Add(ReadOnlySpan<char> name)
    {
        ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _ids.GetAlternateLookup<ReadOnlySpan<char>>(), name, out bool known);
        if (!known)
        {
            id = Names.Count;
            Names.Add(name.ToString());
        }
        return id;
    }
}
