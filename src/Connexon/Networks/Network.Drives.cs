namespace Connexon;

public sealed partial class Network
{
    /// <summary>
    /// The same network with a drive more, which comes in at the first input of a population; drives of one input add up.
    /// </summary>
    /// <param name="population">What is driven.</param>
    /// <param name="drive">A constant, one value per neuron, a function of time, or a shape of <see cref="Connexon.Drive"/>.</param>
    /// <param name="neurons">Which neurons, each once; null for all. Values of a drive for each neuron are then one for each of
    /// these.</param>
    public Network Drive(Neuron population, Drive drive, int[]? neurons = null) =>
        Drive(population, population.Model.Input, drive, neurons);

    /// <summary>The same network with a drive more, which comes in at a named input; drives of one input add up.</summary>
    /// <param name="input">What is driven: <c>cells.Input("g_syn")</c>.</param>
    /// <param name="drive">A constant, one value per neuron, a function of time, or a shape of <see cref="Connexon.Drive"/>.</param>
    /// <param name="neurons">Which neurons, each once; null for all.</param>
    public Network Drive(InputPort input, Drive drive, int[]? neurons = null) => Drive(input.Neurons, input.Symbol, drive, neurons);

    /// <summary>The same network with a drive that is a function of time, the same for all neurons of a population.</summary>
    /// <typeparam name="Q">A quantity type, or double.</typeparam>
    /// <param name="population">What is driven, at its first input.</param>
    /// <param name="drive">
    /// A pure function: <c>t => t &lt; 5 * ms ? 0 * uA : 10 * uA</c>. Where it jumps it is known to nobody: see
    /// <see cref="Connexon.Drive.Function{Q}(Func{Time, Q}, IEnumerable{Time}?)"/>, which takes the times.
    /// </param>
    public Network Drive<Q>(Neuron population, Func<Time, Q> drive) where Q : struct =>
        Drive(population, Connexon.Drive.Function(drive));

    /// <summary>The same network with a drive that is a function of time and neuron.</summary>
    /// <typeparam name="Q">A quantity type, or double.</typeparam>
    /// <param name="population">What is driven, at its first input.</param>
    /// <param name="drive">A pure function: <c>(t, i) => i * Math.Sin(t / ms) * uA</c>.</param>
    public Network Drive<Q>(Neuron population, Func<Time, int, Q> drive) where Q : struct =>
        Drive(population, Connexon.Drive.Function(drive));

    private Network Drive(Neuron population, Symbol? input, Drive drive, int[]? neurons)
    {
        ArgumentNullException.ThrowIfNull(drive);
        Drive driving = neurons is null ? drive : new PartialDrive(drive, [.. neurons]);
        return new(_populations, _junctions, [.. _drives, new Driven(population, input, driving)], _requests, _spikes, _changes, _wiring);
    }
}
