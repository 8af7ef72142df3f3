using Connexon.Compilation;
using Connexon.Programs;

namespace Connexon;

/// <summary>
/// A network made ready to step: populations with the same equations as one group each, all junctions as one matrix, states at their
/// start, drives prepared, kernels compiled.
/// </summary>
internal sealed class Assembly
{
    private readonly Dictionary<Neuron, (Group Group, int First)> _places = new(ReferenceEqualityComparer.Instance);

    public Assembly(Network network, RunSettings settings, VectorWidth? width = null)
    {
        (Dt, Precision) = (settings.Dt.Value, settings.Precision);
        Members = settings.MembersThatRun;
        int firstMember = settings.Member ?? 0;
        IReadOnlyList<ParameterKey> changing = network.Changes.Declared;
        Numbers = new ParameterValues((settings.Parameters ?? network.Parameters).Drawn(settings.Seed, settings.Batch), firstMember, Members, changing);
        GroupPlan[] plans = [.. GroupPlan.ByEquations(network.Populations).Select(g => new GroupPlan(g, Numbers))];
        Nodes = new NodeSpace(plans, network.Junctions, Precision);
        Voltages = new PinnedArray(Nodes.Count * Members, Precision);
        Inputs = new PinnedArray(Nodes.Count * Members, Precision);
        Junction = new PinnedArray(Nodes.Count * Members, Precision);
        Charges = new PinnedArray(Nodes.Count * Members, Precision);
        JunctionTotals = new PinnedArray(Nodes.Count * Members, Precision);
        JunctionStrengths = network.Junctions.Any(j => j.NegativeWeights == NegativeWeights.Allowed)
            ? new PinnedArray(Nodes.Count * Members, Precision) : JunctionTotals;
        Groups = [.. plans.Select(p => new Group(p, Members, s => PlaceOf(p, s), Precision))];
        Attached = AttachedGroups.Of(network.Wiring.Attachments, Numbers, Members, out PinnedArray outputs);
        AllGroups = [.. Groups, .. Attached.Select(a => a.Group)];
        foreach (Group g in AllGroups)
        {
            InitialStates.Fill(g);
            foreach (var (p, first) in g.Plan.Members()) _places.Add(p, (g, first));
        }
        Weights = new RunWeights(Numbers, MembersDiffer(network.Junctions, plans) ? Members : 1);
        Electrical = new ElectricalNetwork(Nodes, plans, network.Junctions, Weights, Members, network.Changes.OfJunctions, GainOf, Precision);
        FillTotals();
        Operator = CouplingOperator.Of(settings.Method, settings.Solver, Electrical, Nodes, Dt,
            network.Changes.OfJunctions || changing.Any(MovesGain) ? double.PositiveInfinity : BatchCoupling.LargestKappa(this, network.Junctions));
        if (PrecisionCheck.Problem(Operator, settings) is { } unsolvable) throw new NetworkException([unsolvable]);
        var drives = network.Drives.Select((d, k) => (Driven: d, Number: k)).ToLookup(d => Carries(network, d.Driven));
        if (Precision == Precision.Single && drives[true].Any()) throw new NetworkException([PrecisionCheck.Noise(network, drives[true].First().Driven.Population)]);
        IEnumerable<(int, int, DriveSource)> Ready(bool isCarried) =>
            drives[isCarried].Select(d => Prepare(d.Driven, isCarried, network.DrawsOf(d.Number, settings.Seed), settings, firstMember));
        Drives = [.. Ready(isCarried: false)];
        if (drives[true].Any()) Noise = new JunctionNoise(this, Ready(isCarried: true));
        Skeleton = settings.Method.Skeleton(Operator.Traits);
        Parallel.ForEach(AllGroups, g =>
        {
            ModelTraits traits = Operator.PlanFor(g.Plan) with
            {
                Read = network.Wiring.StatesRead(g.Plan.Populations),
                Sends = network.Wiring.Sends(g.Plan.Populations),
                RunsAway = Upswing.RunsAway(g.Plan, Dt),
            };
            g.Prepare(CompletePasses.Of(settings.Method, g.Plan.Model, Skeleton, traits), Dt, width ?? VectorWidth.Widest);
        });
        if (PrecisionCheck.Problem(network, Groups, settings) is { } timed) throw new NetworkException([timed]);
        foreach (AttachedGroup a in Attached) a.Connect(this);
        AttachedCurrents = new AttachedCurrents(AttachedGroups.Terms(Attached, InputOf), outputs, Inputs, Members);
        Events = network.Wiring.Sources.Count > 0 ? new EventQueue(this, network.Wiring.Sources, settings) : null;
    }

