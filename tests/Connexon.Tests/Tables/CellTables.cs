using Connexon.Tables;
using static Connexon.Units;

namespace Connexon.Tests.Tables;

/// <summary>Networks of several populations from one table, and tables of single cells.</summary>
public sealed class CellTables : TempTables
{
    private string Connectome => Write("pre,post,weight\nA,B,2\nB,C,1\nC,D,4\nD,A,0.5\nC,E,3\n", "pairs.csv");

    [Fact]
    public void A_block_joins_two_populations_by_the_names_of_their_cells()
    {
        var table = ConnectomeTable.Read(Connectome);
        string[] one = ["C", "A"], other = ["B", "alone", "D"];
        TableBlock block = table.Between(one, other);
        var gap = new SymmetryGapJunction((new HH(2), new WangBuzsakiHH(3)), ("V", "V"), Connect.Table(block), block.Weights(0.1 * mS));
        Assert.Equal([(1, 0), (1, 2), (0, 0), (0, 2)], gap.PreIds.Zip(gap.PostIds)); // A-B, A-D, B-C, C-D
        Assert.Equal([0.2, 0.05, 0.1, 0.4], gap.Weight.Value.Select(w => Math.Round(w.Value, 12)));
        Assert.Empty(table.Between(one, one).Count); // C and A have no junction
        Assert.Equal([3.0], table.Between(["E", "C"], ["E", "C"]).Count);
    }

    /// <summary>The same cells as one population and as two: the same voltages.</summary>
    [Fact]
    public void A_network_in_two_parts_is_the_network()
    {
        var table = ConnectomeTable.Read(Connectome);
        string[] all = [.. table.Names], one = ["A", "D"], other = ["B", "C", "E"];
        double[] drive = [12, 0, 3, 0, 7];
        Network Whole(HH cells) => new Network(cells, new SymmetryGapJunction(cells, "V", Connect.Table(table), table.Weights(0.1 * mS)))
            .Drive(cells, drive.Select(i => i * uA).ToArray()).Record(cells.V);
        HH Of(string[] names) => new(names.Length) { V_initializer = -65 * mV };
        HH whole = Of(all), first = Of(one), second = Of(other);
        GapJunction Join(HH p, string[] a, HH q, string[] b) =>
            new SymmetryGapJunction((p, q), "V", Connect.Table(table.Between(a, b)), table.Between(a, b).Weights(0.1 * mS));
        Current[] Drives(string[] names) => [.. names.Select(n => drive[Array.IndexOf(all, n)] * uA)];
        Network parts = new Network(first, second, Join(first, one, first, one), Join(first, one, second, other),
            Join(second, other, second, other))
            .Drive(first, Drives(one)).Drive(second, Drives(other)).Record(first.V).Record(second.V);

        Run together = Whole(whole).Run(20 * ms, dt: 0.05 * ms), apart = parts.Run(20 * ms, dt: 0.05 * ms);

        int last = together[whole.V].Rows - 1;
        for (int i = 0; i < all.Length; i++)
        {
            int at = Array.IndexOf(one, all[i]);
            Trace trace = at >= 0 ? apart[first.V] : apart[second.V];
            Assert.Equal(together[whole.V].Number(last, i, 0), trace.Number(last, at >= 0 ? at : Array.IndexOf(other, all[i]), 0), 1e-9);
        }
    }

    [Fact]
    public void Cells_that_are_two_neurons_are_refused()
    {
        var table = ConnectomeTable.Read(Connectome);
        Assert.StartsWith("'B' is twice in one population: neurons 0 and 2.",
            Assert.Throws<ArgumentException>(() => table.Between(["B", "C", "B"], ["A"])).Message);
        Assert.StartsWith("'C' is in both populations, which differ: a cell is one neuron.",
            Assert.Throws<ArgumentException>(() => table.Between(["B", "C"], ["C", "A"])).Message);
        Assert.Equal("pairs.csv: 1 and 2 cells are joined, but the populations have 2 and 2 neurons: "
            + "each cell is a neuron, in the order in which it was named",
            Assert.Throws<TableException>(() => Connect.Table(table.Between(["B"], ["A", "C"]))(2, 2)).Message);
    }

    [Fact]
    public void A_table_of_cells_has_quantities_with_units_of_header_or_value()
    {
        var cells = CellTable.Read(Write(
            "type;Cell;gL (mS);C [uF];drive;note\nPV;A;0,3;1;10 nA;x\nPV;B;;2e0 nF;1,5nA;\nSST;C;0,25;;;1,000\n"));
        Assert.Equal(["A", "B", "C"], cells.Names);
        Assert.Equal(["type", "gL", "C", "drive", "note"], cells.Columns);
        Assert.Equal(0.3 * mS, cells.Quantity("A", "gL"));
        Assert.Equal((Quantity)(2 * nF), cells.Quantity("B", "C")!.Value.Rounded(12));
        Assert.Equal((Quantity)(1.5 * nA), cells.Quantity("B", "Drive")!.Value.Rounded(12));
        Assert.Null(cells.Quantity("C", "drive"));
        Assert.Equal((3, "x"), (cells.Line("B"), cells.Text("A", "note")));
        Assert.Equal([("PV", "A B"), ("SST", "C")], cells.Groups("type").Select(g => (g.Key, string.Join(' ', g.Value))));
    }

    [Theory]
    [InlineData("cell,C\nA,1\nA,2\n", "t.csv(3): cell 'A' is listed again, first in line 2; give each cell one row")]
    [InlineData("cell,C\n,1\n", "t.csv(2): column 'cell' is empty; it must name a cell")]
    [InlineData("cell,C,c\nA,1,1\n", "t.csv(1): 2 columns are called 'c'; give each a name of its own")]
    [InlineData("cell;C\nA;1,000\n", "t.csv(2): '1,000' may be 1.000 or 1000, and no other number of the table tells; "
        + "say TableOptions.Decimal, or write it without the comma")]
    [InlineData("cell;C;gL\nA;1,5 uF;2.5\n", "t.csv(2): '1,5' in line 2 has a comma where '2.5' in line 2 has a decimal point; "
        + "write all numbers alike, without separators of thousands")]
    [InlineData("cell,C\n", "t.csv: there are no rows below the header")]
    public void A_table_of_cells_that_is_none_is_refused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<TableException>(() => CellTable.Read(Write(text))).Message);

    [Fact]
    public void A_quantity_that_is_none_is_named_with_its_cell()
    {
        var cells = CellTable.Read(Write("cell,C\nA,1 parsec\nB,x\n"));
        Assert.StartsWith("t.csv(2): cell 'A', column 'C': ", Assert.Throws<TableException>(() => cells.Quantity("A", "C")).Message);
        Assert.StartsWith("t.csv(3): cell 'B', column 'C': ", Assert.Throws<TableException>(() => cells.Quantity("B", "C")).Message);
        Assert.StartsWith("t.csv has no column 'gL'; it has 'C'.", Assert.Throws<ArgumentException>(() => cells.Text("A", "gL")).Message);
        Assert.StartsWith("t.csv has no cell 'D'.", Assert.Throws<ArgumentException>(() => cells.Text("D", "C")).Message);
    }
}
