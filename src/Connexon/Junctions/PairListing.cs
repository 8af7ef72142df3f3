namespace Connexon;

/// <summary>What a list of junctions holds beside plain pairs.</summary>
/// <param name="Junctions">Entries as listed.</param>
/// <param name="Pairs">Distinct unordered pairs of different neurons.</param>
/// <param name="Duplicates">Entries that repeat an earlier one in the same direction.</param>
/// <param name="Mirrored">Entries (j, i) of a pair first listed as (i, j).</param>
/// <param name="SelfPairs">Entries that join a neuron to itself; they carry nothing.</param>
public sealed record ListingReport(int Junctions, int Pairs, int Duplicates, int Mirrored, int SelfPairs)
{
    /// <summary>True if every entry is a pair of its own.</summary>
    public bool IsPlain => Duplicates + Mirrored + SelfPairs == 0;

    /// <summary>As a sentence: "6 junctions of 5 pairs: 1 listed again in the other direction".</summary>
    public override string ToString()
    {
        (int Count, string Words)[] odd = [(Duplicates, "listed again"), (Mirrored, "listed again in the other direction"),
            (SelfPairs, "of a neuron with itself, which carry nothing")];
        return $"{Counted.Of(Junctions, "junction")} of {Counted.Of(Pairs, "pair")}"
            + (IsPlain ? ", each listed once" : ": " + string.Join(", ", odd.Where(o => o.Count > 0).Select(o => $"{o.Count} {o.Words}")));
    }
}

/// <summary>Finds the pairs that a list of junctions names more than once, and applies the policy for them.</summary>
internal sealed class PairListing
{
    private readonly int[] _pre, _post;
    private readonly InitialValues _toPost, _toPre;
    private readonly bool _within;
    private readonly Dimension _dimension;
    private readonly int[] _first; // for each entry: the entry that first named its pair; -1 for a self pair

    public PairListing(int[] pre, int[] post, bool within, Dimension dimension, InitialValues toPost, InitialValues toPre)
    {
        (_pre, _post, _within, _dimension, _toPost, _toPre) = ([.. pre], [.. post], within, dimension, toPost, toPre);
        _first = new int[pre.Length];
        var seen = new Dictionary<(int, int), int>(pre.Length);
        int duplicates = 0, mirrored = 0, self = 0;
        for (int k = 0; k < pre.Length; k++)
        {
            if (IsSelf(k))
            {
                _first[k] = -1;
                self++;
                continue;
            }
            var pair = within && post[k] < pre[k] ? (post[k], pre[k]) : (pre[k], post[k]);
            if (seen.TryAdd(pair, k))
            {
                _first[k] = k;
                continue;
            }
            int first = _first[k] = seen[pair];
            if (pre[first] == pre[k]) duplicates++;
            else mirrored++;
        }
        Report = new ListingReport(pre.Length, seen.Count, duplicates, mirrored, self);
    }

    public ListingReport Report { get; }

    public (int[] Pre, int[] Post, InitialValues ToPost, InitialValues ToPre) Apply(Listing listing)
    {
        if (listing == Listing.AsListed || Report.IsPlain) return (_pre, _post, _toPost, _toPre);
        if (listing == Listing.Error) throw Refused();
        for (int k = 0; k < _first.Length; k++)
            if (_first[k] >= 0 && !SameWeight(_first[k], k))
                throw new ArgumentException(
                    $"Junctions {_first[k]} and {k} list the pair {_pre[k]} - {_post[k]} with weights {Weight(_first[k])} and {Weight(k)}: "
                    + "with Listing.EachPairOnce all listings of a pair need one weight; use Listing.AsListed to add them up.", "listing");
        int[] kept = [.. Enumerable.Range(0, _first.Length).Where(k => _first[k] == k)];
        InitialValues toPost = _toPost.Take(kept);
        return (Take(_pre, kept), Take(_post, kept), toPost, ReferenceEquals(_toPost, _toPre) ? toPost : _toPre.Take(kept));
    }

    // A mirrored listing drives with its "to pre" weight what the first drives with its "to post" weight.
    private bool SameWeight(int first, int k) =>
        _pre[first] == _pre[k]
            ? Same(_toPost, first, _toPost, k) && Same(_toPre, first, _toPre, k)
            : Same(_toPost, first, _toPre, k) && Same(_toPre, first, _toPost, k);

    // What is drawn is drawn for the pairs that are kept.
    private static bool Same(InitialValues x, int i, InitialValues y, int k)
    {
        if (x.IsDrawn || y.IsDrawn) return true;
        for (int b = 0; b < Math.Max(x.Members, y.Members); b++)
            if (Number(x, i, b) != Number(y, k, b)) return false;
        return true;
    }

    private static double Number(InitialValues x, int k, int member) => x.At(k, Math.Min(member, x.Members - 1), default);

    private bool IsSelf(int k) => _within && _pre[k] == _post[k];

    private ArgumentException Refused()
    {
        int k = Array.FindIndex(_first, 0, f => f < 0);
        int again = Enumerable.Range(0, _first.Length).FirstOrDefault(i => _first[i] >= 0 && _first[i] != i, -1);
        string what = again >= 0
            ? $"Junction {again} joins {_pre[again]} -> {_post[again]}, a pair that junction {_first[again]} joins already. "
              + "Listing.AsListed adds repeated pairs up, Listing.EachPairOnce keeps one."
            : $"Junction {k} joins neuron {_pre[k]} to itself, which carries nothing. "
              + "Listing.AsListed keeps it, Listing.EachPairOnce drops it.";
        return new ArgumentException(what, "listing");
    }

    private string Weight(int k)
    {
        var (toPost, toPre) = (new Quantity(Number(_toPost, k, 0), _dimension), new Quantity(Number(_toPre, k, 0), _dimension));
        return ReferenceEquals(_toPost, _toPre) ? $"{toPost}" : $"({toPost}, {toPre})";
    }

    private static T[] Take<T>(T[] all, int[] kept) => [.. kept.Select(k => all[k])];
}
