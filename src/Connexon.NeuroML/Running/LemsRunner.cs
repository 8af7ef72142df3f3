namespace Connexon.NeuroML;

/// <summary>What LEMS files describe, and their runs.</summary>
public static class LemsRunner
{
    extension(NeuroMLFile file)
    {
        /// <summary>
        /// The network of the file with what the file asks for, before anything is run: <c>Network.Population("AVBL")</c> finds its
        /// populations by their ids, and all that can be done with a network can be done with it. Each call gives a network of its own.
        /// </summary>
        /// <exception cref="NeuroMLException">The file has no network, or something in it cannot be run.</exception>
        public Described Describe() => new LemsSimulation(file).Described;

        /// <summary>Runs the simulation of a file and writes its outputs.</summary>
        /// <param name="options">What differs from what the file says.</param>
        /// <param name="progress">Told about ten times a second how far the run is.</param>
        /// <param name="cancel">Stops the run at a step; what was recorded until then is written.</param>
        /// <exception cref="NeuroMLException">The file has no network, or something in it cannot be run.</exception>
        /// <exception cref="NetworkException">It cannot be run in this way (method, step); nothing was written.</exception>
        /// <exception cref="DivergenceException">
        /// A state stopped being a finite number; what was recorded until then is written.
        /// </exception>
        /// <exception cref="IOException">An output cannot be written.</exception>
        public DescribedRun Run(LemsOptions? options = null, IProgress<RunProgress>? progress = null, CancellationToken cancel = default)
        {
            options ??= new LemsOptions();
            Described described = file.Describe();
            return described.Run(options.SettingsFor(described.Defaults), options.Outputs, progress, cancel);
        }
    }
}
