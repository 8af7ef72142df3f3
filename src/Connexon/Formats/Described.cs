namespace Connexon;

/// <summary>
/// What a file describes, whatever its format: a network, how that is run where nothing else is said, what is to be written and drawn
/// of a run. The network is one like any other: it can be changed, driven, recorded, run in batches and verified; <see cref="Run"/>
/// runs it as the file asks.
/// </summary>
/// <param name="Network">The network, with nothing recorded.</param>
/// <param name="Defaults">How it is run.</param>
public sealed record Described(Network Network, RunDefaults Defaults)
{
    /// <summary>The files that are asked for.</summary>
    public IReadOnlyList<OutputRequest> Outputs { get; init; } = [];

    /// <summary>The pictures that are asked for.</summary>
    public IReadOnlyList<DisplayRequest> Displays { get; init; } = [];

    /// <summary>The files that it was read from: no output replaces one.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>What was read, merged and dropped, in words.</summary>
    public IReadOnlyList<string> Report { get; init; } = [];

    /// <summary>Runs the network and writes what is asked for.</summary>
    /// <param name="settings">How: <c>described.Defaults.Settings()</c>, or with something else.</param>
    /// <param name="options">Where and how files are written, and what is kept; null for as the file says.</param>
    /// <param name="progress">Told about ten times a second how far the run is.</param>
    /// <param name="cancel">Stops the run at a step; what was recorded until then is written.</param>
    /// <exception cref="NetworkException">
    /// The network cannot be run in this way (method, step), or a file cannot be written where it is asked for; nothing was written.
    /// </exception>
    /// <exception cref="DivergenceException">A state stopped being a finite number; what was recorded until then is written.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public DescribedRun Run(
        RunSettings settings, OutputOptions? options = null, IProgress<RunProgress>? progress = null, CancellationToken cancel = default) =>
        DescribedRun.Start(this, settings, options ?? new OutputOptions(), progress, cancel);
}