    /// <summary>A network made ready, with nothing wrong.</summary>
    /// <exception cref="NetworkException">Something is; all that is wrong before assembling is said together.</exception>
    public static Assembly Checked(Network network, RunSettings settings)
    {
        if (network.Check(settings) is { Count: > 0 } problems) throw new NetworkException(problems);
        var assembly = new Assembly(network, settings);
        return assembly.CouplingProblem(network, settings) is { } problem ? throw new NetworkException([problem]) : assembly;
    }

    /// <summary>Why junctions as strong as they are now cannot be stepped so; null if they can.</summary>
    public string? CouplingProblem(Network network, RunSettings settings) =>
        StabilityCheck.Problem(network, this, settings) ?? NoiseCheck.Problem(network, this, settings);

    public double Dt { get; }

    /// <summary>Of states, constants, inputs and weights.</summary>
    public Precision Precision { get; }

    /// <summary>Members of the batch that run together.</summary>
    public int Members { get; }

    public NodeSpace Nodes { get; }

    /// <summary>The coupled states of all nodes.</summary>
    public PinnedArray Voltages { get; }

    /// <summary>What comes in at all nodes: drive and junction currents.</summary>
    public PinnedArray Inputs { get; }

    /// <summary>What the junctions of all nodes give in a stage, where that is not added to the inputs.</summary>
    public PinnedArray Junction { get; }

    /// <summary>What spikes leave at all nodes to be carried by the junctions.</summary>
    public PinnedArray Charges { get; }

    /// <summary>sum_j(g_ij) of all nodes.</summary>
    public PinnedArray JunctionTotals { get; }

    /// <summary>sum_j |g_ij| of all nodes: the same array where no weight may be negative.</summary>
    public PinnedArray JunctionStrengths { get; }

    /// <summary>The neurons.</summary>
    public IReadOnlyList<Group> Groups { get; }

    /// <summary>What sits on them.</summary>
    public IReadOnlyList<AttachedGroup> Attached { get; }

    /// <summary>Both.</summary>
    public IReadOnlyList<Group> AllGroups { get; }

    /// <summary>What the neurons receive of it.</summary>
    public AttachedCurrents AttachedCurrents { get; }

    /// <summary>Events on their way; null if nothing sends any.</summary>
    public EventQueue? Events { get; }

    /// <summary>The numbers of the run.</summary>
    public ParameterValues Numbers { get; }

    /// <summary>Its weights.</summary>
    public RunWeights Weights { get; }

    public ElectricalNetwork Electrical { get; }

    public CouplingOperator Operator { get; }

    /// <summary>What a step is.</summary>
    public Skeleton Skeleton { get; }

    /// <summary>Each drive with the first element that it drives and their number.</summary>
    public IReadOnlyList<(int First, int Count, DriveSource Source)> Drives { get; }

    /// <summary>The noise that goes through junctions within the step; null if none does.</summary>
    public JunctionNoise? Noise { get; }

    /// <summary>Takes what has changed in the junctions into account.</summary>
    public void RenewCoupling()
    {
        Electrical.Renew();
        FillTotals();
        Operator.Renew();
        Noise?.Renew();
    }

    /// <summary>Takes a parameter of a population into account that has changed.</summary>
    /// <returns>True if junctions now couple more or less hard.</returns>
    public bool Renew(ParameterKey key)
    {
        Find((Neuron)key.Owner).Group.Renew();
        if (!MovesGain(key)) return false;
        Electrical.FillGains(Nodes, GainOf);
        return true;
    }

    /// <summary>The group of a population and the number of its first neuron there.</summary>
    public (Group Group, int First) Find(Neuron population)
    {
        return _places.TryGetValue(population, out var place) ? place : throw new ArgumentException($"{population} is not part of this network.");
    }

    /// <summary>The values of a state of a population: element neuron * members + member.</summary>
    public Span<double> Values(Neuron population, Symbol state)
    {
        var (group, first) = Find(population);
        return group.Array(state).Slice(first * Members, population.Size * Members);
    }

    /// <summary>The first element of a population in <see cref="Inputs"/>, for one of its inputs.</summary>
    public int FirstElement(Neuron population, Symbol input)
    {
        var (group, first) = Find(population);
        return (Nodes.Home(group.Plan, input)!.Value + first) * Members;
    }

    /// <summary>True if the noise of a drive goes through the junctions within the step.</summary>
    public bool Carries(Network network, Driven drive) => drive.Drive.IsWhite && network.IsCoupled(drive.Population) && Operator.CarriesNoise
        && Nodes.Coupled(Find(drive.Population).Group.Plan).Any(c => c.Input == drive.Input);

