namespace Connexon.NeuroML;

/// <summary>One cell, synapse or input of a network.</summary>
/// <param name="Component">Its component.</param>
/// <param name="Weight">Its property "weight".</param>
internal readonly record struct Placed(FlatComponent Component, double Weight = 1);

/// <summary>
/// Cells, synapses or inputs of one set of equations, wherever they stand in a network, as neurons of the library: each has the
/// parameters of its own component.
/// </summary>
/// <param name="equations">The equations.</param>
/// <param name="elements">Each of them; all have these equations.</param>
internal sealed class FlatNeuron(FlatEquations equations, IReadOnlyList<Placed> elements) : Neuron(elements.Count)
{
    private const string Weight = "weight";

    public FlatEquations Equations => equations;

    /// <summary>What these equations have that a <see cref="Model"/> cannot say; empty if it can say them all.</summary>
    public static IEnumerable<string> Problems(FlatEquations e) =>
        [
            .. e.Ports.Skip(1).Select(p => $"a second input '{p.Symbol}'"),
            .. e.Conditions.Where(c => c.Emits.Count > 0).Select(c => $"a spike where {c.Test}, which is no threshold of a state"),
            .. Running(e).Any(x => x.Mentions(SymbolKind.Random)) ? ["random numbers while it runs"] : Array.Empty<string>(),
        ];

    /// <summary>An expression of the equations as the model says it.</summary>
    /// <param name="e">The expression.</param>
    /// <param name="time">What stands for the time.</param>
    public Expr InModel(Expr e, Symbol time) => e.Replace(s => s == Symbol.Time ? (Expr)time : InModel(s));

    // A model is immutable, so that populations of one component share it; equations are written and checked once for all that have them.
    internal override Model Build()
    {
        bool alike = elements.Count > 0 && elements.All(e => e == elements[0]) && elements[0].Weight == 1
            && ReferenceEquals(elements[0].Component.Equations, equations)
            && !equations.States.Any(s => s.Start.Mentions(SymbolKind.Random));
        if (alike && elements[0].Component.Built is { } built) return built;
        Model model = equations.Built is { } same
            ? same.With([.. equations.Parameters.Select(p => Values(p).Values)], [.. equations.States.Select(s => Starts(s).Values)])
            : equations.Built = base.Build();
        if (alike) elements[0].Component.Built = model;
        return model;
    }

    /// <inheritdoc/>
    protected override void Define(ModelBuilder m)
    {
        m.Name(equations.TypeName);
        foreach (Symbol p in equations.Parameters)
            m.Add(new Parameter<Quantity>(p, Values(p).Values)); // by its whole name: ids of files may have dots
        foreach (Port port in equations.Ports) m.Input(port.Symbol.Dimension, port.Symbol.Name);
        foreach (Symbol read in equations.Requirements) m.Read(read.Name, read.Dimension);
        foreach (FlatState s in equations.States) m.State(s.Symbol.Name, Starts(s), s.Symbol.Dimension);
        foreach (FlatState s in equations.States)
            if (s.Slope is not null) m.Derivative(s.Symbol, InModel(s.Slope, Symbol.StageTime));
        foreach (FlatCondition c in equations.Conditions) m.When(InModel(c.Test, Symbol.Time), Sets(c.Sets));
        foreach (FlatHandler h in equations.Handlers.Where(h => h.Port == "in"))
        {
            Expr InEvent(Expr value) =>
                InModel(value, Symbol.Time).Replace(x => x.Name == Weight ? (Expr)Symbol.EventWeight : null);
            m.OnEvent([.. h.Sets.Select(s => (s.State, InEvent(s.Value)))]);
        }
        if (equations.Ports.Count == 0 && Given is { } given) m.Gives(InModel(given, Symbol.StageTime));
        foreach (FlatSpike spike in equations.Spikes)
            Spike(m, spike.Rule, equations.Spikes.Count > 1 ? spike.Rule.Name : SpikeRule.Unnamed);
    }

    private static IEnumerable<Expr> Running(FlatEquations e) =>
        [
            .. e.States.Where(s => s.Slope is not null).Select(s => s.Slope!),
            .. e.Conditions.SelectMany(c => c.Sets.Select(s => s.Value).Prepend(c.Test)),
            .. e.Handlers.SelectMany(h => h.Sets.Select(s => s.Value)),
            .. e.Spikes.SelectMany(s => s.Rule.Resets.Select(r => r.Value)),
        ];

    /// <summary>What these give to a cell that they are attached to.</summary>
    private Expr? Given => equations.Outputs.GetValueOrDefault("i") ?? equations.Outputs.GetValueOrDefault("I");

    private void Spike(ModelBuilder m, SpikeRule spike, string name)
    {
        Expr threshold = InModel(spike.Threshold, Symbol.Time);
        if (spike.Rising) m.SpikeWhenRising(name, spike.Watched, threshold);
        else m.SpikeWhen(name, spike.Watched, threshold, [.. Sets(spike.Resets).Select(r => ((Expr)r.State, r.Value))]);
        if (spike.Refractory is { } refractory) m.Refractory(refractory.Duration, [.. refractory.Held.Select(h => (Expr)h)]);
    }

    private (Symbol State, Expr Value)[] Sets(IReadOnlyList<(Symbol State, Expr Value)> sets) =>
        [.. sets.Select(s => (s.State, InModel(s.Value, Symbol.Time)))];

    // What comes from a cell is read; only sums over what is attached are inputs.
    private Expr? InModel(Symbol s) =>
        s.Kind == SymbolKind.Input && equations.Requirements.Contains(s) ? (Expr)new Symbol(SymbolKind.Read, s.Name, s.Dimension) : null;

    private Init<Quantity> Values(Symbol parameter) =>
        Each(parameter, e => parameter.Name == Weight ? e.Weight : e.Component.Value(parameter));

    // Where a start is drawn it is a rule, which a run makes numbers of; a draw that two states name is one number in both.
    private Init<Quantity> Starts(FlatState s)
    {
        if (!s.Start.Mentions(SymbolKind.Random)) return Each(s.Symbol, e => e.Component.Start(s, x => throw Unknown(e, x)));
        Symbol[] drawn = [.. Walk.Symbols(equations.States.Select(x => x.Start)).Where(x => x.Kind == SymbolKind.Random)];
        double Draw(CounterRandom random, ulong i, ulong member) => elements[(int)i].Component.Start(s, x => x.Kind == SymbolKind.Random
            ? random.Uniform(i, member + ((ulong)Array.IndexOf(drawn, x) << 32))
            : throw Unknown(elements[(int)i], x));
        return new Init<Quantity>(new DrawnValues($"{s.Start}", Draw)
        {
            Dimension = s.Symbol.Dimension,
            Stream = "start",
        });
    }

    private static NeuroMLException Unknown(Placed e, Symbol s) => e.Component.Component.Source.Wrong(
        $"{e.Component}: a state starts at a value that needs '{s}', which is not known before the run.");

    private Init<Quantity> Each(Symbol symbol, Func<Placed, double> value)
    {
        var known = new Dictionary<Placed, double>();
        double[] values = [.. elements.Select(e => known.TryGetValue(e, out double v) ? v : known[e] = value(e))];
        return values.All(v => v.Equals(values[0]))
            ? new Quantity(values[0], symbol.Dimension)
            : values.Select(v => new Quantity(v, symbol.Dimension)).ToArray();
    }
}
