using Connexon.Compilation;

namespace Connexon;

/// <summary>
/// The memory of a network that is stepped, with the machine code that steps it: states at their start, drives prepared. What it follows
/// from are values of their own: <see cref="Connexon.Layout"/>, <see cref="Electrical"/>, <see cref="NetworkProgram"/>.
/// </summary>
internal sealed class NetworkState
{
    private readonly Dictionary<GroupLayout, Group> _groups;

    private NetworkState(
        CouplingOperator coupling, ParameterValues numbers, NetworkProgram program, RunSettings settings, VectorWidth? width,
        IExchange exchange)
    {
        (Coupling, Numbers, Settings, Exchange, Skeleton) = (coupling, numbers, settings, exchange, program.Skeleton);
        Nodes = new NodeMemory(Layout, Members);
        Nodes.Renew(Electrical);
        Groups = [.. Layout.Groups.Select(g => new Group(g, numbers, s => Nodes.Of(g, s), Precision))];
        Attached = AttachedGroups.Of(Layout, numbers, out PinnedArray outputs);
        Outputs = outputs;
        AllGroups = [.. Groups, .. Attached.Select(a => a.Group)];
        _groups = AllGroups.ToDictionary(g => g.Plan);
        foreach (Group g in AllGroups) InitialStates.Fill(g);
        coupling.PrepareLevel(0);
        Parallel.ForEach(AllGroups.Zip([.. program.Groups, .. program.Attached]), g =>
            g.First.Prepare(g.Second, Dt, width ?? VectorWidth.Widest));
        if (Layout.AttachedPart is { } part) Foreign = new ForeignReads(this, part);
        foreach (AttachedGroup a in Attached) a.Connect(this);
        AttachedCurrents = new AttachedCurrents(AttachedGroups.Terms(Attached, InputOf), outputs, Nodes.Inputs, Members);
        Drives = [.. PreparedDrive.Of(this, carried: false)];
        if (PreparedDrive.Of(this, carried: true).ToArray() is { Length: > 0 } noise) Noise = new JunctionNoise(this, noise);
    }

    /// <summary>A network made ready.</summary>
    /// <param name="network">The network.</param>
    /// <param name="settings">How it will run.</param>
    /// <param name="width">The width of vectors; null for the widest.</param>
    /// <param name="exchange">What passes between partitions, of which this is one; null for the whole network.</param>
    public static NetworkState Of(Network network, RunSettings settings, VectorWidth? width = null, IExchange? exchange = null) =>
        Of(network, settings, width, exchange ?? Alone.Instance, checks: false);

    /// <summary>A network made ready, with nothing wrong.</summary>
    /// <exception cref="NetworkException">Something is; all that is wrong with the description is said together.</exception>
    public static NetworkState Checked(Network network, RunSettings settings, IExchange? exchange = null) =>
        Problems(network, settings, exchange ?? Alone.Instance) is { Count: > 0 } problems ? throw new NetworkException(problems)
            : Of(network, settings, null, exchange ?? Alone.Instance, checks: true);

    // The first partition looks at the whole description, for all.
    private static IReadOnlyList<string> Problems(Network network, RunSettings settings, IExchange exchange)
    {
        IReadOnlyList<string> problems = exchange.Part == 0 ? network.Check(settings) : [];
        bool wrong = exchange.Any(problems.Count > 0);
        return wrong && exchange.Part > 0 ? ["The first partition found what is wrong with the network."] : problems;
    }

    private static NetworkState Of(Network network, RunSettings settings, VectorWidth? width, IExchange exchange, bool checks)
    {
        if (exchange.Parts > 1 && network.Changes is { Any: true } or { Declared.Count: > 0 })
            throw new NetworkException(
                ["Weights or parameters change while the network runs, which does not work between partitions: run it in one."]);
        if (exchange.Parts > 1 && network.Requests.Any(r => r.Probes?.Any(p => p.Value.Mentions(SymbolKind.Input)) == true))
            throw new NetworkException(
                ["What comes in at neurons is recorded, which does not work between partitions: run the network in one, or record "
                    + "states."]);
        var numbers = ParameterValues.Of(network, settings, lazily: exchange.Parts > 1);
        var layout = new Layout(LastingPulses.Folded(network, settings, numbers), settings.Precision, exchange.Part, exchange.Parts);
        var coupling = CouplingOperator.Of(new Electrical(layout, numbers, exchange), settings);
        if ((PrecisionCheck.Problem(coupling, settings) ?? (checks ? coupling.Problem(settings) : null)) is { } problem)
            throw new NetworkException([problem]);
        NetworkProgram program = NetworkProgram.Of(coupling, numbers, settings);
        double kept = program.Groups.Concat(program.Attached).Sum(p => (double)p.Group.Neurons * p.Arrays.Count);
        if (checks && SizeCheck.Problem(kept, network, settings) is { } size) throw new NetworkException([size]);
        return new NetworkState(coupling, numbers, program, settings, width, exchange);
    }

