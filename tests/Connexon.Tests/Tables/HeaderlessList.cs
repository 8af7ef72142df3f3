using Connexon.Tables;

namespace Connexon.Tests.Tables;

/// <summary>Lists of pairs whose first row is a pair: it is never lost.</summary>
public sealed class HeaderlessList : TempTables
{
    [Theory]
    [InlineData("A,B,2\nB,C,3\n", "columns 1, 2, 3")]
    [InlineData("A B 2\nB C 3\n", "columns 1, 2, 3")]
    [InlineData("A\tB\tEJ\t2\nB\tC\tEJ\t3\nA\tC\tS\t1\n", "columns 1, 2, 3, 4")]
    [InlineData("A,B,2,EJ\nB,C,3,EJ\n", "columns 1, 2, 4, 3")]
    public void What_columns_hold_tells_which_they_are(string text, string columns)
    {
        var t = ConnectomeTable.Read(Write(text));
        Assert.Equal("A-B 2; B-C 3", Edges(t));
        Assert.Equal($"no header: {columns}", t.Report.Notes[^1]);
    }

    [Theory]
    [InlineData("0,1\n1,2\n")]
    [InlineData("0 1\n1 2\n")]
    public void Pairs_of_numbers_need_no_counts(string text) => Assert.Equal("0-1 1; 1-2 1", Edges(ConnectomeTable.Read(Write(text))));

    [Fact]
    public void A_pair_of_names_is_one_where_a_name_is_met_again()
    {
        Assert.Equal("A-B 1; B-C 1", Edges(ConnectomeTable.Read(Write("A,B\nB,C\n"))));
        Assert.StartsWith("t.csv(1): the header has no column for the first cell", Message(Write("A,B\nC,D\n")));
        Assert.Equal("A-B 1; C-D 1", Edges(ConnectomeTable.Read(Write("A,B\nC,D\n"), new() { Header = false })));
    }

    [Fact]
    public void Columns_have_numbers()
    {
        string path = Write("7,A,x,2.5,B\n8,B,y,3,C\n");
        var options = new TableOptions { PreColumn = "2", PostColumn = "5", WeightColumn = "4" };
        Assert.Equal("A-B 2.5; B-C 3", Edges(ConnectomeTable.Read(path, options)));
        Assert.Equal("A-B 2.5; B-C 3", Edges(ConnectomeTable.Read(path, options with { Header = false })));
        Assert.Equal("t.csv(1): PreColumn is '6', but without a header columns have numbers, here 1 to 5: '7', 'A', 'x', '2.5', 'B'. "
            + "Say which are TableOptions.PreColumn, PostColumn and WeightColumn",
                Message(path, options with { Header = false, PreColumn = "6" }));
        // The same numbers below a header, which stays one.
        path = Write("id,here,note,n,there\n" + File.ReadAllText(path));
        Assert.Equal("A-B 2.5; B-C 3", Edges(ConnectomeTable.Read(path, options)));
    }

    [Fact]
    public void A_pair_named_as_a_header_is_refused_not_lost()
    {
        string path = Write("A,B,2\nB,C,3\n");
        var asked = new TableOptions { PreColumn = "A", PostColumn = "B", WeightColumn = "2" };
        Assert.Equal("t.csv(1): the first row, 'A', 'B', '2', looks like a pair and not like the names of columns; "
            + "say TableOptions.Header = false "
            + "and give columns by number from 1, or TableOptions.Header = true if it is a header", Message(path, asked));
        Assert.Equal("B-C 3", Edges(ConnectomeTable.Read(path, asked with { Header = true })));
        Assert.StartsWith("t.csv(1): the first row, 'A', 'B', looks like a pair", Message(Write("A,B\nB,C\n"),
            new() { PreColumn = "A", PostColumn = "B" }));
    }

    [Fact]
    public void Rows_of_another_width_are_found() =>
        Assert.Equal("t.csv(2): 2 fields where the first row has 3: column 3 is missing", Message(Write("A,B,2\nB,C\n"),
            new() { Header = false, WeightColumn = "3" }));

    [Fact]
    public void A_title_above_the_header_is_left_out_and_said()
    {
        var t = ConnectomeTable.Read(Write("Table S1: gap junctions\npre,post,weight\nA,B,2\n"));
        Assert.Equal("A-B 2", Edges(t));
        Assert.Equal(["columns 'pre', 'post', 'weight'", "left out: 1 row above the header"], t.Report.Notes);
    }

    [Fact]
    public void Attributes_of_networkx_are_named() =>
        Assert.Equal("t.csv(1): '{'weight':' begins attributes as Python writes them; write plain pairs: "
            + "networkx.write_weighted_edgelist(G, 'pairs.txt')", Message(Write("A B {'weight': 2}\nB C {'weight': 3}\n")));

    [Fact]
    public void The_case_of_a_list_without_header_is_right()
    {
        foreach (string file in new[] { "gap.csv", "gap.txt" })
        {
            var r = ConnectomeTable.Read(SharedData.Path("cases", "edge-list-without-header", file)).Report;
            Assert.Equal((4, 3, 6.0), (r.Cells, r.Pairs, r.Junctions));
        }
    }
}
