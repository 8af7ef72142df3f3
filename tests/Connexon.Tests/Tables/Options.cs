using Connexon.Tables;

namespace Connexon.Tests.Tables;

public sealed class Options : TempTables
{
    [Fact]
    public void Columns_can_be_named()
    {
        string path = Write("x,y,kind of thing,pre,post,n,weight\nA,B,EJ,p,q,3,9\nA,C,S,p,q,4,9\n");
        var t = ConnectomeTable.Read(path, new() { PreColumn = "X", PostColumn = "y", TypeColumn = "Kind_of_thing", WeightColumn = "n" });
        Assert.Equal("A-B 3", Edges(t));
        Assert.Equal(["A", "B", "C"], t.Names);
    }

    [Fact]
    public void Types_can_be_named_and_replace_the_known_ones()
    {
        string path = Write("pre,post,type,synapses\nA,B,EJ,1\nA,C,Hemi Channel,2\nB,C,mixed,4\n");
        var t = ConnectomeTable.Read(path, new() { Types = ["hemichannel", "Mixed"] });
        Assert.Equal("A-C 2; B-C 4", Edges(t));
        Assert.Equal([KeyValuePair.Create("EJ", 1)], t.Report.OtherTypes);
    }

    [Fact]
    public void The_delimiter_can_be_named()
    {
        string path = Write("pre:post:weight,in,sections\nA:B:1\n");
        Assert.Equal("A-B 1", Edges(ConnectomeTable.Read(path, new() { Delimiter = ':', WeightColumn = "weight,in,sections" })));
    }

    [Fact]
    public void All_cells_named_are_neurons_except_in_neuromuscular_rows()
    {
        string path = Write("pre,post,type,synapses\nA,B,EJ,1\nC,A,S,2\nD,NMJ,NMJ,4\nE,E,EJ,1\nF,A,EJ,0\n");
        Assert.Equal(["A", "B", "C", "E", "F"], ConnectomeTable.Read(path).Names);
        Assert.Equal(["A", "B"], ConnectomeTable.Read(path, new() { Cells = TableCells.Coupled }).Names);
        Assert.Equal(["A", "B", "E"], ConnectomeTable.Read(path, new() { Cells = TableCells.Coupled, KeepSelf = true }).Names);
    }

    [Fact]
    public void Self_pairs_are_dropped_unless_asked_for_and_reported_either_way()
    {
        string path = Write("pre,post,synapses\nA,A,3\nA,B,1\nA,A,2\n");
        var dropped = ConnectomeTable.Read(path);
        Assert.Equal("A-B 1", Edges(dropped));
        var r = dropped.Report;
        Assert.Equal((1, false, 1, 1.0), (r.SelfPairs, r.SelfKept, r.Duplicates, r.Junctions));
        var kept = ConnectomeTable.Read(path, new() { KeepSelf = true });
        Assert.Equal("A-A 5; A-B 1", Edges(kept));
        Assert.Equal((1, true, 6.0), (kept.Report.SelfPairs, kept.Report.SelfKept, kept.Report.Junctions));
    }
}
