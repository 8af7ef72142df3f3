namespace Connexon;

/// <summary>What is done with a network: run it, step it by hand, act between its steps.</summary>
public static class NetworkRuns
{
    extension(Network network)
    {
        /// <summary>
        /// The same network with an action between its steps, which sees the spikes of the step just done and may look at states and
        /// set them, and set the numbers that are declared (<c>now[gap.Weight, 3] = 0.2 * mS</c>): the next step is made with them to
        /// its end, so that weights which follow the states are of first order in dt. What is set is the run's own: the network, and
        /// the next run, begin as they were.
        /// </summary>
        /// <param name="action">
        /// Called before every step, by one thread; see <see cref="Session"/> for the order of things at an instant.
        /// </param>
        /// <param name="changes">What it may set: weights, parameters of populations. Others may be parts of constants.</param>
        public Network BetweenSteps(Action<Session> action, params ParameterKey[] changes) =>
            network.With(network.Changes.Declaring(changes) with { Actions = [.. network.Changes.Actions, action] });

        /// <summary>The network ready for its first step, to be stepped by hand under any method.</summary>
        /// <param name="dt">The step.</param>
        /// <param name="method">The method; null for <see cref="Method.Default"/>. Long steps are not taken.</param>
        /// <param name="seed">The seed of all random numbers.</param>
        /// <param name="batch">Members that run side by side.</param>
        /// <param name="parameters">The numbers to start with; null for those that the network was built with.</param>
        /// <param name="precision">Of states, parameters and weights: <see cref="Precision.Single"/> for explicit methods.</param>
        /// <param name="changes">What will be set on the way, beside states: weights, parameters of populations.</param>
        /// <exception cref="NetworkException">Something is wrong; all problems are in the message.</exception>
        public Session Start(
            Time dt, Method? method = null, ulong seed = 0, int batch = 1, Parameters? parameters = null,
            Precision precision = Precision.Double, params ParameterKey[] changes)
        {
            Network stepped = network.WithRequests([], []).With(network.Changes.Declaring(changes));
            var settings = new RunSettings(
                0 * dt, dt, method ?? Method.Default, seed, Batch: batch, Parameters: parameters, Precision: precision);
            NetworkState state = NetworkState.Checked(stepped, settings);
            return new Session(state, new Spiking(state), ofRun: false);
        }

        /// <summary>Runs the network from its start.</summary>
        /// <param name="duration">How long, in model time: a whole number of steps.</param>
        /// <param name="dt">The step.</param>
        /// <param name="method">The method; null for <see cref="Method.Default"/>.</param>
        /// <param name="seed">The seed of all random numbers.</param>
        /// <param name="threads">Threads; the result has the same bits for any number.</param>
        /// <param name="batch">Members that run side by side, each with random numbers of its own.</param>
        /// <param name="member">Only this member of the batch, with the same bits as in the batch.</param>
        /// <param name="solver">What solves for implicit junctions; by default the cheapest.</param>
        /// <param name="progress">Told about ten times a second how far the run is.</param>
        /// <param name="cancel">Stops the run at a step; what was recorded until then is returned.</param>
        /// <param name="parameters">The numbers to run with; null for those that the network was built with.</param>
        /// <param name="precision">
        /// Of states, parameters and weights: <see cref="Precision.Single"/> for explicit methods, in half the memory.
        /// </param>
        /// <exception cref="NetworkException">
        /// Something is wrong; all problems are in the message, and nothing was run or written. Or, on the way, what
        /// was set between steps cannot be.
        /// </exception>
        /// <exception cref="DivergenceException">
        /// A state stopped being a finite number; what was recorded until then is in the exception.
        /// </exception>
        public Run Run(
            Time duration, Time dt, Method? method = null, ulong seed = 0, int threads = 1, int batch = 1, int? member = null,
            SolverKind solver = SolverKind.Automatic, IProgress<RunProgress>? progress = null, CancellationToken cancel = default,
            Parameters? parameters = null, Precision precision = Precision.Double) =>
            network.Run(
                new RunSettings(duration, dt, method ?? Method.Default, seed, threads, batch, member, solver, parameters, precision),
                progress, cancel);

        /// <summary>Runs the network from its start, with settings kept in one value.</summary>
        /// <param name="settings">How to run.</param>
        /// <param name="progress">Told about ten times a second how far the run is.</param>
        /// <param name="cancel">Stops the run at a step; what was recorded until then is returned.</param>
        /// <exception cref="NetworkException">
        /// Something is wrong; all problems are in the message, and nothing was run or written. Or, on the way, what
        /// was set between steps cannot be.
        /// </exception>
        /// <exception cref="DivergenceException">
        /// A state stopped being a finite number; what was recorded until then is in the exception.
        /// </exception>
        public Run Run(RunSettings settings, IProgress<RunProgress>? progress = null, CancellationToken cancel = default) =>
            Connexon.Run.Start(network, settings, progress, cancel);
    }
}
