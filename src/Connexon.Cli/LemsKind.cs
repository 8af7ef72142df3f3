using System.CommandLine;
using Connexon.NeuroML;

namespace Connexon.Cli;

/// <summary>LEMS and NeuroML files, and what only they have options for.</summary>
internal sealed class LemsKind : FileKind
{
    private readonly Option<string> _format = new("--format")
    {
        Description = "How the outputs of a LEMS file are written: lems (tabs, no names) or csv.",
        DefaultValueFactory = _ => "lems",
    };

    private readonly Option<string?> _sample = new("--sample")
    {
        Description = "A row of a LEMS file's outputs every so much time: 0.5ms.",
    };

    public override IEnumerable<(Option Option, string Why)> Own =>
        new Option[] { _format, _sample }.Select(o => (o, "is for LEMS files (.xml, .nml)."));

    /// <summary>The options of a run.</summary>
    public void AddTo(Command command)
    {
        command.Add(_format);
        command.Add(_sample);
    }

    public override bool Reads(InputFile file) => file.IsXml ?? Path.GetExtension(file.Name).ToLowerInvariant() is ".xml" or ".nml";

    public override OpenFile Open(InputFile file, ParseResult parsed)
    {
        OutputFormat format = parsed.GetValue(_format)?.ToLowerInvariant() switch
        {
            "lems" or null => OutputFormat.Lems,
            "csv" => OutputFormat.Csv,
            var other => throw new FormatException($"--format: '{other}' is neither lems nor csv."),
        };
        return new OpenLems(file.Name, NeuroMLFile.Read(file.Path, file.Name), format, parsed.GetValue(_sample));
    }
}
