using System.CommandLine;
using Connexon.NeuroML;

namespace Connexon.Cli;

/// <summary>What only LEMS and NeuroML files have options for.</summary>
internal sealed class LemsArguments
{
    private readonly Option<string> _format = new("--format")
    {
        Description = "How the outputs of a LEMS file are written: lems (tabs, no names) or csv.",
        DefaultValueFactory = _ => "lems",
    };

    private readonly Option<string?> _sample = new("--sample") { Description = "A row of a LEMS file's outputs every so much time: 0.5ms." };

    public IEnumerable<Option> Options => [_format, _sample];

    public void AddTo(Command command)
    {
        foreach (Option o in Options) command.Add(o);
    }

    /// <summary>True for a file that is LEMS or NeuroML by its name.</summary>
    public static bool Reads(string path) => Path.GetExtension(path).ToLowerInvariant() is ".xml" or ".nml";

    /// <summary>Refuses options that were given and mean nothing here.</summary>
    public static void Refuse(ParseResult parsed, IEnumerable<Option> options, string why)
    {
        foreach (Option o in options)
            if (parsed.GetResult(o) is { Implicit: false }) throw new FormatException($"{o.Name} {why}");
    }

    public OutputFormat Format(ParseResult parsed) => parsed.GetValue(_format)!.ToLowerInvariant() switch
    {
        "lems" => OutputFormat.Lems,
        "csv" => OutputFormat.Csv,
        var other => throw new FormatException($"--format: '{other}' is neither lems nor csv."),
    };

    /// <summary>A row every so many steps.</summary>
    public int Every(ParseResult parsed, int? every, Time dt)
    {
        if (parsed.GetValue(_sample) is not { } text) return every ?? 1;
        if (every is not null) throw new FormatException("--every and --sample say the same in two ways: give one of them.");
        double steps = Quantities.Parse<Time>("--sample", text).Value / dt.Value;
        return Math.Abs(steps - Math.Round(steps)) < 1e-6 * steps && steps >= 1 ? (int)Math.Round(steps)
            : throw new FormatException($"--sample: {text} is not a whole number of steps of {dt}.");
    }
}
