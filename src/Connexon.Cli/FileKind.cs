using System.CommandLine;

namespace Connexon.Cli;

/// <summary>A kind of file that the verbs read: which files, with which options, and what it makes of one.</summary>
internal abstract class FileKind
{
    /// <summary>True for a file of this kind, by its name, or by its content where it has none.</summary>
    public abstract bool Reads(InputFile file);

    /// <summary>What only files of this kind have options for, each with what is said where it is given for another.</summary>
    public abstract IEnumerable<(Option Option, string Why)> Own { get; }

    /// <summary>Reads a file.</summary>
    public abstract OpenFile Open(InputFile file, ParseResult parsed);
}

/// <summary>A file that was read: what it describes, and what a summary says of it.</summary>
internal abstract class OpenFile
{
    /// <summary>False for a file that can be looked at but not run.</summary>
    public virtual bool HasNetwork => true;

    /// <summary>What it describes.</summary>
    public abstract Described Described { get; }

    /// <summary>A row every so many steps.</summary>
    public abstract int Every(int? asked, RunSettings settings);

    /// <summary>Where and how its outputs are written; null for nothing to be written.</summary>
    public abstract OutputOptions? Outputs(string? folder);

    /// <summary>What is kept in memory of a run, a row every so many steps; null for nothing.</summary>
    public abstract int? Kept(int every, bool verify);

    /// <summary>The rows of a summary that say what was read.</summary>
    public abstract void AddTo(SummaryTable summary);

    /// <summary>Those of a run.</summary>
    public abstract void AddTo(SummaryTable summary, Run run);

    /// <summary>A picture of a run.</summary>
    public abstract Plotting.Picture Draw(DescribedRun run);

    /// <summary>Files that are written beside the outputs, after the run: their names, and the text of each.</summary>
    public virtual IEnumerable<(string Name, Func<SummaryTable, string> Text)> Beside => [];

    /// <summary>What was decided where the file leaves it open.</summary>
    public virtual IEnumerable<string> Warnings => [];

    /// <summary>What a neuron is called.</summary>
    public abstract string NameOf(Network network, Neuron neurons, int index);
}
