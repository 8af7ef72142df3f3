using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>
/// Populations, the junctions between them, what drives them and what is recorded: an immutable description. Each method returns a new
/// network with something added; <c>Run</c> steps it.
/// </summary>
public sealed partial class Network
{
    private readonly Neuron[] _populations;
    private readonly GapJunction[] _junctions;
    private readonly Driven[] _drives;
    private readonly RecordRequest[] _requests;
    private readonly SpikeRequest[] _spikes;
    private readonly Changes _changes;
    private readonly Wiring _wiring;
    private Labels? _labels;
    private Parameters? _parameters;

    /// <summary>A network of populations and junctions.</summary>
    /// <param name="parts">Populations and junction objects; the populations of each junction among them.</param>
    public Network(params IEnumerable<INetworkPart> parts)
        : this([.. parts.OfType<Neuron>()], [.. parts.OfType<GapJunction>()], [], [], [], Changes.None, Wiring.None) { }

    /// <summary>A network of a population and its junctions.</summary>
    /// <param name="population">The population.</param>
    /// <param name="junctions">The junction objects.</param>
    public Network(Neuron population, IEnumerable<GapJunction> junctions) : this([population], junctions) { }

    /// <summary>A network of populations and junctions.</summary>
    /// <param name="populations">The populations.</param>
    /// <param name="junctions">The junction objects.</param>
    public Network(IEnumerable<Neuron> populations, IEnumerable<GapJunction> junctions)
        : this([.. populations], [.. junctions], [], [], [], Changes.None, Wiring.None) { }

    private Network(Neuron[] populations, GapJunction[] junctions, Driven[] drives, RecordRequest[] requests, SpikeRequest[] spikes,
        Changes changes, Wiring wiring)
    {
        (_populations, _junctions, _drives, _changes, _wiring) = (populations, junctions, drives, changes, wiring);
        (_requests, _spikes) = (requests, spikes);
    }

    /// <summary>The populations.</summary>
    public IReadOnlyList<Neuron> Populations => _populations;

    /// <summary>The junction objects.</summary>
    public IReadOnlyList<GapJunction> Junctions => _junctions;

    /// <summary>
    /// All numbers that the network was built with: parameters of cells, starts, weights. Take others by <c>With</c> and run with them; the
    /// network itself does not change.
    /// </summary>
    public Parameters Parameters => LazyInitializer.EnsureInitialized(ref _parameters, () => NetworkParameters.Of(this));

    internal IReadOnlyList<Driven> Drives => _drives;

    internal IReadOnlyList<RecordRequest> Requests => _requests;

    internal IReadOnlyList<SpikeRequest> SpikeRequests => _spikes;

    internal Changes Changes => _changes;

    internal Wiring Wiring => _wiring;

    /// <summary>The same network with a state recorded.</summary>
    /// <param name="state">The state: <c>neurons.V</c>.</param>
    /// <param name="every">A row every so many steps, the start included.</param>
    /// <param name="neurons">Which neurons; null for all.</param>
    /// <param name="to">A CSV file to stream to; null to keep the rows in memory.</param>
    public Network Record(State state, int every = 1, int[]? neurons = null, string? to = null) =>
        WithRequests([.. _requests, new RecordRequest($"{state}", state, null, every, neurons, to)]);

    /// <summary>The same network with an output recorded, computed from the states as they stand at each row.</summary>
    /// <param name="output">The output: <c>cells.Output("INa")</c>.</param>
    /// <param name="every">A row every so many steps, the start included.</param>
    /// <param name="neurons">Which neurons; null for all.</param>
    /// <param name="to">A CSV file to stream to; null to keep the rows in memory.</param>
    public Network Record(OutputPort output, int every = 1, int[]? neurons = null, string? to = null) =>
        WithRequests([.. _requests, new RecordRequest($"{output}", null, null, every, neurons, to) { Output = output }]);

    /// <summary>The same network with the current through each junction recorded, positive from pre to post.</summary>
    /// <param name="junction">The junctions.</param>
    /// <param name="every">A row every so many steps.</param>
    /// <param name="to">A CSV file to stream to; null to keep the rows in memory.</param>
    public Network Record(GapJunction junction, int every = 1, string? to = null)
    {
        string what = $"junction current {junction.Pre.DisplayName} - {junction.Post.DisplayName}";
        return WithRequests([.. _requests, new RecordRequest(what, null, junction, every, null, to)]);
    }

