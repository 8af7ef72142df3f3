using System.Text;
using Connexon.Tables;

namespace Connexon.Tests.Tables;

public sealed class TextTable : TempTables
{
    [Theory]
    [InlineData("pre\tpost\ttype\tsynapses\nB\tA\telectrical\t2\nC\tA\tchemical\t5\n")]
    [InlineData("Neuron 1,Neuron 2,Type,Nbr\nB,A,EJ,2\nC,A,Sp,5\n")]
    [InlineData("Source;Target;Weight;Type\r\nB;A;2;gap junction\r\nC;A;5;chemical\r\n")]
    [InlineData("Origin|Target|Type|Number of Connections\nB|A|Gap_Junction|2\nC|A|Send|5")]
    [InlineData("synapses,POST,pre-cell,type\n2.0,A,B,ELECTRICAL\n5,A,C,x\n")]
    [InlineData("\uFEFFpre,post,type,synapses\nB,A,gap,2e0\nC,A,x,5\n")]
    public void Known_layouts_are_recognised(string text)
    {
        var t = ConnectomeTable.Read(Write(text));
        Assert.Equal(["A", "B", "C"], t.Names);
        Assert.Equal("A-B 2", Edges(t));
        Assert.Equal((2, 1, 3, 1), (t.Report.Rows, t.Report.ElectricalRows, t.Report.Cells, t.Report.Pairs));
        Assert.Equal(1, Assert.Single(t.Report.OtherTypes).Value);
    }

    [Fact]
    public void Without_a_type_column_every_row_is_electrical()
    {
        var t = ConnectomeTable.Read(Write("cell_a,cell_b,weight\nA,B,1.5\nC,B,2\n"));
        Assert.Equal("A-B 1.5; B-C 2", Edges(t));
        Assert.Equal(2, t.Report.ElectricalRows);
        Assert.Empty(t.Report.OtherTypes);
        Assert.Equal(3.5, t.Report.Junctions);
    }

    [Fact]
    public void The_content_and_not_the_extension_tells_the_format()
    {
        var t = ConnectomeTable.Read(Write("pre\tpost\tsynapses\nA\tB\t1\n", "t.xlsx"));
        Assert.Equal("A-B 1", Edges(t));
    }

    [Fact]
    public void Names_are_trimmed_and_may_be_quoted()
    {
        var t = ConnectomeTable.Read(Write("\"pre\", \"post\" ,synapses,note\n" +
            "\"a,1\" ,\"b \"\"x\"\"\",\"3\",\"\"\n  c  ,\u00A0\"a,1\",1,\n"));
        Assert.Equal(["a,1", "b \"x\"", "c"], t.Names);
        Assert.Equal("a,1-b \"x\" 3; a,1-c 1", Edges(t));
    }

    [Fact]
    public void Names_are_ordered_by_the_values_of_their_numbers_and_edges_by_names()
    {
        var t = ConnectomeTable.Read(Write("pre,post,synapses\nVA10,VA2,1\nVA2,AS1,1\nVA02,VA1,1\nVA,VA10,1\n"));
        Assert.Equal(["AS1", "VA", "VA1", "VA02", "VA2", "VA10"], t.Names);
        Assert.Equal("AS1-VA2 1; VA-VA10 1; VA1-VA02 1; VA2-VA10 1", Edges(t));
        Assert.Equal([0, 1, 2, 4], t.Pairs.PreIds);
        Assert.Equal([4, 5, 3, 5], t.Pairs.PostIds);
    }

    [Fact]
    public void The_order_of_rows_makes_no_difference()
    {
        var t = ConnectomeTable.Read(Write("pre,post,synapses\nA,B,1\nC,B,2\nD,A,4\n"));
        var u = ConnectomeTable.Read(Write("pre,post,synapses\nA,D,4\nB,C,2\nB,A,1\n"));
        Assert.Equal(t.Names, u.Names);
        Assert.Equal("A-B 1; A-D 4; B-C 2", Edges(t));
        Assert.Equal(Edges(t), Edges(u));
    }

    [Fact]
    public void Comments_and_blank_lines_are_skipped_and_counted()
    {
        string path = Write("# a \"comment, with a quote\n\n #another\npre,post,synapses\n,,\nA,B,1\n   \n#C,B,1\n");
        var t = ConnectomeTable.Read(path);
        Assert.Equal("#C-B 1; A-B 1", Edges(t));
        Assert.Equal((2, 3, 2), (t.Report.CommentLines, t.Report.BlankRows, t.Report.Rows));
    }

    [Fact]
    public void A_text_in_utf_16_is_read_by_its_byte_order_mark()
    {
        File.WriteAllText(In("t.tsv"), "pre\tpost\tsynapses\nÄ\tB\t1\n", Encoding.Unicode);
        Assert.Equal("B-Ä 1", Edges(ConnectomeTable.Read(In("t.tsv"))));
    }

    [Fact]
    public void A_million_rows_sum_into_their_pairs()
    {
        // Cell i to each of the next ten, a hundred times over: no pair is listed in both directions.
        using (var w = new StreamWriter(In("big.csv")))
        {
            w.Write("pre,post,type,synapses\n");
            for (int i = 0; i < 1_000_000; i++)
            {
                int a = i % 1000, step = 1 + i / 1000 % 10;
                w.Write($"{a},{(a + step) % 1000},EJ,{step}\n");
            }
        }
        var t = ConnectomeTable.Read(In("big.csv"));
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"{i}"), t.Names);
        Assert.Equal((1_000_000, 10_000, 990_000), (t.Report.Rows, t.Report.Pairs, t.Report.Duplicates));
        Assert.Equal(TableListing.AsListed, t.Report.Listing);
        for (int e = 0; e < 10_000; e++)
        {
            int step = Math.Min(t.B[e] - t.A[e], t.A[e] + 1000 - t.B[e]);
            Assert.Equal(100.0 * step, t.Count[e]);
        }
        Assert.Equal(5_500_000, t.Report.Junctions);
    }
}
