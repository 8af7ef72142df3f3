namespace Connexon;

/// <summary>
/// Stepping by hand, as in the original: InitState once, then in each step every junction's Update() and every population's
/// Update(input). The scheme is <see cref="Method.ExponentialEuler"/>; <see cref="Network"/> takes any method.
/// </summary>
public static class Loop
{
    /// <summary>The step where none is given: 0.01 ms.</summary>
    public static Time DefaultStep { get; } = new(0.01);

    extension(Neuron neurons)
    {
        /// <summary>Sets all states to their start.</summary>
        /// <param name="batchSize">How many members run side by side; null for one.</param>
        /// <param name="dt">The step of every Update; null for <see cref="DefaultStep"/>.</param>
        /// <param name="seed">
        /// The seed of all that is drawn, by the population's name: two populations of one name draw the same,
        /// unless they have seeds of their own.
        /// </param>
        /// <exception cref="NetworkException">A parameter has a wrong number of values, or the batch or step cannot be.</exception>
        public void InitState(int? batchSize = null, Time? dt = null, ulong seed = 0) =>
            neurons.Live = new LivePopulation(neurons, batchSize, dt ?? DefaultStep, seed);

        /// <summary>
        /// Sets all states to their start again, with the batch, step and seed of InitState; junction currents that wait are forgotten.
        /// </summary>
        /// <exception cref="InvalidOperationException">InitState has not been called.</exception>
        public void ResetState() => LiveOf(neurons).Reset();

        /// <summary>
        /// One step: the junction currents computed since the last one are added to the input and used up, each once.
        /// </summary>
        /// <param name="input">The drive: a constant, one value per neuron, or a <see cref="Drive"/>.</param>
        /// <returns>Which neurons spiked.</returns>
        /// <exception cref="InvalidOperationException">InitState has not been called.</exception>
        /// <exception cref="ArgumentException">The input has the wrong dimension or number of values.</exception>
        public Spikes Update(Drive input) => LiveOf(neurons).Step(input);
    }

    extension(GapJunction junction)
    {
        /// <summary>
        /// Computes the junction currents from the states as they stand; each population adds them to its input in its next Update. Called
        /// again before that, it replaces what it said.
        /// </summary>
        /// <returns>What each side receives, positive depolarising.</returns>
        /// <exception cref="InvalidOperationException">
        /// A population has no values yet, or the two have different batches or steps.
        /// </exception>
        /// <exception cref="NetworkException">
        /// The junctions are too strong for the step; see <see cref="Method.CouplingBound"/>.
        /// </exception>
        public JunctionCurrents Update() => LiveJunction.Of(junction).Update();
    }

    private static LivePopulation LiveOf(Neuron neurons) =>
        (LivePopulation?)neurons.Live ?? throw new InvalidOperationException($"{neurons} has no values yet: call InitState() first.");
}
