using System.Globalization;
using System.Text.Json;
using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>A run of jLEMS (shared/data/traces/jlems) and the same network under a method of ours.</summary>
internal sealed class PublishedRun
{
    private readonly string _folder;
    private readonly NeuroMLFile _file;
    private readonly (string Name, double Threshold, double[] Times)[] _published;
    private readonly Recording[] _recordings;

    public PublishedRun(string name)
    {
        _folder = SharedData.Path("traces", "jlems", name);
        JsonElement about = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(_folder, "spikes.json"))).RootElement;
        _file = NeuroMLFile.Read(SharedData.Path(about.GetProperty("source").GetString()!.Split('/')));
        var quantities = new QuantityFinder(_file.Network!, _file.Report);
        _published = [.. about.GetProperty("upward_crossings").EnumerateObject().Select(c => (
            c.Name,
            c.Value.GetProperty("threshold").GetDouble(),
            c.Value.GetProperty("times_s").EnumerateArray()
                .Select(t => double.Parse(t.GetRawText(), CultureInfo.InvariantCulture)).ToArray()))];
        _recordings = [.. _published.Select(c => quantities.Find(c.Name, _file.Document.Elements.First()))];
    }

    public NeuroMLFile File => _file;

    /// <summary>The step of the file, in ms.</summary>
    public double Step => _file.Simulation!.Step;

    public double Length => _file.Simulation!.Length;

    /// <summary>What jLEMS recorded, with the upward crossings in s.</summary>
    public IReadOnlyList<(string Name, double Threshold, double[] Times)> Published => _published;

    /// <summary>The rows of jLEMS, of the columns that are recorded here too.</summary>
    public (double[] Times, Dictionary<string, double[]> Columns) Traces()
    {
        var columns = new Dictionary<string, double[]>();
        double[] times = [];
        foreach (string file in Directory.EnumerateFiles(_folder, "*.csv"))
        {
            string[] names = System.IO.File.ReadLines(file).First().Split(',');
            double[][] rows =
                [.. System.IO.File.ReadLines(file).Skip(1)
                    .Select(l => l.Split(',').Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray())];
            for (int c = 1; c < names.Length; c++)
                if (_published.Any(p => p.Name == names[c])) columns[names[c]] = [.. rows.Select(r => r[c])];
            times = [.. rows.Select(r => r[0])];
        }
        return (times, columns);
    }

    /// <summary>Runs it.</summary>
    /// <param name="method">The method; null for the default.</param>
    /// <param name="parts">In how many parts each step of the file is taken.</param>
    /// <param name="length">How long, in ms; null for as long as the file says.</param>
    /// <param name="seed">The seed of trains.</param>
    public OurRun Run(Method? method = null, int parts = 1, double? length = null, ulong? seed = null)
    {
        double until = Math.Round((length ?? Length) / Step) * Step;
        var options = new LemsOptions { Method = method, Dt = new Time(Step / parts), Duration = new Time(until), Seed = seed };
        var simulation = new LemsSimulation(_file, options, _recordings);
        MemorySink sink = null!;
        simulation.Record("voltages", _recordings, _ => sink = new MemorySink((int)simulation.Settings.Steps + 1, _recordings.Length));
        Run run = simulation.Run();
        return new OurRun(run, [.. _published.Select(p => (p.Name, p.Threshold))], sink.Times.ToArray(), sink.Values.ToArray(), parts);
    }
}

/// <summary>What came of it, in SI.</summary>
internal sealed class OurRun(Run run, (string Name, double Threshold)[] columns, double[] times, double[] values, int parts)
{
    public Run Run => run;

    public bool IsFinite => values.All(double.IsFinite);

    /// <summary>The upward crossings of a column, in s, between the rows that enclose them.</summary>
    public double[] Crossings(int column)
    {
        var found = new List<double>();
        double threshold = columns[column].Threshold;
        for (int k = 1; k < times.Length; k++)
            if (Value(k - 1, column) is var before && Value(k, column) is var after && before <= threshold && after > threshold)
                found.Add((times[k - 1] + (times[k] - times[k - 1]) * (threshold - before) / (after - before)) / 1000);
        return [.. found];
    }

    public int Rows => (times.Length - 1) / parts + 1;

    /// <summary>A value at a whole step of the file.</summary>
    public double AtStep(int step, int column) => Value(step * parts, column);

    /// <summary>The value at a time in s, which is an end of a step or near one.</summary>
    public double At(double t, int column) =>
        Value((int)Math.Clamp(Math.Round(t * 1000 / (times[1] - times[0])), 0, times.Length - 1), column);

    /// <summary>Rms difference of a column, at the steps of the file.</summary>
    public double Distance(OurRun other, int column)
    {
        double sum = 0;
        for (int k = 0; k < Rows; k++) sum += Math.Pow(AtStep(k, column) - other.AtStep(k, column), 2);
        return Math.Sqrt(sum / Rows);
    }

    private double Value(int row, int column) => values[row * columns.Length + column];
}
