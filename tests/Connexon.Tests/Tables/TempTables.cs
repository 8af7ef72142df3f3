using System.IO.Compression;
using System.Security;
using Connexon.Tables;

namespace Connexon.Tests.Tables;

/// <summary>Small tables in a folder of their own, gone after the test.</summary>
public abstract class TempTables : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connexon-tables-");

    protected string In(string name) => Path.Combine(_folder.FullName, name);

    protected string Write(string text, string name = "t.csv")
    {
        File.WriteAllText(In(name), text);
        return In(name);
    }

    protected string WriteBytes(ReadOnlySpan<byte> bytes, string name = "t.csv")
    {
        File.WriteAllBytes(In(name), bytes);
        return In(name);
    }

    protected static string Message(string path, TableOptions? options = null)
        => Assert.Throws<TableException>(() => ConnectomeTable.Read(path, options)).Message;

    /// <summary>The edges as text, "A-B 2; B-C 1".</summary>
    protected static string Edges(ConnectomeTable t)
        => string.Join("; ", t.Count.Select((n, e) => FormattableString.Invariant($"{t.Names[t.A[e]]}-{t.Names[t.B[e]]} {n}")));

    /// <summary>
    /// A minimal workbook: one entry per sheet, rows of strings, numbers, a <see cref="DateTime"/>, or null for a blank cell; a null row is
    /// left out.
    /// </summary>
    protected string WriteWorkbook(string name, params (string Sheet, object?[]?[] Rows)[] sheets)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string package = "http://schemas.openxmlformats.org/package/2006/relationships";
        using var zip = ZipFile.Open(In(name), ZipArchiveMode.Create);
        void Part(string part, string xml)
        {
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(xml);
        }
        var indices = Enumerable.Range(1, sheets.Length);
        Part("_rels/.rels", $"<Relationships xmlns='{package}'>" +
            $"<Relationship Id='r1' Type='{rel}/officeDocument' Target='xl/workbook.xml'/></Relationships>");
        Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns='{package}'>" +
            string.Concat(indices.Select(k => $"<Relationship Id='s{k}' Type='{rel}/worksheet' Target='worksheets/sheet{k}.xml'/>")) +
            $"<Relationship Id='st' Type='{rel}/styles' Target='styles.xml'/></Relationships>");
        Part("xl/workbook.xml", $"<workbook xmlns='{main}' xmlns:r='{rel}'><sheets>" +
            string.Concat(indices.Select(k => $"<sheet name='{sheets[k - 1].Sheet}' sheetId='{k}' r:id='s{k}'/>")) +
            "</sheets></workbook>");
        // Style 1 is a date (number format 14).
        Part("xl/styles.xml", $"<styleSheet xmlns='{main}'>" +
            "<cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>");
        foreach (int k in indices)
            Part($"xl/worksheets/sheet{k}.xml", $"<worksheet xmlns='{main}'><sheetData>" +
                string.Concat(sheets[k - 1].Rows.Select(Row)) +
                "</sheetData></worksheet>");
        return In(name);
    }

    private static string Row(object?[]? cells, int row)
        => cells is null ? "" : $"<row r='{row + 1}'>{string.Concat(cells.Select((cell, j) => Cell(cell, row, j)))}</row>";

    private static string Cell(object? value, int row, int column)
    {
        string at = $"{(char)('A' + column)}{row + 1}";
        return value switch
        {
            null => "",
            string s => $"<c r='{at}' t='inlineStr'><is><t>{SecurityElement.Escape(s)}</t></is></c>",
            DateTime d => FormattableString.Invariant($"<c r='{at}' s='1'><v>{d.ToOADate()}</v></c>"),
            _ => FormattableString.Invariant($"<c r='{at}'><v>{value}</v></c>"),
        };
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
