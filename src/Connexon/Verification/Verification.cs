namespace Connexon;

/// <summary>
/// A run, the same at half the step, and what moved: an estimate of the error of the run at the step asked for. (At order p its error is
/// 2^p / (2^p - 1) times the change: twice at first order, 1.07 times at fourth.)
/// </summary>
/// <param name="AsAsked">The run at the step asked for.</param>
/// <param name="Halved">The run at half that step, recorded at the same times.</param>
/// <param name="States">How far each state moved that was recorded in memory.</param>
/// <param name="Spikes">What became of the spikes of each population that has any, in either run.</param>
public sealed record Verification(Run AsAsked, Run Halved, IReadOnlyList<StateChange> States, IReadOnlyList<SpikeChange> Spikes)
{
    /// <summary>A step is good enough if no spike moves by more than this: 0.1 ms.</summary>
    public static Time TolerableShift { get; } = new(0.1);

    /// <summary>
    /// ... and if no neuron's state changes by more than this part of the state's range, root-mean-square over time: 1 %.
    /// </summary>
    public const double TolerableChange = 0.01;

    /// <summary>What says that the step is not good enough; empty if it is.</summary>
    public IReadOnlyList<string> Objections => [.. Spikes.SelectMany(Problems), .. States.SelectMany(Problems)];

    /// <summary>
    /// True if halving the step neither adds nor removes a spike, shifts none by more than <see cref="TolerableShift"/>, and changes no
    /// neuron by more than <see cref="TolerableChange"/>.
    /// </summary>
    public bool IsGoodEnough => Objections.Count == 0;

    /// <summary>The verdict in a sentence, with its reason.</summary>
    public string Verdict
    {
        get
        {
            string which = $"dt = {AsAsked.Settings.Dt} with {AsAsked.Settings.Method}";
            return IsGoodEnough
                ? $"{which} is good enough: at half the step the spikes are the same, none shifts by more than {TolerableShift}, "
                    + "and no neuron changes by more than "
                    + $"{100 * TolerableChange} % of the range."
                : $"{which} is not good enough: {string.Join("; ", Objections)}. {Advice}";
        }
    }

    /// <summary>The verdict.</summary>
    public override string ToString() => Verdict;

    // Events are rounded to steps by every method: to name another would help nobody.
    private string Advice => AsAsked.Network.Wiring.Sends(AsAsked.Network.Populations)
        ? "Spikes act on other cells here, which they do at the end of the step nearest to their time under every method: another "
            + "method moves "
            + "them as far, a shorter step at first by less. Where half the step again moves them as far, the cells amplify it: compare "
            + "rates and intervals then, not single spikes."
        : "Take a shorter step" + (AsAsked.Settings.Method.Control.Halvings > 0 ? "." : $", or {Method.Default}.");

    internal static Verification Of(Run run, IProgress<RunProgress>? progress, CancellationToken cancel)
    {
        if (Problem(run.Network) is { } problem) throw new NetworkException([problem]);
        if (run.AllSpikes.FirstOrDefault(s => !s.IsKept) is { } gone)
            throw new NetworkException(
            [
                $"The spikes of {run.Network.LabelOf(gone.Population)} were not kept, so that they cannot be compared: "
                    + "ask for keep: true in RecordSpikes.",
            ]);
        Recorder[] recorded = [.. run.InMemory.Where(r => r.Request.State is not null)];
        Network again = run.Network.WithRequests([.. recorded.Select(r => r.Request with { Every = 2 * r.Request.Every })], []);
        RunSettings settings = run.Settings with
        {
            Duration = run.Duration,
            Dt = 0.5 * run.Settings.Dt,
            Method = run.Settings.Method.AtHalfTheStep,
        };
        Run halved = again.Run(settings, progress, cancel);
        StateChange[] states = [.. recorded.Select(r => StateChange.Of(r.Request.State!, run.TraceOf(r), halved[r.Request.State!]))];
        SpikeChange[] spikes =
        [
            .. run.AllSpikes.Select(s => SpikeChange.Of(s, halved.Spikes(s.Population, s.Condition)))
                .Where(c => c.Kept + c.Gained + c.Lost > 0),
        ];
        return new Verification(run, halved, states, spikes);
    }

    /// <summary>Why the network cannot be compared path by path; null if it can.</summary>
    internal static string? Problem(Network network)
    {
        if (network.Changes.Actions.Count > 0)
            return "The network has an action between its steps, which would act on what it left behind, and twice as often: "
                + "verify the network without it, or compare two runs that you set up yourself.";
        return network.Drives.FirstOrDefault(d => d.Drive.IsNoise).Population is not { } noisy ? null
            : $"{network.LabelOf(noisy)} is driven by noise, which takes other numbers at another step: "
                + "two steps cannot be compared path by path. "
                + "Verify the network without the noise, or compare statistics over seeds.";
    }

    private IEnumerable<string> Problems(SpikeChange c)
    {
        string label = AsAsked.Network.LabelOf(c.Population);
        if (c.Gained + c.Lost > 0) yield return $"{label} gains {c.Gained} and loses {c.Lost} spikes";
        if (c.LargestShift.Value > TolerableShift.Value)
            yield return $"a spike of {label} shifts by {((Quantity)c.LargestShift).Rounded(2)}";
    }

    private IEnumerable<string> Problems(StateChange c)
    {
        // The second term is rounding, where a state hardly moves.
        if (c.WorstRms.Value <= TolerableChange * c.Range.Value + 1e-9) yield break;
        yield return $"{c.State.Name} of {AsAsked.Network.LabelOf(c.State.Neurons)} changes by {c.WorstRms.Rounded(2)} rms, "
            + $"{100 * c.WorstRms.Value / c.Range.Value:F0} % of its range";
    }
}
