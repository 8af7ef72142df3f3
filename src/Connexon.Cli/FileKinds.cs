using System.CommandLine;

namespace Connexon.Cli;

/// <summary>The file that a verb is given, and the kinds that it may be of.</summary>
internal sealed class FileKinds
{
    private readonly Argument<string> _path = new("FILE")
    {
        Description = "A connectome table (csv, tsv, xlsx), whose columns are recognised or named with the options below; "
            + "or a LEMS or NeuroML file (xml, nml). - is standard input, of either kind.",
    };

    private readonly FileKind[] _kinds;

    /// <param name="kinds">The kinds; the last takes what no other reads.</param>
    public FileKinds(params FileKind[] kinds)
    {
        _kinds = kinds;
        _path.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', '-', ..] option }]) result.AddError($"'{option}' is not an option.");
        });
    }

    public void AddTo(Command command) => command.Add(_path);

    public string Path(ParseResult parsed) => parsed.GetValue(_path)!;

    /// <summary>Reads the file, with its warnings; refuses options that were given and mean nothing for its kind.</summary>
    public OpenFile Open(ParseResult parsed)
    {
        using var file = new InputFile(Path(parsed));
        FileKind kind = _kinds.FirstOrDefault(k => k.Reads(file)) ?? _kinds[^1];
        foreach (var (option, why) in _kinds.Where(k => k != kind).SelectMany(k => k.Own))
            if (parsed.GetResult(option) is { Implicit: false }) throw new FormatException($"{option.Name} {why}");
        OpenFile open = kind.Open(file, parsed);
        foreach (string warning in open.Warnings) Console.Error.WriteLine($"Warning: {warning}");
        return open;
    }
}
