using System.CommandLine;
using System.Text.RegularExpressions;
using Connexon.Tables;

namespace Connexon.Cli;

/// <summary>How to read a table: what the verbs that read one share.</summary>
internal sealed partial class TableArguments
{
    private readonly Option<string?> _layout =
        Text("--layout", "What the table is: list (of pairs) or matrix. By default told by its first rows.");
    private readonly Option<bool> _header =
        new("--header") { Description = "The first row names the columns, though it looks like a pair." };
    private readonly Option<bool> _noHeader = new("--no-header") { Description = "The first row is a pair; columns have numbers, from 1." };
    private readonly Option<string?> _pre = Text("--pre-column", "The column of the first cell, by name or number.");
    private readonly Option<string?> _post = Text("--post-column", "The column of the second cell.");
    private readonly Option<string?> _type = Text("--type-column", "The column that says what kind of connection a row is.");
    private readonly Option<string?> _weight = Text("--weight-column", "The column with the number of junctions.");
    private readonly Option<string[]> _types = new("--type")
    {
        Description = "The kinds to keep, as the type column writes them.",
        HelpName = "TYPE",
    };

    private readonly Option<string?> _sheet = Text("--sheet", "The sheet of a workbook; the first by default.");
    private readonly Option<string?> _delimiter = Text("--delimiter",
        $"What separates the fields of a text table: a character, or {string.Join(", ", TextNames.Delimiters.Keys)}. "
        + "By default what its first lines have.");

    private readonly Option<string?> _decimal =
        Text("--decimal", "The mark before decimals: point or comma. By default told by the numbers.");
    private readonly Option<string?> _encoding = Text("--encoding",
        "The encoding of a text table, such as utf-8, utf-16 or windows-1252. By default told by its bytes.");

    private readonly Option<string?> _listing = Text("--listing",
        "What to make of pairs listed in both directions: as-listed (both count), each-pair-once (the first), max, mean or error. "
        + "By default one pair.");

    private readonly Option<bool> _keepSelf = new("--keep-self")
    {
        Description = "Keep junctions of a cell with itself, which carry nothing.",
    };

    private readonly Option<string?> _cells = Text("--cells", "Which cells become neurons: all (default), or coupled.");

    public IEnumerable<Option> Options =>
    [
        _layout, _header, _noHeader, _pre, _post, _type, _weight, _types,
        _sheet, _delimiter, _decimal, _encoding, _listing, _keepSelf, _cells,
    ];

    public void AddTo(Command command)
    {
        foreach (Option o in Options) command.Add(o);
    }

    public ConnectomeTable Read(string path, ParseResult parsed) => InWords(() => ConnectomeTable.Read(path, TableOptions(parsed)));

    /// <summary>Reads a table, its errors in the words of the command.</summary>
    public static T InWords<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (TableException e)
        {
            throw new FormatException(InOptions(e.Message), e);
        }
    }

    private TableOptions TableOptions(ParseResult parsed) => new()
    {
        PreColumn = parsed.GetValue(_pre),
        PostColumn = parsed.GetValue(_post),
        TypeColumn = parsed.GetValue(_type),
        WeightColumn = parsed.GetValue(_weight),
        Types = parsed.GetValue(_types) is { Length: > 0 } types ? types : null,
        Sheet = parsed.GetValue(_sheet),
        Layout = Named<TableLayout>(parsed.GetValue(_layout), "--layout"),
        Header = Header(parsed),
        Delimiter = TextNames.Delimiter(parsed.GetValue(_delimiter)),
        Decimal = TextNames.Decimal(parsed.GetValue(_decimal)),
        Encoding = TextNames.Encoding(parsed.GetValue(_encoding)),
        Listing = Named<TableListing>(parsed.GetValue(_listing), "--listing"),
        KeepSelf = parsed.GetValue(_keepSelf),
        Cells = Named<TableCells>(parsed.GetValue(_cells), "--cells") ?? TableCells.All,
    };

    private bool? Header(ParseResult parsed) => (parsed.GetValue(_header), parsed.GetValue(_noHeader)) switch
    {
        (true, true) => throw new FormatException("--header and --no-header cannot both be."),
        (false, false) => null,
        var (header, _) => header,
    };

    /// <summary>The library's advice in the words of the command: TableOptions.PreColumn is --pre-column here.</summary>
    public static string InOptions(string message) => Property().Replace(message, m => m switch
    {
        { Value: "TableOptions" } => "options such as --pre-column (see --help)",
        { Value: "TableOptions.Types" } => "--type",
        { Value: "TableOptions.Header = false" } => "--no-header",
        { Value: "TableOptions.Header = true" } => "--header",
        _ when m.Groups["of"].Value == "TableListing" => $"--listing {Hyphened(m.Groups["name"].Value)}",
        _ when m.Groups["value"] is { Success: true } value =>
            $"--{Hyphened(m.Groups["name"].Value)} {string.Join(" or ", value.Value.Split(" or ").Select(Hyphened))}",
        _ => $"--{Hyphened(m.Groups["name"].Value)}",
    });

    [GeneratedRegex(@"(?<of>TableOptions|TableListing)(\.(?<name>[A-Z]\w+))?( = (?<value>\w+( or [A-Z]\w+)?))?"
        + @"|(?<=[ (,])(?<name>(Pre|Post|Type|Weight)Column)\b")]
    private static partial Regex Property();

    private static Option<string?> Text(string name, string description) => new(name) { Description = description };

    /// <summary>A value of an enumeration written as options are: each-pair-once.</summary>
    private static E? Named<E>(string? text, string option) where E : struct, Enum
    {
        if (text is null) return null;
        if (Enum.TryParse(text.Replace("-", ""), ignoreCase: true, out E value) && Enum.IsDefined(value)) return value;
        throw new FormatException($"{option}: '{text}' is not one of {string.Join(", ", Enum.GetNames<E>().Select(Hyphened))}.");
    }

    private static string Hyphened(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
