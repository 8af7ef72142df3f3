using Connexon.Compilation;

namespace Connexon;

/// <summary>
/// A network made ready to step: populations with the same equations as one group each, all junctions as one matrix, states at their
/// start, drives prepared, kernels compiled.
/// </summary>
internal sealed class Assembly
{
    private readonly GroupPlan[] _plans;

    public Assembly(Network network, RunSettings settings, VectorWidth? width = null)
    {
        Dt = settings.Dt.Value;
        Members = settings.MembersThatRun;
        _plans = [.. GroupPopulations(network.Populations).Select(g => new GroupPlan(g, settings.Method, Dt))];
        Nodes = new NodeSpace(_plans, network.Junctions);
        Voltages = new PinnedArray(Nodes.Count * Members);
        Inputs = new PinnedArray(Nodes.Count * Members);
        Groups = [.. _plans.Select(p => new Group(p, Members, width ?? VectorWidth.Widest, s => PlaceOf(p, s)))];
        int firstMember = settings.Member ?? 0;
        foreach (Group g in Groups) InitialStates.Fill(g, settings.Seed, firstMember, network.LabelOf);
        Electrical = new ElectricalNetwork(Nodes, _plans, network.Junctions, GainOf);
        Drives = [.. network.Drives.Select((d, k) =>
        {
            string stream = $"{network.LabelOf(d.Population)}.drive {k}";
            var random = new CounterRandom(settings.Seed, CounterRandom.Stream(stream));
            var (group, first) = Find(d.Population);
            int node = Nodes.Segments.First(s => s.Group == group.Plan).First + first;
            return (node * Members, d.Population.Size * Members, d.Drive.Prepare(new DriveContext(d.Population.Size, Members, firstMember, Dt, random)));
        })];
    }

    public double Dt { get; }

    /// <summary>Members of the batch that run together.</summary>
    public int Members { get; }

    public NodeSpace Nodes { get; }

    /// <summary>The coupled states of all nodes.</summary>
    public PinnedArray Voltages { get; }

    /// <summary>What comes in at all nodes: drive and junction currents.</summary>
    public PinnedArray Inputs { get; }

    public IReadOnlyList<Group> Groups { get; }

    public ElectricalNetwork Electrical { get; }

    /// <summary>Each drive with the first element that it drives and their number.</summary>
    public IReadOnlyList<(int First, int Count, DriveSource Source)> Drives { get; }

    /// <summary>The group of a population and the number of its first neuron there.</summary>
    public (Group Group, int First) Find(Neuron population)
    {
        foreach (Group g in Groups)
            foreach (var (p, first) in g.Plan.Members())
                if (ReferenceEquals(p, population)) return (g, first);
        throw new ArgumentException($"{population} is not part of this network.");
    }

    /// <summary>The values of a state of a population: element neuron * members + member.</summary>
    public Span<double> Values(Neuron population, Symbol state)
    {
        var (group, first) = Find(population);
        return group.Array(state).Slice(first * Members, population.Size * Members);
    }

    /// <summary>The first element of a group in <see cref="Voltages"/> and <see cref="Inputs"/>.</summary>
    public int FirstElement(Group group) => Nodes.Segments.First(s => s.Group == group.Plan).First * Members;

    private PinnedArray PlaceOf(GroupPlan plan, Symbol s)
    {
        if (s.Kind == SymbolKind.Input)
            return Inputs.Slice(Nodes.Segments.First(n => n.Group == plan).First * Members);
        return Nodes.First(plan, s.Name) is { } first ? Voltages.Slice(first * Members) : new PinnedArray(Group.Padded(plan.Neurons) * Members);
    }

    /// <summary>1/C of each neuron of a group at the start, of the first member, padding left at 0.</summary>
    private double[] GainOf(GroupPlan plan, Symbol state)
    {
        Group group = Groups.First(g => g.Plan == plan);
        Expr gain = plan.Model.InputGain(state);
        var values = new double[Group.Padded(plan.Neurons)];
        foreach (var (population, first) in plan.Members())
            Interpreter.Evaluate(gain, population.Size, s => s.Kind switch
            {
                SymbolKind.State => group.Values(s, first, population.Size, 0),
                SymbolKind.Input or SymbolKind.Time => new double[population.Size],
                _ => plan.ParameterValues(s, population, population.Size),
            }).CopyTo(values, first);
        return values;
    }

    private static List<List<Neuron>> GroupPopulations(IEnumerable<Neuron> populations)
    {
        var groups = new List<List<Neuron>>();
        foreach (Neuron p in populations)
        {
            if (groups.Find(g => g[0].Model.SameEquations(p.Model)) is { } same) same.Add(p);
            else groups.Add([p]);
        }
        return groups;
    }
}
