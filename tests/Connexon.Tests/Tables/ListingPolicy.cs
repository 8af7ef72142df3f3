using Connexon.Tables;

namespace Connexon.Tests.Tables;

public sealed class ListingPolicy : TempTables
{
    // A-B equal both ways, A-C unequal, B-C one way, D-E twice in one direction, then back.
    private const string Mixed = "pre,post,synapses\nA,B,2\nB,A,2\nC,A,3\nA,C,6\nC,B,1\nD,E,1\nD,E,2\nE,D,4\n";

    [Theory]
    [InlineData(TableListing.AsListed, "A-B 4; A-C 9; B-C 1; D-E 7")]
    [InlineData(TableListing.EachPairOnce, "A-B 2; A-C 3; B-C 1; D-E 3")]
    [InlineData(TableListing.Max, "A-B 2; A-C 6; B-C 1; D-E 4")]
    [InlineData(TableListing.Mean, "A-B 2; A-C 4.5; B-C 1; D-E 3.5")]
    public void Each_policy_has_its_own_count_of_a_reciprocal_pair(TableListing listing, string edges)
    {
        var t = ConnectomeTable.Read(Write(Mixed), new() { Listing = listing });
        Assert.Equal(edges, Edges(t));
        Assert.Equal((listing, "asked for"), (t.Report.Listing, t.Report.ListingReason));
        Assert.Equal(t.Count.Sum(), t.Report.Junctions);
    }

    [Fact]
    public void The_report_counts_what_was_listed()
    {
        var r = ConnectomeTable.Read(Write(Mixed + "F,F,1\nF,A,0\n")).Report;
        Assert.Equal((10, 10), (r.Rows, r.ElectricalRows));
        Assert.Equal((4, 1, 3, 2), (r.Pairs, r.OneWayPairs, r.ReciprocalPairs, r.UnequalPairs));
        Assert.Equal((1, 1, 1), (r.Duplicates, r.SelfPairs, r.ZeroRows));
        Assert.Equal(r.ElectricalRows, r.Pairs + r.ReciprocalPairs + r.SelfPairs + r.Duplicates + r.ZeroRows);
    }

    [Fact]
    public void The_report_reads_as_text()
    {
        string path = Write(
            "pre,post,type,synapses\nA,B,EJ,2\nB,A,EJ,2\nC,A,EJ,3\nA,C,EJ,6\n" +
            "D,E,EJ,1\nD,E,EJ,2\nF,F,EJ,1\nF,A,EJ,0\nA,C,S,1\nA,C,Sp,1\nA,D,S,1\n");
        Assert.Equal(
            """
            11 rows, 8 electrical, 2 of type 'S' skipped, 1 of type 'Sp' skipped
            6 cells, 3 pairs, 16 junctions
            AsListed: 1 of 3 pairs are listed in both directions with equal counts, fewer than 95 %, so each row stands for itself
            1 reciprocal pairs have unequal counts
            1 rows repeat a pair in the same direction: summed
            1 cells joined to themselves: dropped
            1 electrical rows with a count of 0 skipped
            """, ConnectomeTable.Read(path).Report.ToString());
    }

    [Theory]
    [InlineData(19, 1, TableListing.EachPairOnce,
        "19 of 20 pairs are listed in both directions with equal counts, so the second direction is taken to repeat the first")]
    [InlineData(18, 1, TableListing.AsListed,
        "18 of 19 pairs are listed in both directions with equal counts, fewer than 95 %, so each row stands for itself")]
    [InlineData(0, 3, TableListing.AsListed,
        "0 of 3 pairs are listed in both directions with equal counts, fewer than 95 %, so each row stands for itself")]
    public void The_default_follows_the_share_of_pairs_listed_twice(int twice, int once, TableListing expected, string reason)
    {
        var text = new System.Text.StringBuilder("pre,post,synapses\n");
        for (int i = 0; i < twice; i++) text.Append($"{i},{i + 1},2\n{i + 1},{i},2\n");
        for (int i = 0; i < once; i++) text.Append($"x{i},y{i},2\n");
        var t = ConnectomeTable.Read(Write(text.ToString()));
        Assert.Equal((expected, reason), (t.Report.Listing, t.Report.ListingReason));
        Assert.Equal(expected == TableListing.EachPairOnce ? 2 * (twice + once) : 4 * twice + 2 * once, t.Report.Junctions);
    }

    [Theory]
    [InlineData("B,A")]
    [InlineData("A,B")]
    public void Error_refuses_a_pair_listed_again(string again)
    {
        string path = Write($"pre,post,synapses\nA,B,1\nA,C,1\n{again},1\n");
        Assert.Equal(
            $"t.csv(4): the pair {again.Replace(",", ", ")} is listed again, first in line 2; TableListing.Error allows each pair once. " +
            "Say what a second listing means: TableListing.AsListed, EachPairOnce, Max or Mean.",
            Message(path, new() { Listing = TableListing.Error }));
    }

    [Fact]
    public void Error_passes_a_table_that_lists_each_pair_once()
    {
        var t = ConnectomeTable.Read(Write("pre,post,synapses\nA,B,1\nA,C,2\n"), new() { Listing = TableListing.Error });
        Assert.Equal("A-B 1; A-C 2", Edges(t));
    }
}
