namespace Connexon;

/// <summary>What running a described network gave.</summary>
public sealed class DescribedRun
{
    private DescribedRun(Run run, IReadOnlyList<string> files, IReadOnlyList<string> notes, IReadOnlyList<DrawnDisplay> displays) =>
        (Run, Files, Notes, Displays) = (run, files, notes, displays);

    /// <summary>The run: steps, times, error estimate, how the junctions were treated.</summary>
    public Run Run { get; }

    /// <summary>The files that were written.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>What a reader of the files should know.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The displays that the file asks for; empty unless <see cref="OutputOptions.KeepDisplays"/> is set.</summary>
    public IReadOnlyList<DrawnDisplay> Displays { get; }

    internal static DescribedRun Start(
        Described described, RunSettings settings, OutputOptions options, IProgress<RunProgress>? progress, CancellationToken cancel)
    {
        if (settings.MembersThatRun > 1)
            throw new NetworkException(
            [
                $"The outputs of a file are of one network, and a batch of {settings.MembersThatRun} was asked for: "
                + "run described.Network, or name a member.",
            ]);
        var places = new OutputPlaces(described.Outputs, options.Folder ?? ".", options.Format, described.Inputs);
        Network network = described.Network;
        foreach (var (request, path) in places.Files) network = request.On(network, path, options);
        DisplayRecorder? displays = options.KeepDisplays ? new DisplayRecorder(described.Displays, settings) : null;
        if (displays is not null) network = displays.On(network);
        if (options.KeepStates is { } every)
            foreach (Neuron n in network.Populations) network = network.Record(n[n.Model.States[0].Symbol.Name], every);
        if (!options.KeepSpikes)
            foreach (Neuron n in network.Populations) network = network.RecordSpikes(n);
        Run run = network.Run(settings, progress, cancel);
        return new DescribedRun(run, [.. places.Files.Select(f => f.Path)], places.Notes, displays?.Displays ?? []);
    }
}

/// <summary>A display that a file asks for, with the values of its lines.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Times">The times, in ms.</param>
/// <param name="Lines">Its lines: name, and a value for each time, in the scale that the line asks for.</param>
/// <param name="Unit">The unit of the values ("mV"), where all lines have one scale that is a unit; else empty.</param>
public sealed record DrawnDisplay(string Title, double[] Times, IReadOnlyList<(string Name, double[] Values)> Lines, string Unit);
