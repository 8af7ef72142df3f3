using System.Diagnostics;

namespace Connexon;

/// <summary>What a network did: recorded traces, spikes, and how the run went.</summary>
public sealed partial class Run
{
    private readonly IReadOnlyList<Recorder> _recorders;
    private readonly SpikeRecord[] _spikes;
    private readonly CouplingOperator _coupling;
    private CouplingStrength? _strength;

    private Run(
        Network network, NetworkState state, Engine engine, IReadOnlyList<Recorder> recorders, Spiking spiking, TimeSpan preparation,
        IEnumerable<string> notes)
    {
        (Network, Settings, _recorders, Preparation) = (network, state.Settings, recorders, preparation);
        (_spikes, _coupling) = ([.. spiking.Records], state.Coupling);
        (Steps, Elapsed, Members) = (engine.StepsDone, engine.Elapsed, state.Members);
        Kappa = state.Electrical.Kappa(state.Dt);
        Parameters = state.Numbers.Now;
        Treatment = state.Coupling.Description;
        PredictedCouplingError = Kappa.Count == 0 ? null : Settings.Method.CouplingError(Kappa.Max());
        (StepsTaken, StepsHalved, SolverIterations) = (engine.StepsTaken, engine.StepsRejected, state.Coupling.Iterations);
        LargestError = engine.LargestError is { } e ? StepError.Of(e) : null;
        Warnings =
        [
            .. NetworkCheck.Warnings(Network, p => Spikes(p).Count > 0), .. Shortfalls(state, engine),
            .. FrequentSpikes.Warnings(state, spiking.Events?.Rates), .. notes,
        ];
    }

    /// <summary>The network.</summary>
    public Network Network { get; }

    /// <summary>How it was run.</summary>
    public RunSettings Settings { get; }

    /// <summary>The numbers that it ran with, what was drawn as it was drawn, what was changed as it was at the end.</summary>
    public Parameters Parameters { get; }

    /// <summary>Steps that were completed.</summary>
    public long Steps { get; }

    /// <summary>False if the run was stopped before its end; what was recorded is then whole up to that step.</summary>
    public bool IsComplete => Steps == Settings.Steps;

    /// <summary>Model time that was covered.</summary>
    public Time Duration => new(Steps * Settings.Dt.Value);

    /// <summary>Members of the batch that ran.</summary>
    public int Members { get; }

    /// <summary>Wall time of checking, compiling and assembling.</summary>
    public TimeSpan Preparation { get; }

    /// <summary>Wall time of stepping.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>
    /// The coupling number dt sum_j(g_ij) / C_i of each neuron that has a junction; of each member, where members differ.
    /// </summary>
    public IReadOnlyList<double> Kappa { get; }

    /// <summary>
    /// How hard the junctions coupled, as <see cref="Network.Coupling"/> says before a run; weights as they were at its end.
    /// </summary>
    public CouplingStrength Coupling => LazyInitializer.EnsureInitialized(ref _strength, () => CouplingStrength.Of(_coupling, Settings));

    /// <summary>What the method did with the junctions, and why.</summary>
    public string Treatment { get; }

    /// <summary>See <see cref="CouplingStrength.PredictedError"/>.</summary>
    public double? PredictedCouplingError { get; }

    /// <summary>The largest estimated error of one step; null for methods without an estimate.</summary>
    public StepError? LargestError { get; }

    /// <summary>In how many they were taken: fewer under a method that takes several at once (<see cref="Method.Adaptive"/>).</summary>
    public long StepsTaken { get; }

    /// <summary>How often a step was done again in halves, because a cell was too fast for it.</summary>
    public long StepsHalved { get; }

    /// <summary>Iterations of the implicit solver in the last stage; 0 if nothing was solved iteratively.</summary>
    public int SolverIterations { get; }

    /// <summary>What ran, but may not mean what was meant.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Those of every condition of every population.</summary>
    internal IReadOnlyList<SpikeRecord> AllSpikes => _spikes;

    /// <summary>The spikes of a population.</summary>
    /// <param name="population">The population.</param>
    /// <param name="condition">By which spike condition of its model, by name; the first if none is named.</param>
    /// <exception cref="ArgumentException">The population is not part of the network, or has no such condition.</exception>
    public SpikeRecord Spikes(Neuron population, string? condition = null) => SpikeRecord.Find(_spikes, population, condition);

    /// <summary>What was recorded of a state whose quantity the compiler knows.</summary>
    /// <param name="state">The state: <c>neurons.V</c>.</param>
    /// <exception cref="ArgumentException">It was not recorded in memory.</exception>
    public Trace<Q> Trace<Q>(State<Q> state) where Q : struct
    {
        Recorder r = Find(state);
        return new Trace<Q>(r, Members);
    }

    /// <summary>What was recorded of a voltage: <c>run[neurons.V]</c>.</summary>
    /// <param name="state">The state.</param>
    public Trace<Voltage> this[State<Voltage> state] => Trace(state);

    /// <summary>What was recorded of a state that is a pure number: <c>run[neurons.m]</c>.</summary>
    /// <param name="state">The state.</param>
    public Trace<double> this[State<double> state] => Trace(state);

