using System.IO.Compression;
using Connexon.Tables;

namespace Connexon.Tests.Tables;

public sealed class WorkbookTable : TempTables
{
    private string Two(string name = "t.xlsx") => WriteWorkbook(name,
        ("First", [["# note"], null, ["pre", "post", "type", "synapses"],
            [" A ", "B", "EJ", 2], null, ["B", 7, "EJ", 0.5], ["A", "C", "S", 1]]),
        ("Second", [["Neuron 1", "Neuron 2", "Nbr"], ["X", "Y", 3]]));

    [Fact]
    public void The_first_sheet_is_read_and_the_others_are_named()
    {
        var t = ConnectomeTable.Read(Two());
        Assert.Equal(["7", "A", "B", "C"], t.Names);
        Assert.Equal("7-B 0.5; A-B 2", Edges(t));
        Assert.Equal((3, 1, 2), (t.Report.Rows, t.Report.CommentLines, t.Report.BlankRows));
        Assert.Equal("First", t.Report.Sheet);
        Assert.Equal(["Second"], t.Report.OtherSheets);
        Assert.EndsWith("\nsheet 'First' read; not read: 'Second'", t.Report.ToString());
    }

    [Fact]
    public void A_sheet_can_be_named_whatever_the_extension()
    {
        var t = ConnectomeTable.Read(Two("t.csv"), new() { Sheet = "second" });
        Assert.Equal("X-Y 3", Edges(t));
        Assert.Equal("Second", t.Report.Sheet);
        Assert.Equal(["First"], t.Report.OtherSheets);
    }

    [Fact]
    public void A_sheet_that_is_not_there_is_an_error()
        => Assert.Equal("t.xlsx: no sheet 'Third'; the workbook has 'First', 'Second'", Message(Two(), new() { Sheet = "Third" }));

    [Fact]
    public void Faults_are_found_at_the_row_of_the_sheet()
    {
        Assert.Equal("a.xlsx(4): 3 fields where the header has 4: 'synapses' is missing", Message(WriteWorkbook("a.xlsx",
            ("S", [["pre", "post", "type", "synapses"], ["A", "B", "EJ", 2], null, ["A", "C", "EJ", null]]))));
        Assert.Equal(
            "b.xlsx(2): column 1 holds a date or time; a spreadsheet may have taken a cell's name for one: store the column as text",
            Message(WriteWorkbook("b.xlsx", ("S", [["pre", "post", "synapses"], [new DateTime(2024, 3, 1), "B", 2]]))));
    }

    [Fact]
    public void An_empty_sheet_has_no_header()
        => Assert.Equal("t.xlsx: there is no header: every line is blank or a comment", Message(WriteWorkbook("t.xlsx", ("S", []))));

    [Fact]
    public void A_zip_archive_that_is_no_workbook_is_refused()
    {
        using (var zip = ZipFile.Open(In("t.xlsx"), ZipArchiveMode.Create)) zip.CreateEntry("readme.txt").Open().Dispose();
        Assert.StartsWith("t.xlsx: a zip archive, but no readable .xlsx workbook: ", Message(In("t.xlsx")));
        byte[] whole = File.ReadAllBytes(Two("u.xlsx"));
        Assert.StartsWith("v.xlsx: a zip archive, but no readable .xlsx workbook: ",
            Message(WriteBytes(whole.AsSpan(0, whole.Length / 2), "v.xlsx")));
    }
}
