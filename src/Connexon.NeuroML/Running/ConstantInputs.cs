namespace Connexon.NeuroML;

/// <summary>
/// Pulses that began with the run and outlast it: constant drives of their cells, which cost nothing and are summed first, as the drives of a
/// network built in C# are.
/// </summary>
/// <param name="length">How long the run is, in ms.</param>
internal sealed class ConstantInputs(double length)
{
    private readonly Dictionary<FlatNeuron, double[]> _sums = [];

    /// <summary>Takes an input if it is such a pulse.</summary>
    /// <returns>False for any other.</returns>
    public bool Take(FlatComponent input, double weight, Cell on)
    {
        if (!input.Component.Type.Is("pulseGenerator") && !input.Component.Type.Is("pulseGeneratorDL")) return false;
        if (input.Equations.States.Count > 0 || Of("delay") is not <= 0 || !(Of("delay") + Of("duration") > length)) return false;
        var neurons = (FlatNeuron)on.Population;
        if (!_sums.TryGetValue(neurons, out double[]? sums)) _sums.Add(neurons, sums = new double[neurons.Size]);
        sums[on.Index] += weight * Of("amplitude")!.Value;
        return true;

        double? Of(string parameter) =>
            input.Equations.Parameters.FirstOrDefault(p => p.Name == parameter) is { } symbol ? input.Value(symbol) : null;
    }

    /// <summary>The network with these drives.</summary>
    public Network AddTo(Network network)
    {
        foreach (var (neurons, sums) in _sums)
            network = network.Drive(neurons, (Init<Quantity>)sums.Select(s => new Quantity(s, neurons.Model.Input!.Dimension)).ToArray());
        return network;
    }
}
