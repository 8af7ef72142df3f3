using System.Diagnostics;
using System.IO.Compression;
using Connexon.Tables;

namespace Connexon.Tests.Tables;

/// <summary>
/// Workbooks with cells where Excel has none, or so far away that the rectangle before them would take hours or gigabytes.
/// </summary>
public sealed class WorkbookBounds : TempTables
{
    [Theory]
    [InlineData("r='3'", "r='2147483647'",
        "t.xlsx: a row of 'xl/worksheets/sheet1.xml' has the number 2147483647; Excel has rows 1 to 1048576")]
    [InlineData("r='3'", "r='1048577'", "t.xlsx: a row of 'xl/worksheets/sheet1.xml' has the number 1048577; Excel has rows 1 to 1048576")]
    [InlineData("r='3'", "r='99999999999999999999'",
        "t.xlsx: a row of 'xl/worksheets/sheet1.xml' has the number 99999999999999999999; Excel has rows 1 to 1048576")]
    [InlineData("r='3'", "r='0'", "t.xlsx: a row of 'xl/worksheets/sheet1.xml' has the number 0; Excel has rows 1 to 1048576")]
    [InlineData("r='C3'", "r='XFE3'", "t.xlsx(3): a cell of 'xl/worksheets/sheet1.xml' is at 'XFE3'; Excel has columns A to XFD")]
    [InlineData("r='C3'", "r='FXSHRXX3'", "t.xlsx(3): a cell of 'xl/worksheets/sheet1.xml' is at 'FXSHRXX3'; Excel has columns A to XFD")]
    [InlineData("r='3'><c r='A3'", "r='1048576'><c r='XFD3'", "t.xlsx: 'xl/worksheets/sheet1.xml' goes to row 1048576 and column 16384, "
        + "17179869184 cells, more than 268435456: delete the stray cells far from the table, or save the table as .csv")]
    public void A_place_beyond_the_sheet_is_one_message_at_once(string place, string changed, string message)
    {
        string path = WriteWorkbook("t.xlsx", ("S", [["pre", "post", "n"], ["A", "B", 1], ["B", "C", 2]]));
        Change(path, place, changed);
        long before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        Assert.Equal(message, Message(path));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 100_000_000);
    }

    [Fact]
    public void The_last_row_and_column_of_excel_are_read()
    {
        object?[]?[] rows = [["pre", "post", "weight"], .. Enumerable.Repeat<object?[]?>(null, 1_048_574), ["A", "B", 2]];
        Assert.Equal("A-B 2", Edges(ConnectomeTable.Read(WriteWorkbook("t.xlsx", ("S", rows)))));
    }

    /// <summary>What a sheet says of its own size is no reason to reserve it.</summary>
    [Fact]
    public void A_dimension_that_is_not_there_costs_nothing()
    {
        string path = WriteWorkbook("t.xlsx", ("S", [["pre", "post", "weight"], ["A", "B", 2]]));
        Change(path, "<sheetData>",
            "<dimension ref='A1:FXSHRXX2147483647'/><cols><col min='1' max='2147483647' width='9'/></cols><sheetData>");
        long before = GC.GetTotalAllocatedBytes();
        Assert.Equal("A-B 2", Edges(ConnectomeTable.Read(path)));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 100_000_000);
    }

    private static void Change(string path, string text, string changed)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        ZipArchiveEntry part = zip.GetEntry("xl/worksheets/sheet1.xml")!;
        using var reader = new StreamReader(part.Open());
        string xml = reader.ReadToEnd();
        reader.Dispose();
        Assert.Contains(text, xml, StringComparison.Ordinal);
        part.Delete();
        using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
        writer.Write(xml.Replace(text, changed, StringComparison.Ordinal));
    }

    [Fact]
    public void The_case_of_a_huge_row_number_ends()
    {
        string message = Message(SharedData.Path("cases", "xlsx-row-number", "rowhuge.xlsx"));
        Assert.EndsWith("has the number 2147483647; Excel has rows 1 to 1048576", message);
    }
}
