namespace Connexon;

/// <summary>Whether a result is good enough, asked of a network or of its run.</summary>
public static class NetworkVerification
{
    extension(Network network)
    {
        /// <summary>
        /// Runs the network, runs it again at half the step, and says what moved: per state and per spike, and whether the step is good
        /// enough. Populations of which nothing is recorded in memory have their first state recorded.
        /// </summary>
        /// <param name="duration">How long, in model time: a whole number of steps.</param>
        /// <param name="dt">The step to be judged.</param>
        /// <param name="method">The method; null for <see cref="Method.Default"/>.</param>
        /// <param name="seed">The seed of all random numbers, the same in both runs.</param>
        /// <param name="threads">Threads; the result has the same bits for any number.</param>
        /// <param name="batch">Members that run side by side.</param>
        /// <param name="member">Only this member of the batch.</param>
        /// <param name="solver">What solves for implicit junctions; by default the cheapest.</param>
        /// <param name="progress">Told how far each run is.</param>
        /// <param name="cancel">Stops a run at a step; what both runs cover is compared.</param>
        /// <param name="parameters">The numbers to run with; null for those that the network was built with.</param>
        /// <param name="precision">
        /// Of states, parameters and weights: <see cref="Precision.Single"/> for explicit methods, in half the memory.
        /// </param>
        /// <exception cref="NetworkException">
        /// Something is wrong, a drive is noise, whose path is another at another step, or user code acts between steps.
        /// </exception>
        /// <exception cref="DivergenceException">A state stopped being a finite number, in either run.</exception>
        public Verification Verify(
            Time duration, Time dt, Method? method = null, ulong seed = 0, int threads = 1, int batch = 1, int? member = null,
            SolverKind solver = SolverKind.Automatic, IProgress<RunProgress>? progress = null, CancellationToken cancel = default,
            Parameters? parameters = null, Precision precision = Precision.Double) =>
            network.Verify(
                new RunSettings(duration, dt, method ?? Method.Default, seed, threads, batch, member, solver, parameters, precision),
                progress, cancel);

        /// <summary>Runs the network, runs it again at half the step, and says what moved, with settings kept in one value.</summary>
        /// <param name="settings">How to run.</param>
        /// <param name="progress">Told how far each run is.</param>
        /// <param name="cancel">Stops a run at a step; what both runs cover is compared.</param>
        /// <exception cref="NetworkException">
        /// Something is wrong, a drive is noise, whose path is another at another step, or user code acts between steps.
        /// </exception>
        /// <exception cref="DivergenceException">A state stopped being a finite number, in either run.</exception>
        public Verification Verify(RunSettings settings, IProgress<RunProgress>? progress = null, CancellationToken cancel = default)
        {
            if (network.Check(settings) is { Count: > 0 } problems) throw new NetworkException(problems);
            if (Verification.Problem(network) is { } problem) throw new NetworkException([problem]);
            IEnumerable<RecordRequest> missing = DefaultRecording.Of(network, settings)
                .Where(r => !network.Requests.Any(q => q.File is null && ReferenceEquals(q.State?.Neurons, r.State!.Neurons)));
            return network.WithRequests([.. network.Requests, .. missing], [.. network.SpikeRequests.Select(r => r with { Keep = true })])
                .Run(settings, progress, cancel).Verify(progress, cancel);
        }
    }

    extension(Run run)
    {
        /// <summary>Runs again at half the step and says what moved: whether this run's step is good enough.</summary>
        /// <param name="progress">Told how far the second run is.</param>
        /// <param name="cancel">Stops it; what both runs cover is compared.</param>
        /// <exception cref="NetworkException">
        /// A drive is noise, whose path is another at another step, or user code acts between steps.
        /// </exception>
        public Verification Verify(IProgress<RunProgress>? progress = null, CancellationToken cancel = default) =>
            Verification.Of(run, progress, cancel);
    }
}
