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
            6 cells, 3 pairs, 9.5 junctions
            Mean: 2 of 3 pairs are listed in both directions, 1 of them with unequal counts, so each pair is one, with the mean of both
            1 reciprocal pairs have unequal counts
            1 rows repeat a pair in the same direction: summed
            1 cells joined to themselves: dropped
            1 electrical rows with a count of 0 skipped
            columns 'pre', 'post', 'type', 'synapses'
            """, ConnectomeTable.Read(path).Report.ToString());
    }

    [Theory]
    [InlineData(20, 0, 0, TableListing.EachPairOnce, 40,
        "20 of 20 pairs are listed in both directions with equal counts, so the second direction is taken to repeat the first")]
    [InlineData(9, 1, 0, TableListing.Mean, 21,
        "10 of 10 pairs are listed in both directions, 1 of them with unequal counts, so each pair is one, with the mean of both")]
    [InlineData(1, 0, 2, TableListing.EachPairOnce, 6,
        "1 of 3 pairs is listed in both directions with equal counts, so the second direction is taken to repeat the first")]
    [InlineData(0, 1, 2, TableListing.Mean, 7,
        "1 of 3 pairs is listed in both directions, 1 of them with unequal counts, so each pair is one, with the mean of both")]
    [InlineData(0, 0, 3, TableListing.AsListed, 6, "no pair is listed in both directions")]
    public void A_pair_listed_both_ways_is_one(int equal, int unequal, int once, TableListing expected, double junctions, string reason)
    {
        var text = new System.Text.StringBuilder("pre,post,synapses\n");
        for (int i = 0; i < equal; i++) text.Append($"a{i},b{i},2\nb{i},a{i},2\n");
        for (int i = 0; i < unequal; i++) text.Append($"c{i},d{i},2\nd{i},c{i},4\n");
        for (int i = 0; i < once; i++) text.Append($"x{i},y{i},2\n");
        var t = ConnectomeTable.Read(Write(text.ToString()));
        Assert.Equal((expected, reason, junctions), (t.Report.Listing, t.Report.ListingReason, t.Report.Junctions));
        Assert.Equal(equal + unequal > 0 ? 1 : 0, t.Report.Warnings.Count);
    }

    [Fact]
    public void Where_the_table_decides_a_warning_has_both_readings()
    {
        string path = Write("pre,post,synapses\nA,B,2\nB,A,3\nB,C,1\n");
        Assert.Equal(
            ["1 of 2 pairs is listed in both directions, 1 of them with unequal counts. Taken as Mean: 3.5 junctions. As AsListed: 6. "
                + "Say which with TableOptions.Listing = Mean or AsListed."],
            ConnectomeTable.Read(path).Report.Warnings);
        Assert.Empty(ConnectomeTable.Read(path, new() { Listing = TableListing.Mean }).Report.Warnings);
    }

    /// <summary>
    /// Rows of a list without counts are junctions, and which end comes first is chance: two from A to B and one back are three.
    /// </summary>
    [Fact]
    public void Junctions_listed_one_by_one_are_summed()
    {
        var t = ConnectomeTable.Read(Write("pre,post\nA,B\nA,B\nB,A\nB,C\n"));
        Assert.Equal("A-B 3; B-C 1", Edges(t));
        Assert.Equal(TableListing.AsListed, t.Report.Listing);
        Assert.Equal("1 of 2 pairs is listed in both directions, 1 of them with unequal counts. Taken as AsListed: 4 junctions. "
            + "As Mean: 2.5. Say which with TableOptions.Listing = AsListed or Mean.", Assert.Single(t.Report.Warnings));
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
