using Connexon.Tables;

namespace Connexon.Tests.Tables;

/// <summary>Published connectomes, against the figures of their papers or counts made from the files by other means.</summary>
public sealed class PublishedTables
{
    [Fact]
    public void Varshney_2011_has_its_published_components()
    {
        var t = ConnectomeTable.Read(SharedData.Path("connectomes", "NeuronConnectFormatted.xlsx"));
        var r = t.Report;
        Assert.Equal(279, t.Names.Count);
        Assert.DoesNotContain("NMJ", t.Names);
        Assert.Equal((6417, 1031), (r.Rows, r.ElectricalRows));
        Assert.Equal((514, 514, 0, 0), (r.Pairs, r.ReciprocalPairs, r.OneWayPairs, r.UnequalPairs));
        Assert.Equal((3, false, 0), (r.SelfPairs, r.SelfKept, r.Duplicates));
        Assert.Equal(TableListing.EachPairOnce, r.Listing);
        Assert.Equal(887, r.Junctions);
        Assert.Equal(153, r.OtherTypes["NMJ"]);
        // Varshney et al. 2011: a giant component of 248 neurons, two small ones, 26 neurons without gap junctions.
        Assert.Equal([248, 3, 2, .. Enumerable.Repeat(1, 26)], Components(t));
    }

    [Fact]
    public void Varshney_2011_has_253_coupled_cells_and_890_junctions_with_self_pairs()
    {
        string path = SharedData.Path("connectomes", "NeuronConnectFormatted.xlsx");
        Assert.Equal([248, 3, 2], Components(ConnectomeTable.Read(path, new() { Cells = TableCells.Coupled })));
        var t = ConnectomeTable.Read(path, new() { KeepSelf = true });
        Assert.Equal((890.0, 517), (t.Report.Junctions, t.A.Length));
        Assert.Equal(2 * 887, ConnectomeTable.Read(path, new() { Listing = TableListing.AsListed }).Report.Junctions);
    }

    [Fact]
    public void White_1986_lists_each_pair_once()
    {
        var t = ConnectomeTable.Read(SharedData.Path("connectomes", "aconnectome_white_1986_whole.csv"));
        var r = t.Report;
        Assert.Equal((2961, 575, 2386), (r.Rows, r.ElectricalRows, r.OtherTypes["chemical"]));
        Assert.Equal((309, 569, 0, 6, 0), (r.Cells, r.Pairs, r.ReciprocalPairs, r.SelfPairs, r.Duplicates));
        Assert.Equal((TableListing.AsListed, 957.0), (r.Listing, r.Junctions));
    }

    [Fact]
    public void Witvliet_2021_adult_lists_each_pair_once()
    {
        var t = ConnectomeTable.Read(SharedData.Path("connectomes", "witvliet_2020_7.xlsx"));
        var r = t.Report;
        Assert.Equal((2493, 291, 2202), (r.Rows, r.ElectricalRows, r.OtherTypes["chemical"]));
        Assert.Equal((222, 285, 0, 6, 0), (r.Cells, r.Pairs, r.ReciprocalPairs, r.SelfPairs, r.Duplicates));
        Assert.Equal((TableListing.AsListed, "witvliet_2020_7 adult"), (r.Listing, r.Sheet));
    }

    [Fact]
    public void The_sample_is_the_electrical_part_of_White_1986()
    {
        var sample = ConnectomeTable.Read(Sample());
        var r = sample.Report;
        Assert.Equal((575, 575, 5), (r.Rows, r.ElectricalRows, r.CommentLines));
        Assert.Equal((279, 569, 6, 957.0), (r.Cells, r.Pairs, r.SelfPairs, r.Junctions));
        var options = new TableOptions { Cells = TableCells.Coupled, KeepSelf = true };
        var source = ConnectomeTable.Read(SharedData.Path("connectomes", "aconnectome_white_1986_whole.csv"), options);
        sample = ConnectomeTable.Read(Sample(), options);
        Assert.Equal(971, sample.Report.Junctions);
        Assert.Equal(source.Names, sample.Names);
        Assert.Equal(source.A, sample.A);
        Assert.Equal(source.B, sample.B);
        Assert.Equal(source.Count, sample.Count);
    }

    private static string Sample()
    {
        var d = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(d.FullName, "Connexon.slnx"))) d = d.Parent!;
        return Path.Combine(d.FullName, "samples", "celegans_white1986_gap_junctions.csv");
    }

    /// <summary>The sizes of the connected components, largest first (union-find).</summary>
    private static int[] Components(ConnectomeTable t)
    {
        int[] root = [.. Enumerable.Range(0, t.Names.Count)];
        int Find(int i) => root[i] == i ? i : root[i] = Find(root[i]);
        for (int e = 0; e < t.A.Length; e++) root[Find(t.A[e])] = Find(t.B[e]);
        return [.. root.Select((_, i) => Find(i)).CountBy(r => r).Select(c => c.Value).OrderDescending()];
    }
}
