using System.Globalization;

namespace Connexon.Tables;

/// <summary>
/// What pairs that a table lists in both directions are taken for, and why. A junction has no direction, so that a second listing mostly
/// says the first again: then the sum would double its conductance.
/// </summary>
/// <param name="Listing">The policy.</param>
/// <param name="Reason">Why it is followed.</param>
/// <param name="Warning">What it and the other reading give, where the table alone decided; null for nothing to decide.</param>
internal sealed record ListingChoice(TableListing Listing, string Reason, string? Warning)
{
    public static ListingChoice Of(PairTally pairs, TableOptions options, TableCounts counts)
    {
        PairTally.Entry[] all = [.. pairs.All.Where(p => p.Key.Low != p.Key.High).Select(p => p.Value)];
        int both = all.Count(e => e.Reciprocal), unequal = all.Count(e => e.Reciprocal && e.Up != e.Down);
        if (options.Listing is { } asked) return new(asked, "asked for", null);
        if (both == 0) return new(TableListing.AsListed, "no pair is listed in both directions", null);

        string found = $"{both} of {all.Length} pairs {(both == 1 ? "is" : "are")} listed in both directions"
            + (unequal == 0 ? " with equal counts" : $", {unequal} of them with unequal counts");
        if (counts.Layout == TableLayout.Matrix && unequal == 0 && both == all.Length)
            return new(TableListing.EachPairOnce, "the matrix is symmetric, so each pair is one", null);
        bool single = !counts.Counted && pairs.Duplicates > 0;
        var listing = single ? TableListing.AsListed : unequal == 0 ? TableListing.EachPairOnce : TableListing.Mean;
        string reason = found + listing switch
        {
            TableListing.AsListed => " and some repeatedly in one, without counts, so each row is a junction",
            TableListing.Mean => ", so each pair is one, with the mean of both",
            _ => ", so the second direction is taken to repeat the first",
        };
        var other = single ? TableListing.Mean : TableListing.AsListed;
        double Sum(TableListing reading) => all.Sum(e => e.Count(reading));
        return new(listing, reason, string.Create(CultureInfo.InvariantCulture,
            $"{found}. Taken as {listing}: {Sum(listing):G6} junctions. As {other}: {Sum(other):G6}. "
            + $"Say which with TableOptions.Listing = {listing} or {other}."));
    }
}
