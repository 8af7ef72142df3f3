using Connexon.NeuroML;
using static Connexon.Units;

namespace Connexon.Tests.NeuroML;

/// <summary>
/// A file of Files/, run by the product and by the plain loop: the columns that it asks for, in SI, at the times of its rows.
/// </summary>
internal static class OwnFile
{
    public static NeuroMLFile Read(string name) =>
        NeuroMLFile.Read(Path.Combine(Repository.Checkout.Root, "tests", "Connexon.Tests", "NeuroML", "Files", name));

    /// <summary>When the first of a population spiked, in ms.</summary>
    public static double[] Spikes(LemsSimulation simulation, Run run, int population, string? port = null) =>
    [
        .. simulation.SpikesOf(new CellIndex(population, 0), port).SelectMany(pick => pick switch
        {
            { Population: { } neurons, Index: { } index } => run.Spikes(neurons, pick.Condition).Times(index).Select(t => t.Value),
            { Train: { } train, Source: var source } =>
                train.Times(EventQueue.Draws(run.Settings.Seed, source, 0)).TakeWhile(t => t <= run.Duration.Value),
            _ => [],
        }).Order(),
    ];

    /// <summary>By the default.</summary>
    /// <param name="file">The file.</param>
    /// <param name="parts">In how many parts each of its steps is taken.</param>
    public static double[][] Columns(NeuroMLFile file, int parts)
    {
        var simulation = new LemsSimulation(file, new LemsOptions { Dt = file.Step!.Value / parts });
        Recording[] columns = Recorded(file);
        MemorySink sink = null!;
        simulation.Record("columns", columns,
            _ => sink = new MemorySink((int)(simulation.Settings.Steps / parts) + 1, columns.Length), parts);
        simulation.Run();
        double[] values = sink.Values.ToArray();
        return [.. values.Chunk(columns.Length)];
    }

    /// <summary>By the loop.</summary>
    public static double[][] Loop(NeuroMLFile file, int parts)
    {
        var loop = new PlainLoop(file.Network!, file.Simulation!.Step / parts);
        Func<double>[] read = [.. Recorded(file).Select(loop.Read)];
        long rows = (long)Math.Round(file.Simulation.Length / file.Simulation.Step);
        var found = new List<double[]> { read.Select(r => r()).ToArray() };
        for (long n = 0; n < rows * parts; n++)
        {
            loop.Step(n);
            if ((n + 1) % parts == 0) found.Add([.. read.Select(r => r())]);
        }
        return [.. found];
    }

    private static Recording[] Recorded(NeuroMLFile file) =>
        [.. file.Simulation!.Outputs.SelectMany(o => o.Columns.Select(c => c.Recording))];
}
