using Connexon.Tables;

namespace Connexon.Tests.Tables;

/// <summary>Adjacency matrices, as people publish them and as programs write them.</summary>
public sealed class MatrixTable : TempTables
{
    [Theory]
    [InlineData("cell,A,B,C,D\nA,0,2,0,1\nB,2,0,3,0\nC,0,3,0,0\nD,1,0,0,0\n")]
    [InlineData(",A,B,C,D\nA,,2,,1\nB,2,,3,\nC,,3,,\nD,1,,,\n")]
    [InlineData("\tD\tC\tB\tA\nA\t1\t0\t2\t0\nB\t0\t3\t0\t2\nC\t0\t0\t3\t0\nD\t0\t0\t0\t1\n")] // columns in another order than rows
    [InlineData("\"A\" \"B\" \"C\" \"D\"\n\"A\" 0 2 0 1\n\"B\" 2 0 3 0\n\"C\" 0 3 0 0\n\"D\" 1 0 0 0\n")] // R's write.table
    [InlineData("A;B;C;D\n0;2;0;1\n2;0;3;0\n0;3;0;0\n1;0;0;0\n")] // pandas, index=False
    [InlineData("A 0 2 0 1\nB 2 0 3 0\nC 0 3 0 0\nD 1 0 0 0\n")]
    [InlineData("gap junctions,,,,,\n,,FIRST,,SECOND,\n,,A,B,C,D\nFIRST,A,,2,,1\n,B,2,,3,\nSECOND,C,,3,,\n,D,1,,,\n")]
    [InlineData(",A,B,C,D,Total\nA,0,2,0,1,3\nB,2,0,3,0,5\nC,0,3,0,0,3\nD,1,0,0,0,1\nTotal,3,5,3,1,12\n")]
    [InlineData(",A,B,C,D,degree\nA,0,2,0,1,3\nB,2,0,3,0,5\nC,0,3,0,0,3\nD,1,0,0,0,1\nin,3,5,3,1,\n")] // sums, told by their numbers
    [InlineData(",SENSORY,A,B,MOTOR,C,D,\nSENSORY,,,,,,,\nA,,0,2,,0,1,3\nB,,2,0,,3,0,5\nMOTOR,,,,,,,\n"
        + "C,,0,3,,0,0,3\nD,,1,0,,0,0,1\n,,3,5,,3,1,12\n")]
    public void A_symmetric_matrix_is_one_junction_set_a_pair(string text)
    {
        var t = ConnectomeTable.Read(Write(text));
        Assert.Equal("A-B 2; A-D 1; B-C 3", Edges(t));
        var r = t.Report;
        Assert.Equal((TableLayout.Matrix, 4, 3, 6.0), (r.Layout, r.Cells, r.Pairs, r.Junctions));
        Assert.Equal((TableListing.EachPairOnce, "the matrix is symmetric, so each pair is one"), (r.Listing, r.ListingReason));
        Assert.Empty(r.Warnings);
    }

    [Fact]
    public void Numbers_alone_join_cells_called_by_their_number()
    {
        string path = Write("# 4 cells\n" + string.Join('\n',
            new[] { "0 2 0 1", "2 0 3 0", "0 3 0 0", "1 0 0 0" }.Select(row =>
                string.Join(' ', row.Split(' ').Select(x => $"{x}.000e+00")))));
        var t = ConnectomeTable.Read(path);
        Assert.Equal("0-1 2; 0-3 1; 1-2 3", Edges(t));
        Assert.Equal(["fields between blanks", "an adjacency matrix without names: cells are called 0, 1, 2, ..."], t.Report.Notes);
        Assert.Equal([(0, 1), (0, 3), (1, 2)], Connect.Table(t)(4, 4) is var (pre, post) ? pre.Zip(post) : []);
        // More rows than are looked at, and a row of a single number that is not there.
        const int Cells = 120;
        string ring = string.Concat(Enumerable.Range(0, Cells).Select(i =>
            string.Join(',', Enumerable.Range(0, Cells).Select(j => (i + 1) % Cells == j || (j + 1) % Cells == i ? 1 : 0)) + "\n"));
        Assert.Equal((Cells, Cells), (ConnectomeTable.Read(Write(ring)).Report.Cells, ConnectomeTable.Read(Write(ring)).A.Length));
        Assert.Equal("t.csv: 119 rows of 120 numbers: a matrix of junctions between cells is square; or, for a list of pairs, "
            + "say which columns are TableOptions.PreColumn, PostColumn and WeightColumn, by number from 1",
            Message(Write(ring[(ring.IndexOf('\n') + 1)..])));
    }

    [Theory]
    [InlineData(null, "A-B 3; B-C 3", TableListing.Mean, 1)]
    [InlineData(TableListing.Max, "A-B 4; B-C 3", TableListing.Max, 0)]
    [InlineData(TableListing.EachPairOnce, "A-B 2; B-C 3", TableListing.EachPairOnce, 0)]
    [InlineData(TableListing.AsListed, "A-B 6; B-C 6", TableListing.AsListed, 0)]
    public void Unequal_entries_follow_the_listing(TableListing? asked, string edges, TableListing listing, int warnings)
    {
        var t = ConnectomeTable.Read(Write(",A,B,C\nA,,2,\nB,4,,3\nC,,3,\n"), new() { Listing = asked });
        Assert.Equal((edges, listing, warnings), (Edges(t), t.Report.Listing, t.Report.Warnings.Count));
    }

