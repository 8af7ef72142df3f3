namespace Connexon.NeuroML;

/// <summary>
/// Collects pulses that begin with the run or before and outlast it: they are constant drives of their cells, as one says them in C#, and
/// cost nothing in a step.
/// </summary>
internal sealed class ConstantInputs(CellGroups cells, double duration)
{
    private readonly Dictionary<Neuron, double[]> _byPopulation = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes an input if it is such a pulse.</summary>
    /// <returns>False for any other.</returns>
    public bool Take(InputPlacement p)
    {
        Component c = p.Input.Component;
        if (c.Type.Name is not ("pulseGenerator" or "pulseGeneratorDL") || !c.Type.Place.File.EndsWith(".types", StringComparison.Ordinal)) return false;
        double Value(string name) => p.Input.Value(p.Input.Equations.Parameters.First(s => s.Name == name));
        double delay = Value("delay");
        if (!(delay <= 0 && delay + Value("duration") > duration) || cells.Find(p.Cell) is not { } cell) return false;
        if (!_byPopulation.TryGetValue(cell.Population, out double[]? values)) _byPopulation.Add(cell.Population, values = new double[cell.Population.Size]);
        values[cell.Index] += p.Weight * Value("amplitude");
        return true;
    }

    /// <summary>The network with these drives.</summary>
    public Network On(Network network) => _byPopulation.Aggregate(network, (n, d) =>
        n.Drive(d.Key, new Init<Quantity>(new ArrayValues(d.Value) { Dimension = d.Key.Model.Input!.Dimension })));
}
