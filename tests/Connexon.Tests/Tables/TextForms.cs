using System.Text;
using Connexon.Tables;

namespace Connexon.Tests.Tables;

/// <summary>How texts are written in other places: separators, decimal marks, encodings; and what is no table at all.</summary>
public sealed class TextForms : TempTables
{
    [Theory]
    [InlineData("pre post weight\nA1 B2 2\nB2 C3 3\n")]
    [InlineData("  pre   post  weight\n   A1     B2       2\n   B2     C3       3\n")]
    [InlineData("pre \t post\tweight \nA1\t\tB2 \t 2\nB2\tC3\t3\t\n")]
    public void A_blank_stands_for_any_run_of_blanks(string text) =>
        Assert.Equal("A1-B2 2; B2-C3 3", Edges(ConnectomeTable.Read(Write(text), new() { Delimiter = ' ' })));

    [Theory]
    [InlineData("pre post weight\nA1 B2 2\nB2 C3 3\n")]
    [InlineData("  pre   post  weight\n   A1     B2       2\n   B2     C3       3\n\n")]
    [InlineData("A1 B2 2,0\nB2 C3 3,0\n")]
    [InlineData("A1;B2;2,00\nB2;C3;3,00\n")]
    [InlineData("pre;post;weight\n\"A1\";B2;2,0\nB2;C3;\"3,0\"\n")]
    [InlineData("pre,post,weight,note\nA1,B2,2,a;b;c;d\nB2,C3,3,\n")]
    public void Separators_are_told_by_the_first_lines(string text) =>
        Assert.Equal("A1-B2 2; B2-C3 3", Edges(ConnectomeTable.Read(Write(text))));

    [Fact]
    public void Decimal_commas_are_read_and_said()
    {
        var t = ConnectomeTable.Read(Write("pre;post;weight\nA;B;2,5\nB;C;0,5\nC;D;1,250\n"));
        Assert.Equal("A-B 2.5; B-C 0.5; C-D 1.25", Edges(t));
        Assert.Equal(["fields between ';'", "columns 'pre', 'post', 'weight'", "a comma read as the decimal point ('2,5' in line 2)"],
            t.Report.Notes);
        Assert.Equal("A-B 0.5; B-C 2.5", Edges(ConnectomeTable.Read(Write(";A;B;C\nA;;0,5;\nB;0,5;;2,5\nC;;2,5;\n"))));
    }

    [Fact]
    public void A_comma_that_may_separate_thousands_is_refused_unless_said()
    {
        string path = Write("pre;post;weight\nA;B;1,000\n");
        Assert.Equal("t.csv(2): '1,000' may be 1.000 or 1000, and no other number of the table tells; say TableOptions.Decimal, "
            + "or write it without the comma", Message(path));
        Assert.Equal("A-B 1", Edges(ConnectomeTable.Read(path, new() { Decimal = ',' })));
        Assert.StartsWith("t.csv(2): column 'weight' holds '1,000'", Message(path, new() { Decimal = '.' }));
        Assert.Equal("t.csv(3): '1,000' in line 2 has a comma where '2.5' in line 3 has a decimal point; "
            + "write all numbers alike, without separators of thousands", Message(Write("pre;post;weight\nA;B;1,000\nB;C;2.5\n")));
    }

    [Fact]
    public void Utf_16_is_told_by_its_bytes()
    {
        const string text = "pre\tpost\tweight\nA\tB\t2\n";
        Encoding[] encodings = [new UnicodeEncoding(true, false), new UnicodeEncoding(false, false), Encoding.BigEndianUnicode];
        foreach (Encoding encoding in encodings)
        {
            File.WriteAllText(In("t.tsv"), text, encoding);
            var t = ConnectomeTable.Read(In("t.tsv"));
            Assert.Equal("A-B 2", Edges(t));
            Assert.StartsWith("UTF-16 text", t.Report.Notes[0]);
        }
    }

    [Fact]
    public void Windows_1252_is_taken_where_bytes_are_no_utf_8_and_said()
    {
        byte[] text = [.. "pre,post,weight\nM"u8, 0xFC, .. "ller,B,2\n"u8];
        var t = ConnectomeTable.Read(WriteBytes(text));
        Assert.Equal("B-Müller 2", Edges(t));
        Assert.Equal("Windows-1252 text, as it is no UTF-8: look at names with letters beyond a to z", t.Report.Notes[0]);
        Assert.Equal("B-Müller 2", Edges(ConnectomeTable.Read(WriteBytes(text), new() { Encoding = Encoding.Latin1 })));
        // A letter of UTF-8 that lies across two blocks of bytes is one.
        string far = Write("pre,post,weight\n" + string.Concat(Enumerable.Repeat("A,B,1\n", 10920)) + "\u00FC\u00FC,B,1\n"
            + "A,\u00E4B,1\n");
        Assert.Equal(["A", "B", "äB", "üü"], ConnectomeTable.Read(far).Names);
    }

    [Theory]
    [InlineData("{\"nodes\": []}", "JSON; write its pairs as text, a line each: pre,post,weight")]
    [InlineData("[[0, 1], [1, 0]]", "JSON; write its pairs as text, a line each: pre,post,weight")]
    [InlineData("<?xml version='1.0'?>\n<graphml xmlns='x'/>",
        "GraphML; write its pairs as text: G = networkx.read_graphml(file); networkx.write_weighted_edgelist(G, 'pairs.txt')")]
    [InlineData("graph [\n  node [\n",
        "GML; write its pairs as text: G = networkx.read_gml(file); networkx.write_weighted_edgelist(G, 'pairs.txt')")]
    [InlineData("%%MatrixMarket matrix coordinate real symmetric\n3 3 1\n2 1 1\n", "a matrix in Matrix Market form; write it as text: "
        + "numpy.savetxt('matrix.csv', scipy.io.mmread(file).toarray(), delimiter=',')")]
    [InlineData("*Vertices 3\n1 \"A\"\n", "a network of Pajek; write its pairs as text: "
        + "G = networkx.Graph(networkx.read_pajek(file)); networkx.write_weighted_edgelist(G, 'pairs.txt')")]
    [InlineData("strict graph {\n a -- b\n}", "a graph in DOT form; write its pairs as text: "
        + "G = networkx.nx_agraph.read_dot(file); networkx.write_weighted_edgelist(G, 'pairs.txt')")]
    public void A_file_of_another_format_is_called_that(string text, string word) => Assert.Equal($"t.csv: {word}", Message(Write(text)));

    [Fact]
    public void Cases_of_separators_and_decimals_are_right()
    {
        foreach (string file in new[] { "gap.txt", "aligned.txt" })
            Assert.Equal("A1-B2 2; B2-C3 3", Edges(ConnectomeTable.Read(SharedData.Path("cases", "delimiter-space", file))));
        Assert.Equal("A1-B2 2.5; A1-D4 1.25; B2-C3 0.5", Edges(ConnectomeTable.Read(SharedData.Path("cases", "decimal-comma", "gap.csv"))));
    }
}