    /// <summary>The same network with the weights of junctions recorded, as they are in the step that begins at each row.</summary>
    /// <param name="weights">The weights: <c>gap.Weight</c>.</param>
    /// <param name="every">A row every so many steps.</param>
    /// <param name="to">A CSV file to stream to; null to keep the rows in memory.</param>
    public Network Record(Weights weights, int every = 1, string? to = null) =>
        WithRequests([.. _requests, new RecordRequest($"{weights}", null, weights.Junction, every, null, to) { Weights = weights }]);

    /// <summary>
    /// The same network with the spikes of a population written to a file as they come, or counted alone. Where nothing is said, the spikes
    /// of every population are kept in memory.
    /// </summary>
    /// <param name="population">The population.</param>
    /// <param name="to">
    /// A CSV file to stream to: time in ms and neuron; the member in between if there is a batch, the condition behind if its model has
    /// several. Null for none.
    /// </param>
    /// <param name="keep">True to keep them in memory too; without, <c>run.Spikes(population)</c> has their number and no more.</param>
    public Network RecordSpikes(Neuron population, string? to = null, bool keep = false) =>
        Record(new SpikeRequest($"spikes of {population.DisplayName}", [new SpikePick(population, null)]) { File = to, Keep = keep });

    /// <summary>
    /// The same network with the weights of junctions changing in time: in each step they are their weights times the factor in the
    /// middle of the step; what was recorded of weights has the factor, <c>run.Parameters</c> has not. (A factor that jumps between two
    /// steps is met exactly, one that moves to second order.)
    /// </summary>
    /// <param name="junction">The junctions.</param>
    /// <param name="factor">The factor, finite and not negative, as a function of time.</param>
    public Network Vary(GapJunction junction, Func<Time, double> factor) =>
        With(_changes with { Factors = [.. _changes.Factors, (junction, factor)] });

    /// <summary>What it is made of: "10 HH, 12 junctions", "3 LIF, no junctions".</summary>
    public override string ToString()
    {
        long junctions = _junctions.Sum(j => (long)j.Count);
        string cells = string.Join(", ", _populations.Take(4).Select(p => $"{p.Size} {LabelOf(p)}").DefaultIfEmpty("no neurons"))
            + (_populations.Length > 4 ? $" and {Counted.Of(_populations.Length - 4, "population")} more" : "");
        return $"{cells}, {(junctions == 0 ? "no junctions" : Counted.Of(junctions, "junction"))}";
    }

    /// <summary>Everything that is wrong with the network and with how it is to be run; empty if nothing.</summary>
    /// <param name="settings">How it is to be run; null to check the network alone.</param>
    public IReadOnlyList<string> Check(RunSettings? settings = null)
    {
        List<string> problems = [.. SizeCheck.Problems(this, settings)];
        if (problems.Count > 0) return problems; // what follows looks at every neuron
        problems = [.. NetworkCheck.Problems(this, ParameterCheck.Problems(this, settings))];
        if (settings is null) return problems;
        string[] how = [.. settings.Problems()];
        problems.AddRange(how.Length > 0 ? how : NetworkCheck.Problems(this, settings));
        return problems;
    }

    /// <summary>What runs, but may not mean what was meant; empty if nothing.</summary>
    public IReadOnlyList<string> Warnings => [.. NetworkCheck.Warnings(this)];

    /// <summary>
    /// How hard the junctions couple at a step, and what a method does with them, without running; over all members of a batch,
    /// where numbers are given for each.
    /// </summary>
    /// <param name="dt">The step.</param>
    /// <param name="method">The method; null for <see cref="Method.Default"/>.</param>
    /// <param name="solver">What solves for implicit junctions; by default the cheapest.</param>
    /// <param name="parameters">The numbers of a run; null for those that the network was built with.</param>
    /// <exception cref="NetworkException">Something is wrong with the network, or the solver cannot solve it.</exception>
    public CouplingStrength Coupling(
        Time dt, Method? method = null, SolverKind solver = SolverKind.Automatic, Parameters? parameters = null)
    {
        var settings = new RunSettings(0 * dt, dt, method ?? Method.Default, Solver: solver, Parameters: parameters,
            Batch: (parameters ?? Parameters).Members);
        if (Check(settings) is { Count: > 0 } problems) throw new NetworkException(problems);
        var electrical = new Electrical(new Layout(this), ParameterValues.Of(this, settings));
        return CouplingStrength.Of(CouplingOperator.Of(electrical, settings), settings);
    }