    /// <summary>Where a state of a neuron is: the array, what junctions add to it in an implicit stage (null for nothing), and its number there.</summary>
    public (PinnedArray States, PinnedArray? Change, int Number) Place(Cell cell, string state)
    {
        var (group, first) = Find(cell.Population);
        if (Nodes.First(group.Plan, state) is { } node)
            return (Voltages, Operator.Implicit && Nodes.IsCoupled(group.Plan) ? Junction : null, node + first + cell.Index);
        return (group.Memory(group.Plan.Model.Find(state)!.Symbol), null, first + cell.Index);
    }

    // The number of a neuron's first input.
    private int InputOf(Cell cell)
    {
        var (group, first) = Find(cell.Population);
        return Nodes.Home(group.Plan, group.Plan.Model.Input)!.Value + first + cell.Index;
    }

    private void FillTotals()
    {
        for (int i = 0; i < Nodes.Count; i++)
            for (int b = 0; b < Members; b++)
                (JunctionTotals[i * Members + b], JunctionStrengths[i * Members + b]) = (Electrical.Total(i, b), Electrical.Strength(i, b));
    }

    // What junctions do is named by the state that they couple.
    private PinnedArray? PlaceOf(GroupPlan plan, Symbol s)
    {
        PinnedArray? shared = s.Kind switch
        {
            SymbolKind.Input => Inputs,
            SymbolKind.Junction => Junction,
            SymbolKind.Charge => Charges,
            SymbolKind.JunctionTotal => JunctionTotals,
            SymbolKind.JunctionStrength => JunctionStrengths,
            SymbolKind.State => Voltages,
            _ => null,
        };
        if (shared is null) return null;
        int? first = s.Kind == SymbolKind.Input ? Nodes.Home(plan, s) : Nodes.First(plan, s.Name);
        return first is { } node ? shared.Slice(node * Members) : null;
    }

    private (int, int, DriveSource) Prepare(Driven d, bool isCarried, CounterRandom random, RunSettings settings, int firstMember)
    {
        int size = d.Population.Size;
        DriveSource source = d.Drive.Prepare(new DriveContext(size, Members, firstMember, isCarried ? Dt / JunctionNoise.Parts : Dt, random));
        if (d.Drive.IsWhite && settings.Method.ExtrapolatesInput) source = new ForeseenNoise(source, size * Members);
        return (FirstElement(d.Population, d.Input!), size * Members, source);
    }

    // True if members of the batch have weights of their own, or answer to currents by gains of their own.
    private bool MembersDiffer(IEnumerable<GapJunction> junctions, IEnumerable<GroupPlan> plans) => Members > 1 && (
        junctions.Any(j => j.AllWeights.Any(Numbers.OfMembers))
        || plans.Where(Nodes.IsCoupled).Any(p => GainsOf(p).Any(g => g.Mentions(s => s.Kind == SymbolKind.Parameter && p.IsOfMembers(s)))));

    private IEnumerable<Expr> GainsOf(GroupPlan plan) => Nodes.Coupled(plan).Select(c => plan.Model.InputGain(c.State, c.Input));

    private bool MovesGain(ParameterKey key) => key.Owner is Neuron p
        && Groups.Select(g => g.Plan).FirstOrDefault(g => g.Populations.Contains(p)) is { } plan && Nodes.IsCoupled(plan)
        && GainsOf(plan).Any(g => g.Mentions(s => s.Kind == SymbolKind.Parameter && s.Name == key.Name));

    /// <summary>1/C of each neuron of a group at the start, padding left at 0.</summary>
    private double[] GainOf(GroupPlan plan, CoupledState coupled, int member) => GainOf(plan, coupled, (p, s) => Numbers.Of(p, s, member), member);

    /// <summary>1/C of each neuron of a group with given parameters, padding left at 0.</summary>
    public double[] GainOf(GroupPlan plan, CoupledState coupled, Func<Neuron, Symbol, double[]> valuesOf, int member = 0)
    {
        Group group = Groups.First(g => g.Plan == plan);
        Expr gain = plan.Model.InputGain(coupled.State, coupled.Input);
        var values = new double[GroupPlan.Padded(plan.Neurons, Precision)];
        foreach (var (population, first) in plan.Members())
            Interpreter.Evaluate(gain, population.Size, s => s.Kind switch
            {
                SymbolKind.State => group.Values(s, first, population.Size, member),
                SymbolKind.Input or SymbolKind.Time => new double[population.Size],
                _ => valuesOf(population, s),
            }).CopyTo(values, first);
        return values;
    }
}