    /// <summary>What was recorded of any state.</summary>
    /// <param name="state">The state.</param>
    public Trace this[State state] => TraceOf(Find(state));

    /// <summary>What was recorded of an output: <c>run[cells.Output("INa")]</c>.</summary>
    /// <param name="output">The output.</param>
    /// <exception cref="ArgumentException">It was not recorded in memory.</exception>
    public Trace this[OutputPort output] => TraceOf(_recorders.FirstOrDefault(r =>
        r.Request.Output is { } o && ReferenceEquals(o.Neurons, output.Neurons) && o.Name == output.Name && r.Sink is MemorySink)
        ?? throw new ArgumentException(
            $"{output} was not recorded in memory: add .Record(cells.Output(\"{output.Name}\")) to the network. {WasRecorded}"));

    /// <summary>The recorded currents of junctions, positive from pre to post.</summary>
    /// <param name="junction">The junctions.</param>
    public Trace this[GapJunction junction]
    {
        get
        {
            Recorder r = _recorders.FirstOrDefault(r =>
                    ReferenceEquals(r.Request.Junction, junction) && r.Request.Weights is null && r.Sink is MemorySink)
                ?? throw new ArgumentException(
                    "These junction currents were not recorded in memory: add .Record(junction) to the network.");
            return TraceOf(r);
        }
    }

    /// <summary>The recorded weights of junctions.</summary>
    /// <param name="weights">The weights: <c>gap.Weight</c>.</param>
    public Trace this[Weights weights]
    {
        get
        {
            Recorder r = _recorders.FirstOrDefault(r => Equals(r.Request.Weights, weights) && r.Sink is MemorySink)
                ?? throw new ArgumentException("These weights were not recorded in memory: add .Record(gap.Weight) to the network.");
            return TraceOf(r);
        }
    }

    internal IEnumerable<Recorder> InMemory => _recorders.Where(r => r.Sink is MemorySink);

    internal Trace TraceOf(Recorder r) => new(r, Members);

    internal static Run Start(Network network, RunSettings settings, IProgress<RunProgress>? progress, CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        NetworkState state = NetworkState.Checked(network, settings);
        var recorders = new List<Recorder>();
        using var files = new OutputWriter(); // what is not complete at the end is removed
        foreach (RecordRequest r in network.Requests.Count > 0 ? network.Requests : DefaultRecording.Of(network, settings))
            recorders.Add(new Recorder(r, state, settings.Steps, Label(network, r), files));
        var spiking = new Spiking(state);
        SpikeStream[] streams = [.. network.SpikeRequests.Where(r => r.File is not null || r.Sink is not null)
            .Select(r => new SpikeStream(r, state, spiking, files))];
        var engine = new Engine(state, recorders, spiking, progress, cancel,
            network.Changes.Any ? new Session(state, spiking, ofRun: true).Changes.Update : null, streams: streams);
        TimeSpan preparation = Stopwatch.GetElapsedTime(start);
        engine.Run();
        files.Complete();
        var run = new Run(network, state, engine, recorders, spiking, preparation, files.Notes);
        if (engine.Diverged) throw Divergence.Find(state, spiking, engine.StepsDone, run);
        return run;
    }

    private static IEnumerable<string> Shortfalls(NetworkState state, Engine engine)
    {
        if (state.Coupling.Failure is { } failure) yield return failure;
        if (engine.ToleranceMissed > 0)
            yield return $"{state.Settings.Method} could not meet its tolerance in {engine.ToleranceMissed} parts of steps, "
                + $"even at dt / {1L << state.Settings.Method.Control.Halvings}: "
                + "a cell is faster than that, or a drive jumps. Take a shorter dt.";
        if (state.Settings.Method.ExtrapolatesInput && engine.Known.SwitchesWithinSteps)
            yield return $"{state.Settings.Method} takes what begins or ends within a step, by the equations of a cell or of what is "
                + $"attached to one, for what stands at its start: its charge is wrong by up to a step's. Take {Method.Default}, whose "
                + "steps end there, or a dt of which these times are multiples.";
    }

    private static string Label(Network network, RecordRequest r) => r.Probes is not null ? r.What : r.State is { } s
        ? $"{network.LabelOf(s.Neurons)}.{s.Name}"
        : r.Output is { } o ? $"{network.LabelOf(o.Neurons)}.{o.Name}"
        : r.Weights is { } w ? $"{network.LabelOf(w.Junction)}.{w.Name}"
        : $"{network.LabelOf(r.Junction!.Pre)}-{network.LabelOf(r.Junction.Post)}";

    private Recorder Find(State state) =>
        _recorders.FirstOrDefault(r =>
            r.Request.State is { } s && ReferenceEquals(s.Neurons, state.Neurons) && s.Name == state.Name && r.Sink is MemorySink)
        ?? throw new ArgumentException($"{state} was not recorded in memory: add .Record({state.Name}) to the network. {WasRecorded}");

    private string WasRecorded => $"Recorded: {string.Join(", ", _recorders.Select(r => r.Request.What).DefaultIfEmpty("nothing"))}.";
}
