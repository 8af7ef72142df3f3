using Connexon.Tables;

namespace Connexon.Tests.Tables;

public sealed class Faults : TempTables
{
    private const string Header = "pre,post,type,synapses\n";
    private const string NoCount = "; a junction count is a finite number, 0 or more";

    private const string Rename =
        "Rename the columns, name or number them with TableOptions, or say TableOptions.Header = false where this row is a pair.";

    [Fact]
    public void A_missing_file_and_a_directory_are_named()
    {
        Assert.Equal($"no.csv: no such file: '{In("no.csv")}'", Message(In("no.csv")));
        Directory.CreateDirectory(In("d"));
        Assert.Equal("d: this is a directory; name a file (csv, tsv or xlsx)", Message(In("d")));
    }

    [Fact]
    public void The_exception_carries_path_and_line()
    {
        string path = Write(Header + "A,B,EJ,x\n");
        var e = Assert.Throws<TableException>(() => ConnectomeTable.Read(path));
        Assert.Equal((path, 2), (e.Path, e.Line));
        e = Assert.Throws<TableException>(() => ConnectomeTable.Read(In("no.csv")));
        Assert.Equal((In("no.csv"), (int?)null), (e.Path, e.Line));
    }

    [Theory]
    [InlineData("", "t.csv: the file is empty")]
    [InlineData("# only\n\n", "t.csv: there is no header: every line is blank or a comment")]
    [InlineData(Header, "t.csv: there are no rows below the header")]
    public void A_file_without_rows_is_refused(string text, string message) => Assert.Equal(message, Message(Write(text)));

    [Fact]
    public void A_binary_file_is_refused()
    {
        Assert.Equal("t.csv: a binary file; a connectome table is text (csv, tsv) or an .xlsx workbook", Message(WriteBytes([1, 2, 0, 4])));
        Assert.Equal("t.xls: an Excel workbook of the old binary format (.xls); save it as .xlsx or .csv",
            Message(WriteBytes([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "t.xls")));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_found_where_they_are()
    {
        byte[] western = [.. "pre,post,synapses\nA"u8, 0xE4, .. ",B,1\n"u8];
        Assert.Equal("t.csv(2): a byte that is not UTF-8; save the table as UTF-8 text",
            Message(WriteBytes(western), new() { Encoding = System.Text.Encoding.UTF8 }));
        Assert.Equal("t.csv(2): a byte that is not UTF-8; save the table as UTF-8 text", // 0x81 is no Windows-1252 either
            Message(WriteBytes([.. "pre,post,synapses\nA"u8, 0x81, .. ",B,1\n"u8])));
        byte[] late = [.. "pre,post,synapses\n"u8, .. Enumerable.Repeat("A,B,1\n"u8.ToArray(), 1000).SelectMany(b => b), 0, 10];
        Assert.Equal("t.csv(1002): a zero byte: this is a binary file, or a damaged one", Message(WriteBytes(late)));
    }

    [Fact]
    public void Missing_columns_are_listed_with_those_found_and_the_legal_names()
    {
        Assert.Equal(
            "t.csv(2): the header has no column for the second cell (PostColumn: post, post cell, postsynaptic, neuron 2, " +
            "cell 2, cell b, target, to); " +
            "nor for the junction count (WeightColumn: synapses, nbr, weight, junctions, count, number, number of connections). " +
            "Found: 'pre', 'x', 'y'. " + Rename,
            Message(Write("# c\npre,x,y\n1,2,3\n")));
        Assert.Equal(
            "t.csv(1): the header has no column for the first cell (PreColumn: 'from here' was asked for). " +
            "Found: 'pre', 'post', 'type', 'synapses'. " + Rename,
            Message(Write(Header), new() { PreColumn = "from here" }));
        Assert.Equal(
            "t.csv(1): the header has no column for the type (TypeColumn: type, synapse type). " +
            "Found: 'pre', 'post', 'weight'. " + Rename,
            Message(Write("pre,post,weight\nA,B,1\n"), new() { Types = ["EJ"] }));
    }

    [Fact]
    public void Columns_that_could_both_be_meant_are_refused()
    {
        Assert.Equal("t.csv(1): columns 'weight', 'count' may each be the junction count; say which with TableOptions.WeightColumn",
            Message(Write("pre,post,weight,count\nA,B,1,2\n")));
        Assert.Equal("t.csv(1): columns 'n', 'N' may each be the junction count; give each column a name of its own",
            Message(Write("pre,post,n,N\nA,B,1,2\n"), new() { WeightColumn = "n" }));
    }

    [Theory]
    [InlineData("x", "holds 'x'")]
    [InlineData("-1", "holds '-1'")]
    [InlineData("NaN", "holds 'NaN'")]
    [InlineData("Infinity", "holds 'Infinity'")]
    [InlineData("\"1,5,0\"", "holds '1,5,0'")]
    [InlineData(" ", "is empty")]
    public void A_count_that_is_none_is_refused(string count, string found)
        => Assert.Equal($"t.csv(3): column 'synapses' {found}{NoCount}", Message(Write($"{Header}A,B,EJ,1\nA,C,EJ,{count}\n")));

    [Fact]
    public void No_electrical_rows_is_an_error_that_lists_the_types()
        => Assert.Equal(
            "t.csv: no electrical rows; found 2 of type 'chemical', 1 of type 'NMJ'. " +
            "Taken as electrical: 'electrical', 'electrical synapse', " +
            "'EJ', 'GJ', 'gap', 'gap junction', 'gap junctions', 'Generic_GJ'. Name others with TableOptions.Types.",
            Message(Write(Header + "A,B,chemical,1\nA,NMJ,NMJ,1\nB,A,chemical,1\n")));

    [Theory]
    [InlineData("A,\"B,EJ,1", "field 2 opens a quote that this line does not close; a field may not span lines")]
    [InlineData("A,\"B\"\",EJ,1", "field 2 opens a quote that this line does not close; a field may not span lines")]
    [InlineData("A,\"B\"x,EJ,1", "field 2 goes on after its closing quote; write an inner quote twice")]
    [InlineData("A,B\"x\",EJ,1", "field 2 has a quote inside; put the whole field in quotes and write the inner quote twice")]
    public void Quotes_that_do_not_match_are_found(string row, string message)
        => Assert.Equal("t.csv(2): " + message, Message(Write(Header + row + "\nA,B,EJ,1\n")));

    [Theory]
    [InlineData("A", "1 field where the header has 4: 'post' is missing")]
    [InlineData("A,B,EJ", "3 fields where the header has 4: 'synapses' is missing")]
    [InlineData("A,B,EJ,1,5", "5 fields where the header has 4: a field that holds the delimiter (a decimal comma?) needs quotes")]
    [InlineData("A,,EJ,1", "column 'post' is empty; it must name a cell")]
    [InlineData(",B,chemical,1", "column 'pre' is empty; it must name a cell")]
    public void Rows_that_do_not_fit_the_header_are_refused(string row, string message)
        => Assert.Equal("t.csv(2): " + message, Message(Write(Header + row + "\nA,B,EJ,1\n")));

    [Fact]
    public void Empty_fields_beyond_the_header_are_harmless()
        => Assert.Equal("A-B 1", Edges(ConnectomeTable.Read(Write(Header + "A,B,EJ,1,,\n"))));

    [Fact]
    public void A_sheet_of_a_text_file_is_refused()
        => Assert.Equal("t.csv: a text file has no sheets; leave out the sheet 'S'",
            Message(Write(Header + "A,B,EJ,1\n"), new() { Sheet = "S" }));
}