    [Fact]
    public void A_triangle_is_taken_as_it_stands() =>
        Assert.Equal("A-B 2; A-C 1; B-C 3", Edges(ConnectomeTable.Read(Write(",A,B,C\nA,,2,1\nB,,,3\nC,,,\n"))));

    [Fact]
    public void What_was_taken_and_left_out_is_said()
    {
        var t = ConnectomeTable.Read(Write("title,,,,\n,,A,B,M,Sum\nx,A,,2,1,3\nx,B,2,,,2\nx,HEAD,,,,\n,,2,2,1,5\n"));
        Assert.Equal("A-B 2; A-M 1", Edges(t));
        Assert.Equal(
            ["an adjacency matrix, its names in line 2 and column 2", "left out: 1 row above the names",
                "left out: 1 column before the names",
                "left out: 1 row of numbers without a name", "left out: sums, 'Sum'",
                "left out: headings, 'HEAD'", "cells that are named on one side only: 'M'"],
            t.Report.Notes);
    }

    [Theory]
    [InlineData(",A,B,C\nA,0,2,x\nB,2,0,3\nC,0,3,0\n", "t.csv(2): 'x' stands where row 'A' meets column 'C'")]
    [InlineData(",A,B,C\nA,0,2,0\nB,2,0,-3\nC,0,3,0\n", "t.csv(3): '-3' stands where row 'B' meets column 'C'")]
    [InlineData(",A,B,C\nA,0,nan,0\nB,2,0,3\nC,0,3,0\n", "t.csv(2): 'nan' stands where row 'A' meets column 'B'")]
    public void An_entry_that_is_no_count_is_named(string text, string start) =>
        Assert.Equal(start + "; a junction count is a finite number, 0 or more, or empty", Message(Write(text)));

    [Fact]
    public void Three_rows_of_three_numbers_are_told_apart_or_refused()
    {
        Assert.Equal("0-1 2; 1-2 3", Edges(ConnectomeTable.Read(Write("0 2 0\n2 0 3\n0 3 0\n")))); // symmetric, nothing joined to itself
        Assert.Equal("0-1 2; 0-2 1; 1-2 1", Edges(ConnectomeTable.Read(Write("0 1 2\n1 2 1\n2 0 1\n"))));
        string either = Write("0,2,1\n1,0,2\n2,1,0\n");
        Assert.Equal("t.csv(1): 3 rows of 3 numbers may be a matrix or a list of pairs with counts; "
            + "say TableOptions.Layout = Matrix or List",
            Message(either));
        Assert.Equal("0-1 1.5; 0-2 1.5; 1-2 1.5", Edges(ConnectomeTable.Read(either, new() { Layout = TableLayout.Matrix })));
        var list = new TableOptions { Layout = TableLayout.List, Listing = TableListing.EachPairOnce };
        Assert.Equal("0-1 2; 0-2 1", Edges(ConnectomeTable.Read(either, list)));
    }

    [Fact]
    public void A_list_is_no_matrix_where_one_is_asked_for() =>
        Assert.Equal("t.csv(1): no adjacency matrix: the same names do not stand above columns of numbers and before their rows, "
            + "and it is no square of numbers", Message(Write("pre,post\nA,B\n"), new() { Layout = TableLayout.Matrix }));

    [Fact]
    public void Every_pair_once_is_demanded_of_a_matrix_too() =>
        Assert.StartsWith("t.csv(3): the pair B, A is listed again, first in line 2",
            Message(Write(",A,B\nA,,2\nB,2,\n"), new() { Listing = TableListing.Error }));

    [Fact]
    public void The_sheet_of_a_workbook_is_chosen_by_name_where_the_first_is_chemical()
    {
        object?[]?[] sheet =
            [["synapses"], [null, null, "S", null, "M"], [null, null, "A", "B", "C"], ["S", "A", null, 2, null, 2],
                [null, "B", 2, null, 3, 5],
                ["M", "C", null, 3, null, 3], [null, null, 2, 5, 3, 10]];
        string path = WriteWorkbook("si.xlsx", ("herm chemical", sheet), ("herm gap jn symmetric", sheet));
        Assert.Equal("si.xlsx: sheet 'herm chemical' is the first, and by its name of chemical synapses; "
            + "say which with TableOptions.Sheet: "
            + "'herm gap jn symmetric'", Message(path));
        var t = ConnectomeTable.Read(path, new() { Sheet = "herm gap jn symmetric" });
        Assert.Equal("A-B 2; B-C 3", Edges(t));
        Assert.Equal("A-B 2; B-C 3", Edges(ConnectomeTable.Read(path, new() { Sheet = "herm chemical" })));
        Assert.Equal("an adjacency matrix, its names in line 3 and column 2", t.Report.Notes[0]);
    }

    [Fact]
    public void The_case_of_a_matrix_is_right()
    {
        foreach (string file in new[] { "gap.csv", "gap_blank.csv" })
        {
            var r = ConnectomeTable.Read(SharedData.Path("cases", "matrix-csv", file)).Report;
            Assert.Equal((4, 3, 6.0), (r.Cells, r.Pairs, r.Junctions));
        }
    }
}