    /// <summary>The same network with something done with spikes.</summary>
    internal Network Record(SpikeRequest request) => WithRequests(_requests, [.. _spikes, request]);

    /// <summary>The same network with quantities of any elements recorded.</summary>
    internal Network Record(string what, IReadOnlyList<Probe> probes, int every, Func<OutputWriter, RowSink> sink) =>
        WithRequests([.. _requests, new RecordRequest(what, null, null, every, null, null) { Probes = probes, Sink = sink }]);

    /// <summary>The same network with other changes while it runs.</summary>
    internal Network With(Changes changes) => new(_populations, _junctions, _drives, _requests, _spikes, changes, _wiring);

    /// <summary>The same network with synapses and inputs on its neurons.</summary>
    internal Network With(Wiring wiring) => new(_populations, _junctions, _drives, _requests, _spikes, _changes, wiring);

    internal Network WithRequests(RecordRequest[] requests) => WithRequests(requests, _spikes);

    internal Network WithRequests(RecordRequest[] requests, SpikeRequest[] spikes) =>
        new(_populations, _junctions, _drives, requests, spikes, _changes, _wiring);

    /// <summary>True if a junction ends at a population.</summary>
    internal bool IsCoupled(Neuron population) =>
        _junctions.Any(j => (ReferenceEquals(j.Pre, population) || ReferenceEquals(j.Post, population)) && j.Count > 0);

    /// <summary>What a drive draws from: counted for each population, so that a drive of another moves nothing.</summary>
    internal CounterRandom DrawsOf(int drive, ulong seed)
    {
        Neuron population = _drives[drive].Population;
        int number = _drives.Take(drive).Count(d => ReferenceEquals(d.Population, population));
        return new(seed, CounterRandom.Stream($"{LabelOf(population)}.drive {number}"));
    }

    /// <summary>The name of a population in this network: its own, or its model's, numbered where several would share it.</summary>
    /// <param name="population">The population.</param>
    public string LabelOf(Neuron population) => Labels.Of(population) ?? population.DisplayName;

    /// <summary>
    /// The name of a junction object in this network: its own, or those of its populations, numbered where several would share it.
    /// </summary>
    /// <param name="junction">The junction object.</param>
    public string LabelOf(GapJunction junction) => Labels.Of(junction) ?? $"{LabelOf(junction.Pre)}-{LabelOf(junction.Post)}";

    /// <summary>The population of a name, as a file or a script has it: <c>network.Population("AVBL")</c>.</summary>
    /// <param name="label">Its name in this network (<see cref="LabelOf(Neuron)"/>).</param>
    /// <exception cref="ArgumentException">There is none of that name; the message lists those there are.</exception>
    public Neuron Population(string label) => Part<Neuron>(label, "population");

    /// <summary>The junction object of a name.</summary>
    /// <param name="label">Its name in this network (<see cref="LabelOf(GapJunction)"/>).</param>
    /// <exception cref="ArgumentException">There is none of that name; the message lists those there are.</exception>
    public GapJunction Junction(string label) => Part<GapJunction>(label, "junction object");

    private T Part<T>(string label, string what) where T : class
    {
        if (Labels.All.FirstOrDefault(p => p.Label == label && p.Part is T).Part is T found) return found;
        string[] all = [.. Labels.All.Where(p => p.Part is T).Select(p => p.Label)];
        throw new ArgumentException($"'{label}' is no {what} of this network. "
            + $"There are: {string.Join(", ", all.Take(40).DefaultIfEmpty("none"))}"
            + $"{(all.Length > 40 ? $" and {all.Length - 40} more" : "")}.", nameof(label));
    }

    private Labels Labels => LazyInitializer.EnsureInitialized(ref _labels, () => new Labels(_populations, _junctions));
}
