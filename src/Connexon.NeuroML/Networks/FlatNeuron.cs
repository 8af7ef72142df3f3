namespace Connexon.NeuroML;

/// <summary>
/// Cells of one set of equations, from whatever populations, as neurons of the library: each has the parameters of its own component.
/// </summary>
/// <param name="equations">The equations.</param>
/// <param name="cells">The component of each neuron; all have these equations.</param>
internal sealed class FlatNeuron(FlatEquations equations, IReadOnlyList<FlatComponent> cells) : Neuron(cells.Count)
{
    private protected override string ModelName => equations.TypeName;

    /// <summary>What these equations have that a <see cref="Model"/> cannot say; empty if it can say them all.</summary>
    public static IEnumerable<string> Problems(FlatEquations e) =>
        [
            .. e.States.Count == 0 ? ["no state"] : Array.Empty<string>(),
            .. e.Ports.Skip(1).Select(p => $"a second input '{p.Symbol}'"),
            .. e.Requirements.Select(r => $"'{r}' from outside"),
            .. e.Conditions.Select(c => $"the condition {c.Test}"),
            .. e.Handlers.Select(h => $"events at port '{h.Port}'"),
            .. e.States.Where(s => s.Start.Mentions(x => x.Kind == SymbolKind.Random)).Select(s => $"a random start of '{s.Symbol}'"),
        ];

    /// <inheritdoc/>
    protected override void Define(ModelBuilder m)
    {
        for (int i = 0; i < equations.Parameters.Count; i++)
        {
            int at = i;
            m.Parameter(Each(equations.Parameters[i], c => c.Values[at]), equations.Parameters[i].Dimension, equations.Parameters[i].Name);
        }
        foreach (Port port in equations.Ports) m.Input(port.Symbol.Dimension, port.Symbol.Name);
        foreach (FlatState s in equations.States) m.State(s.Symbol.Name, Each(s.Symbol, c => c.Start(s)), s.Symbol.Dimension);
        foreach (FlatState s in equations.States)
            if (s.Slope is not null) m.Derivative(s.Symbol, s.Slope);
        if (equations.Spike is not { } spike) return;
        if (spike.Rising) m.SpikeWhenRising(spike.Watched, spike.Threshold);
        else m.SpikeWhen(spike.Watched, spike.Threshold, [.. spike.Resets.Select(r => ((Expr)r.State, r.Value))]);
        if (spike.Refractory is { } refractory) m.Refractory(refractory.Duration, [.. refractory.Held.Select(h => (Expr)h)]);
    }

    private Init<Quantity> Each(Symbol symbol, Func<FlatComponent, double> value)
    {
        var byComponent = new Dictionary<FlatComponent, double>();
        double[] values = [.. cells.Select(c => byComponent.TryGetValue(c, out double known) ? known : byComponent[c] = value(c))];
        return values.All(v => v.Equals(values[0]))
            ? new Quantity(values[0], symbol.Dimension)
            : values.Select(v => new Quantity(v, symbol.Dimension)).ToArray();
    }
}
