using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Connexon.Tables;

/// <summary>Rows of one sheet of an Excel workbook.</summary>
internal sealed class WorkbookRows : TableRows
{
    private readonly string _path;
    private readonly IExcelDataReader _reader;
    private string[] _fields = [];
    private bool _begun;

    public WorkbookRows(string path, Stream stream, string? sheet)
    {
        _path = path;
        // The package asks for code page 1252 even where the workbook, like every .xlsx, is Unicode.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _reader = Guard(path, () =>
        {
            WorkbookLimits.Check(path, stream);
            return ExcelReaderFactory.CreateReader(stream);
        }, "a zip archive, but no readable .xlsx workbook");
        try
        {
            var sheets = Guard(path, Sheets);
            Sheet = sheet is null ? sheets[0] : sheets.Find(s => s.Equals(sheet.Trim(), StringComparison.OrdinalIgnoreCase))
                ?? throw new TableException(path, null,
                    $"no sheet '{sheet}'; the workbook has {string.Join(", ", sheets.Select(s => $"'{s}'"))}");
            OtherSheets = [.. sheets.Where(s => s != Sheet)];
            for (int k = sheets.IndexOf(Sheet); k > 0; k--) Guard(path, _reader.NextResult);
        }
        catch
        {
            _reader.Dispose();
            throw;
        }
    }

    public override string? Sheet { get; }

    public override IReadOnlyList<string> OtherSheets { get; }

    public override int Fields => _fields.Length;

    public override ReadOnlySpan<char> Field(int index) => index < _fields.Length ? _fields[index] : default;

    public override bool Next()
    {
        while (Guard(_path, _reader.Read))
        {
            Line = _reader.Depth + 1;
            _fields = new string[_reader.FieldCount];
            for (int i = 0; i < _fields.Length; i++) _fields[i] = Text(i);
            int used = Array.FindLastIndex(_fields, f => f.Length > 0) + 1;
            if (used == 0) BlankRows++;
            else if (!_begun && _fields[0].StartsWith('#')) CommentLines++;
            else
            {
                // A sheet is as wide as its widest row: blank cells at the end of a row are no fields of it.
                Array.Resize(ref _fields, used);
                return _begun = true;
            }
        }
        return false;
    }

    public override void Dispose() => _reader.Dispose();

    private List<string> Sheets()
    {
        var names = new List<string>();
        do names.Add(_reader.Name); while (_reader.NextResult());
        _reader.Reset();
        return names;
    }

    private string Text(int column) => Guard(_path, () => _reader.GetValue(column)) switch
    {
        null => "",
        DateTime or TimeSpan => throw new TableException(_path, Line,
            $"column {column + 1} holds a date or time; a spreadsheet may have taken a cell's name for one: store the column as text"),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!.Trim(),
    };
}
