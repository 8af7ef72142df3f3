namespace Connexon.NeuroML;

/// <summary>What a LEMS file asks to be run and written. Times in ms.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Length">How long to run.</param>
/// <param name="Step">The step.</param>
/// <param name="Seed">The seed; null where the file gives none.</param>
internal sealed record SimulationDescription(string Id, double Length, double Step, ulong? Seed)
{
    public List<OutputFile> Outputs { get; } = [];
    public List<EventFile> Events { get; } = [];
    public List<Display> Displays { get; } = [];

    /// <summary>All that is written or drawn.</summary>
    public IEnumerable<Recording> Recordings =>
        Outputs.SelectMany(o => o.Columns.Select(c => c.Recording)).Concat(Displays.SelectMany(d => d.Lines.Select(l => l.Recording)));

    /// <summary>Wishes for a simulator: (for, method).</summary>
    public List<(string For, string Method)> Methods { get; } = [];
}

/// <summary>A text file of time and columns.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Path">The file, relative to the output folder, as the LEMS file has it ("results/v.dat").</param>
/// <param name="Place">Where it stands.</param>
internal sealed record OutputFile(string Id, string Path, Place Place)
{
    public List<(string Id, Recording Recording)> Columns { get; } = [];
}

/// <summary>A text file of spikes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Path">The file, relative to the output folder.</param>
/// <param name="TimeFirst">True for rows of time and id, false for id and time.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record EventFile(string Id, string Path, bool TimeFirst, Place Place)
{
    public List<(string Id, CellIndex Cell, string? Port)> Selections { get; } = [];
}

/// <summary>A picture of lines.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="TimeScale">How many ms one of its units of time has.</param>
/// <param name="X">The range of the time axis, in those units; null where the file gives none.</param>
/// <param name="Y">The range of the other axis, in units of the lines' scale.</param>
internal sealed record Display(string Id, string Title, double TimeScale, (double From, double To)? X, (double From, double To)? Y)
{
    public List<DisplayLine> Lines { get; } = [];
}

/// <summary>A line of a picture.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Recording">What it shows.</param>
/// <param name="Scale">What one unit of the axis is, in base units of the quantity (LEMS divides the SI values).</param>
/// <param name="Color">"#rrggbb", as the file has it; null for none.</param>
internal sealed record DisplayLine(string Id, Recording Recording, double Scale, string? Color);
