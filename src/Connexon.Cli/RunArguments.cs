using System.CommandLine;

namespace Connexon.Cli;

/// <summary>How long and how a run goes, and what it leaves behind: what runs of tables and of LEMS files share.</summary>
internal sealed class RunArguments
{
    private readonly Option<string?> _duration = new("--duration")
    {
        Description = "How long, in model time; 200ms by default, or what a LEMS file says.",
    };

    private readonly Option<ulong?> _seed = new("--seed")
    {
        Description = "The seed of all random numbers; 0 by default, or what a LEMS file says.",
    };

    private readonly Option<int> _threads = new("--threads")
    {
        Description = "Threads, of which at most one a processor is used; the result does not depend on them.",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<int?> _every = new("--every")
    {
        Description = "Record every so many steps; by default what fits into memory, or every step of a LEMS file.",
    };

    private readonly Option<string?> _plot = new("--plot")
    {
        Description = "Save a picture (.png or .svg): spikes above the mean of V, or the displays of a LEMS file.",
    };

    private readonly Option<string?> _out = new("--out")
    {
        Description = "Write into this folder: V.csv, spikes.csv, cells.csv and summary.json, or the outputs of a LEMS file.",
    };

    private readonly Option<bool> _verify = new("--verify")
    {
        Description = "Run again at half the step and say what moved: whether the step is good enough.",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print the summary as JSON." };

    public void AddTo(Command command)
    {
        foreach (Option o in new Option[] { _duration, _seed, _threads, _every, _plot, _out, _verify, _json }) command.Add(o);
    }

    public Time? Duration(ParseResult parsed) => parsed.GetValue(_duration) is { } text ? Quantities.Parse<Time>("--duration", text) : null;

    public ulong? Seed(ParseResult parsed) => parsed.GetValue(_seed);

    /// <summary>At most one a processor; what is no number of threads goes on, to be refused.</summary>
    public int Threads(ParseResult parsed)
    {
        int asked = parsed.GetValue(_threads);
        return asked <= RunSettings.MostThreads ? Math.Min(asked, Environment.ProcessorCount) : asked;
    }

    public int? Every(ParseResult parsed) => parsed.GetValue(_every);

    /// <summary>Where the picture goes; null for none.</summary>
    public string? Plot(ParseResult parsed)
    {
        string? plot = parsed.GetValue(_plot);
        if (plot is not null) RunOutput.CheckPicture(plot);
        return plot;
    }

    /// <summary>The folder for results; null for none.</summary>
    public string? Folder(ParseResult parsed)
    {
        string? folder = parsed.GetValue(_out);
        if (folder is not null) RunOutput.CheckFolder(folder);
        return folder;
    }

    public bool Verify(ParseResult parsed) => parsed.GetValue(_verify);

    public bool Json(ParseResult parsed) => parsed.GetValue(_json);
}
