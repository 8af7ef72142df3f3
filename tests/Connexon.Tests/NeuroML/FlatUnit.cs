using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>Flat equations as functions of slots: states, parameters, inputs, the time.</summary>
internal sealed class FlatPlan
{
    private readonly Dictionary<Symbol, int> _slots = [];

    public FlatPlan(FlatEquations e)
    {
        Equations = e;
        Slopes = [.. e.States.Select(s => s.Slope is { } slope ? (Func<double[], double>?)Compile(slope) : null)];
        foreach (FlatState s in e.States) Slot(s.Symbol);
        Conditions = [.. e.Conditions.Select(c => (Compile(c.Test), Sets(c.Sets), c.Emits.Count > 0))];
        Handlers = [.. e.Handlers.Where(h => h.Port == "in").Select(h => Sets(h.Sets))];
        Outputs = e.Outputs.ToDictionary(o => o.Key, o => Compile(o.Value));
        if (e.Spike is not { } spike) return;
        Threshold = Compile(spike.Threshold);
        Watched = Slot(spike.Watched);
        Resets = Sets(spike.Resets);
        if (spike.Refractory is not { } r) return;
        Refractory = Compile(r.Duration);
        Held = [.. r.Held.Select(h => e.States.ToList().FindIndex(s => s.Symbol == h))];
    }

    public FlatEquations Equations { get; }
    public Func<double[], double>?[] Slopes { get; }
    public (Func<double[], double> Test, (int Slot, Func<double[], double> Value)[] Sets, bool Emits)[] Conditions { get; }
    public (int Slot, Func<double[], double> Value)[][] Handlers { get; }
    public Dictionary<string, Func<double[], double>> Outputs { get; }
    public Func<double[], double>? Threshold { get; }
    public int Watched { get; }
    public (int Slot, Func<double[], double> Value)[] Resets { get; } = [];
    public Func<double[], double>? Refractory { get; }
    public int[] Held { get; } = [];

    public int Slot(Symbol s) => _slots.TryGetValue(s, out int i) ? i : _slots[s] = _slots.Count;

    public Func<double[], double> Compile(Expr e) => SlotExpression.Compile(e, Slot);

    private (int, Func<double[], double>)[] Sets(IReadOnlyList<(Symbol State, Expr Value)> sets) =>
        [.. sets.Select(s => (Slot(s.State), Compile(s.Value)))];
}

/// <summary>One cell, synapse or input with its values.</summary>
internal sealed class FlatUnit
{
    private readonly double[] _slopes;
    private double _heldUntil = double.NegativeInfinity;

    public FlatUnit(FlatPlan plan, FlatComponent component, double weight)
    {
        Plan = plan;
        Component = component;
        Values = new double[200];
        _slopes = new double[plan.Slopes.Length];
        for (int i = 0; i < component.Values.Count; i++) this[plan.Equations.Parameters[i]] = component.Values[i];
        this[new Symbol(SymbolKind.Parameter, "weight", Dimension.None)] = weight;
        foreach (FlatState s in plan.Equations.States) this[s.Symbol] = component.Start(s, _ => 0.5);
        Before = [.. Values];
    }

    public FlatPlan Plan { get; }
    public FlatComponent Component { get; }
    public double[] Values { get; }

    public double this[Symbol s]
    {
        get => Values[Plan.Slot(s)];
        set => Values[Plan.Slot(s)] = value;
    }

    public double Output(string name) => Plan.Outputs[name](Values);

    public void FindSlopes()
    {
        for (int i = 0; i < _slopes.Length; i++) _slopes[i] = Plan.Slopes[i]?.Invoke(Values) ?? 0;
    }

    /// <summary>
    /// The slopes as jLEMS takes them where a cell has channels: v from the gates as they were a step ago, the gates from v as it was then.
    /// </summary>
    public void FindLaggedSlopes()
    {
        int v = Plan.Slot(new Symbol(SymbolKind.State, "v", Dimension.Voltage));
        double[] forV = [.. Values], forGates = [.. Values];
        foreach (FlatState s in Plan.Equations.States)
            if (Plan.Slot(s.Symbol) is var slot && slot != v) forV[slot] = Before[slot];
        forGates[v] = Before[v];
        for (int i = 0; i < _slopes.Length; i++)
            _slopes[i] = Plan.Slopes[i]?.Invoke(Plan.Slot(Plan.Equations.States[i].Symbol) == v ? forV : forGates) ?? 0;
    }

    /// <summary>The values a step ago.</summary>
    public double[] Before { get; private set; }

    public void Remember() => Before = [.. Values];

    public void Advance(double h, double t)
    {
        if (t < _heldUntil - 1e-9)
            foreach (int held in Plan.Held) _slopes[held] = 0;
        for (int i = 0; i < _slopes.Length; i++) Values[Plan.Slot(Plan.Equations.States[i].Symbol)] += h * _slopes[i];
    }

    /// <summary>Conditions and the spike at the end of a step.</summary>
    /// <returns>True if a spike goes out.</returns>
    public bool Check(double before, double t)
    {
        bool spikes = false;
        foreach (var (test, sets, emits) in Plan.Conditions)
            if (test(Values) != 0)
            {
                Set(sets);
                spikes |= emits;
            }
        if (Plan.Threshold is not { } threshold || t < _heldUntil - 1e-9) return spikes;
        double th = threshold(Values), now = Values[Plan.Watched];
        if (!(now > th) || (Plan.Equations.Spike!.Rising && before > th)) return spikes;
        Set(Plan.Resets);
        if (Plan.Refractory is { } duration) _heldUntil = t + duration(Values);
        return true;
    }

    public void Receive()
    {
        foreach (var sets in Plan.Handlers) Set(sets);
    }

    private void Set((int Slot, Func<double[], double> Value)[] sets)
    {
        double[] values = [.. sets.Select(s => s.Value(Values))];
        for (int i = 0; i < sets.Length; i++) Values[sets[i].Slot] = values[i];
    }
}
