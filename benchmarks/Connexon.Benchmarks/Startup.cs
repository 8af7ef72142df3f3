using System.Diagnostics;
using System.Globalization;

using static Connexon.Units;

namespace Connexon.Benchmarks;

/// <summary>
/// How long does a user wait before the first step? The time from a list of pairs on disk to a network that could step, in a process that
/// has run nothing yet: reading it, checking, compiling kernels, assembling. 10 000 neurons with 50 000 junctions are to take less
/// than half a second. Not a BenchmarkDotNet class, since what counts is the first time only.
/// </summary>
internal static class Startup
{
    private const int Degree = 10;

    /// <param name="size">Neurons; five times as many junctions.</param>
    public static void Run(int size = 10_000)
    {
        string file = Path.GetTempFileName();
        try
        {
            WritePairs(file, size);
            TimeSpan processor = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            (int, int)[] pairs = ReadPairs(file);
            TimeSpan read = Stopwatch.GetElapsedTime(start);
            HH neurons = HH.Squid(size);
            var network = new Network(neurons, new SymmetryGapJunction(neurons, "V", Connect.Pairs(pairs), 0.01 * mS));
            TimeSpan described = Stopwatch.GetElapsedTime(start);
            Run run = network.Drive(neurons, 10 * uA).Run(0 * ms, 0.01 * ms);
            TimeSpan all = Stopwatch.GetElapsedTime(start);
            processor = Environment.CpuUsage.TotalTime - processor;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{neurons.Size} neurons, {pairs.Length} junctions: {all.TotalMilliseconds:F0} ms until the first step "
                + $"(reading {read.TotalMilliseconds:F0}, checked description {(described - read).TotalMilliseconds:F0}, "
                + $"compiled and assembled {run.Preparation.TotalMilliseconds:F0}); "
                + $"{processor.TotalMilliseconds:F0} ms of processor time."));
        }
        finally
        {
            File.Delete(file);
        }
    }

    // Each cell with five partners at fixed distances to either side: made without any code that is measured.
    private static void WritePairs(string file, int size)
    {
        int[] distances = [1, 37, 411, 2003, 4507];
        using var writer = new StreamWriter(file);
        foreach (int d in distances[..(Degree / 2)])
            for (int i = 0; i < size; i++) writer.Write($"{i},{(i + d) % size}\n");
    }

    private static (int, int)[] ReadPairs(string file) => [.. File.ReadLines(file).Select(line =>
    {
        int comma = line.IndexOf(',');
        return (int.Parse(line.AsSpan(0, comma), CultureInfo.InvariantCulture),
            int.Parse(line.AsSpan(comma + 1), CultureInfo.InvariantCulture));
    })];
}