    /// <summary>What passes between partitions, of which this is one.</summary>
    public IExchange Exchange { get; }

    /// <summary>What is read of other partitions' neurons; null where there are none.</summary>
    public ForeignReads? Foreign { get; }

    /// <summary>How it runs.</summary>
    public RunSettings Settings { get; }

    /// <summary>The step, in ms.</summary>
    public double Dt => Settings.Dt.Value;

    /// <summary>Of states, constants, inputs and weights.</summary>
    public Precision Precision => Settings.Precision;

    /// <summary>Members of the batch that run together.</summary>
    public int Members => Settings.MembersThatRun;

    /// <summary>Who is where.</summary>
    public Layout Layout => Electrical.Layout;

    /// <summary>The numbers of the run.</summary>
    public ParameterValues Numbers { get; }

    /// <summary>The junctions.</summary>
    public Electrical Electrical => Coupling.Electrical;

    /// <summary>What is done with them.</summary>
    public CouplingOperator Coupling { get; }

    /// <summary>What a step is.</summary>
    public Skeleton Skeleton { get; }

    /// <summary>What stands at the nodes.</summary>
    public NodeMemory Nodes { get; }

    /// <summary>The neurons.</summary>
    public IReadOnlyList<Group> Groups { get; }

    /// <summary>What is attached to them.</summary>
    public IReadOnlyList<AttachedGroup> Attached { get; }

    /// <summary>Both.</summary>
    public IReadOnlyList<Group> AllGroups { get; }

    /// <summary>What its elements give, group after group.</summary>
    public PinnedArray Outputs { get; }

    /// <summary>What the neurons receive of it.</summary>
    public AttachedCurrents AttachedCurrents { get; }

    /// <summary>What drives the neurons.</summary>
    public IReadOnlyList<PreparedDrive> Drives { get; }

    /// <summary>The noise that goes through junctions within the step; null if none does.</summary>
    public JunctionNoise? Noise { get; }

    /// <summary>Takes what has changed in the junctions into account.</summary>
    public void RenewCoupling()
    {
        Electrical.Renew();
        Nodes.Renew(Electrical);
        Coupling.Renew();
        Noise?.Renew();
    }

    /// <summary>Takes a parameter of a population into account that has changed.</summary>
    /// <returns>True if junctions now couple more or less hard.</returns>
    public bool Renew(ParameterKey key)
    {
        Find((Neuron)key.Owner).Group.Renew();
        if (!Electrical.MovesGain(key)) return false;
        Electrical.RenewGains();
        return true;
    }

    /// <summary>The group of a population and where it stands there.</summary>
    public (Group Group, Placement At) Find(Neuron population)
    {
        var (layout, at) = Layout.Find(population);
        return (_groups[layout], at);
    }

    /// <summary>The values of a state of a population: element neuron * members + member.</summary>
    public Span<double> Values(Neuron population, Symbol state)
    {
        var (group, at) = Find(population);
        return group.Array(state).Slice(at.First * Members, at.Count * Members);
    }

    /// <summary>
    /// Where a state of a neuron is: the array, what junctions add to it in an implicit stage (null for nothing), and its number there.
    /// </summary>
    public (PinnedArray States, PinnedArray? Change, int Number) Place(Cell cell, string state)
    {
        var (group, at) = Find(cell.Population);
        if (Layout.Nodes.First(group.Plan, state) is { } node)
        {
            PinnedArray? change = Coupling.Implicit && Layout.Nodes.IsCoupled(group.Plan) ? Nodes.Junction : null;
            return (Nodes.Voltages, change, node + at.Of(cell.Index));
        }
        return (group.Memory(group.Plan.Model.Find(state)!.Symbol), null, at.Of(cell.Index));
    }

    /// <summary>The same, also of a neuron of another partition.</summary>
    public (PinnedArray States, PinnedArray? Change, int Number) PlaceSeen(Cell cell, string state) =>
        Foreign is null || Layout.Find(cell.Population).At.Find(cell.Index) is not null
            ? Place(cell, state)
            : (Foreign.Values, null, Foreign.Place(cell, state));

    // The number of a neuron's first input; null if it is not stepped here.
    private int? InputOf(Cell cell)
    {
        var (group, at) = Layout.Find(cell.Population);
        return Layout.Nodes.Home(group, group.Model.Input)!.Value + at.Find(cell.Index);
    }
}
