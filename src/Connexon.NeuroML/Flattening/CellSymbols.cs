namespace Connexon.NeuroML;

/// <summary>
/// How equations that are put on a cell name what they read of cells: "v" and "peer/v" as types have it, "cell/x" and "peer/x" for a
/// state by its path in the cell.
/// </summary>
internal static class CellSymbols
{
    private const string Own = "cell/", Peer = "peer/";

    /// <summary>True for what is of the cell at the other end.</summary>
    public static bool IsOfPeer(Symbol read) => read.Name.StartsWith(Peer, StringComparison.Ordinal);

    /// <summary>What of the cell it is.</summary>
    public static string PathOf(Symbol read) =>
        IsOfPeer(read) ? read.Name[Peer.Length..]
            : read.Name.StartsWith(Own, StringComparison.Ordinal) ? read.Name[Own.Length..] : read.Name;

    /// <summary>The symbol of something of a cell's.</summary>
    /// <param name="kind">What it is where it is read.</param>
    /// <param name="ofPeer">Whether it is of the cell at the other end.</param>
    /// <param name="own">What it is in the cell.</param>
    public static Symbol Of(SymbolKind kind, bool ofPeer, Symbol own) => new(kind, (ofPeer ? Peer : Own) + own.Name, own.Dimension);

    /// <summary>The name of what an InstanceRequirement's path asks for.</summary>
    public static string OfPeer(string path) => Peer + path;
}
