using System.Diagnostics;
using System.Globalization;
using System.Xml;

using Connexon.NeuroML;

namespace Connexon.Benchmarks;

/// <summary>
/// Every LEMS file of some folders, run as it says by the default method on one thread, and again at half its step: how long it takes, and
/// what moves. Prints a Markdown table. Not a BenchmarkDotNet class, since a run takes seconds and is its own measurement.
/// </summary>
internal static class PublishedNetworks
{
    private const string Header =
        "| file | cells | junctions | synapses | load, ms | compile, ms | steps | taken in | stepping, s | ns per cell and step "
        + "| largest rms change, mV | spikes | gained | lost | largest shift, ms |\n"
        + "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";

    public static void Run(IEnumerable<string> folders)
    {
        string[] files =
        [
            .. folders.SelectMany(f => Directory.EnumerateFiles(f, "*.xml", SearchOption.AllDirectories)).Where(IsLems)
                .Order(StringComparer.Ordinal),
        ];
        if (files.Length == 0) throw new ArgumentException("There is no LEMS file in these folders.");
        Console.WriteLine(Header);
        var refused = new List<string>();
        bool warm = false;
        foreach (string file in files)
            try
            {
                if (!warm) Row(file); // the first is read and run twice: compiling this program is no part of the measurement
                warm = true;
                if (Row(file) is { } row) Console.WriteLine(row);
            }
            catch (Exception e) when (e is NeuroMLException or NetworkException or DivergenceException)
            {
                refused.Add($"- {Path.GetFileName(file)}: {e.Message}");
            }
        if (refused.Count > 0) Console.WriteLine($"\nNot run:\n\n{string.Join('\n', refused)}");
    }

    // A row of the table; null for a file without a simulation: a library of types.
    private static string? Row(string path)
    {
        long start = Stopwatch.GetTimestamp();
        NeuroMLFile file = NeuroMLFile.Read(path);
        if (file.Simulation is null) return null;
        var simulation = new LemsSimulation(file, new LemsOptions());
        TimeSpan load = Stopwatch.GetElapsedTime(start);
        simulation.RecordCells(every: 1);

        Verification v = simulation.Network.Verify(simulation.Settings);

        Run run = v.AsAsked;
        NetworkDescription network = file.Network!;
        double worst = v.States.Where(s => s.WorstRms.Dimension == Dimension.Voltage).Select(s => s.WorstRms.Value).DefaultIfEmpty().Max();
        double nanoseconds = run.Elapsed.TotalNanoseconds / run.Steps / network.Cells;
        return string.Create(CultureInfo.InvariantCulture,
            $"| {Path.GetFileNameWithoutExtension(path)} | {network.Cells} | {network.Electrical.Count} "
            + $"| {network.Events.Count + network.Continuous.Count} | {load.TotalMilliseconds:F0} | {run.Preparation.TotalMilliseconds:F0} "
            + $"| {run.Steps} | {run.StepsTaken} | {run.Elapsed.TotalSeconds:F2} | {nanoseconds:F0} | {worst:G2} "
            + $"| {v.Spikes.Sum(s => s.Kept + s.Lost)} | {v.Spikes.Sum(s => s.Gained)} | {v.Spikes.Sum(s => s.Lost)} "
            + $"| {v.Spikes.Select(s => s.LargestShift.Value).DefaultIfEmpty().Max():G2} |");
    }

    private static bool IsLems(string file)
    {
        using XmlReader reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        try
        {
            return reader.MoveToContent() == XmlNodeType.Element && reader.LocalName == "Lems";
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
