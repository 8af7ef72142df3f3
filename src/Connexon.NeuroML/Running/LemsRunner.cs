namespace Connexon.NeuroML;

/// <summary>Runs what LEMS files describe, and writes what they ask for.</summary>
public static class LemsRunner
{
    extension(NeuroMLFile file)
    {
        /// <summary>The number of steps that a run has.</summary>
        /// <param name="options">What differs from what the file says.</param>
        public long Steps(LemsOptions? options = null) => LemsSimulation.SettingsOf(file, options ?? new LemsOptions()).Steps;

        /// <summary>How hard the junctions couple at a step, and what a method does with them, without running.</summary>
        /// <param name="dt">The step.</param>
        /// <param name="method">The method; null for <see cref="LemsOptions.DefaultMethod"/>.</param>
        /// <param name="solver">What solves for implicit junctions; by default the cheapest.</param>
        /// <exception cref="NeuroMLException">The file has no network, or something in it cannot be run.</exception>
        public CouplingStrength Coupling(Time dt, Method? method = null, SolverKind solver = SolverKind.Automatic) =>
            new LemsSimulation(file, new LemsOptions { Dt = dt, Duration = dt }).Network.Coupling(dt, method ?? LemsOptions.DefaultMethod, solver);

        /// <summary>Runs the simulation of a file and writes its outputs.</summary>
        /// <param name="options">What differs from what the file says.</param>
        /// <param name="progress">Told about ten times a second how far the run is.</param>
        /// <param name="cancel">Stops the run at a step; what was recorded until then is written.</param>
        /// <exception cref="NeuroMLException">The file has no network, or something in it cannot be run.</exception>
        /// <exception cref="NetworkException">It cannot be run in this way (method, step); nothing was written.</exception>
        /// <exception cref="DivergenceException">A state stopped being a finite number; what was recorded until then is written.</exception>
        /// <exception cref="IOException">An output cannot be written.</exception>
        public LemsResult Run(LemsOptions? options = null, IProgress<RunProgress>? progress = null, CancellationToken cancel = default)
        {
            options ??= new LemsOptions();
            var simulation = new LemsSimulation(file, options);
            var outputs = new LemsOutputs(simulation, options);
            DisplayRecorder? displays = options.KeepDisplays ? new DisplayRecorder(simulation) : null;
            if (options.Verifiable) simulation.RecordCells(every: 1);
            Run run;
            try
            {
                run = simulation.Run(progress, cancel);
            }
            catch (DivergenceException e)
            {
                if (e.Recorded is { } recorded) outputs.Complete(recorded); // it is whole up to there
                throw;
            }
            IReadOnlyList<string> files = outputs.Complete(run);
            return new LemsResult(run, files, outputs.Notes, displays?.Displays ?? []);
        }
    }
}
