using Connexon.Tables;
using static Connexon.Units;

namespace Connexon.Tests.Tables;

public sealed class ConnectTable : TempTables
{
    [Fact]
    public void Numbers_are_flat_ids_and_need_not_all_occur()
    {
        string path = Write("pre,post\n7,2\n2,10\n0,7\n");
        var gap = new SymmetryGapJunction(new HH(12), "V", Connect.Table(path), 0.1 * mS);
        Assert.Equal([(0, 7), (2, 7), (2, 10)], gap.PreIds.Zip(gap.PostIds));
        Assert.All(gap.Weight.Value, w => Assert.Equal(0.1 * mS, w));
    }

    [Fact]
    public void Names_stand_in_the_order_of_the_table()
    {
        var table = ConnectomeTable.Read(Write("pre,post,junctions\nVA10,VA2,3\nVA2,AVAL,0.5\n"));
        var cells = new HH(table.Names.Count);
        var gap = new SymmetryGapJunction(cells, "V", Connect.Table(table), table.Weights(0.2 * mS));
        Assert.Equal(["AVAL", "VA2", "VA10"], table.Names);
        Assert.Equal([(0, 1), (1, 2)], gap.PreIds.Zip(gap.PostIds));
        Assert.Equal([0.5 * 0.2, 3 * 0.2], gap.Weight.Value.Select(w => w.Value));
    }

    [Theory]
    [InlineData("pre,post\n0,1\n3,4\n", 4, "t.csv(3): a junction joins 3 - 4, but ids go from 0 to 3")]
    [InlineData("# made by hand\npre,post,n,type\n1,-1,2,GJ\n", 4, "t.csv(3): a junction joins -1 - 1, but ids go from 0 to 3")]
    [InlineData("pre,post\n0,1\n1,2x\n", 3, null)]
    [InlineData("pre,post\n0,1\n1,2x\n", 4, "t.csv: 3 cells are named (such as '2x'), but the population has 4 neurons: make it 3, "
        + "in the order of ConnectomeTable.Names, or give each cell its number from 0 instead of a name")]
    public void A_population_that_does_not_fit_is_refused(string text, int size, string? message)
    {
        var options = new TableOptions { WeightColumn = text.Contains(",n,") ? "n" : null };
        ConnectionFunction conn = Connect.Table(Write(text), options);
        var e = Record.Exception(() => new SymmetryGapJunction(new HH(size), "V", conn, 0.1 * mS));
        Assert.Equal(message, (e as TableException)?.Message);
        Assert.Equal(message is null, e is null);
    }

    [Fact]
    public void Two_populations_are_refused() =>
        Assert.Equal("t.csv: a table joins the cells of one population, but the two sizes differ: 2 and 3; "
            + "for two populations name the cells of each: Connect.Table(table.Between(pre, post))",
            Assert.Throws<TableException>(() => Connect.Table(Write("pre,post\n0,1\n"))(2, 3)).Message);

    [Fact]
    public void The_file_is_read_where_the_rule_is_written() =>
        Assert.StartsWith("no.csv: no such file", Assert.Throws<TableException>(() => Connect.Table(In("no.csv"))).Message);

    [Fact]
    public void A_bare_list_of_pairs_has_one_junction_a_row()
    {
        Assert.Equal("A-B 2; B-C 1", Edges(ConnectomeTable.Read(Write("pre,post\nA,B\nB,C\nA,B\n"))));
        Assert.Equal("A-B 1", Edges(ConnectomeTable.Read(Write("pre,post,type\nA,B,EJ\nB,C,chemical\n"))));
        Assert.StartsWith("t.csv(1): the header has no column for the junction count", Message(Write("pre,post,contacts\nA,B,5\n")));
        Assert.StartsWith("t.csv(1): the header has no column for the junction count",
            Message(Write("pre,post\nA,B\n"), new() { WeightColumn = "n" }));
    }
}
