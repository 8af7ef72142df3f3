using System.Text.Json;
using System.Text.RegularExpressions;

using static Connexon.Units;

namespace Connexon.Tests.Versus;

/// <summary>
/// A run of brainpy.state: NAME.json says what was run, NAME.csv holds every sample. Columns are "label.state[i]" or "label.state[b,i]".
/// </summary>
internal sealed partial class ReferenceRun
{
    private readonly JsonElement _what;
    private readonly Column[] _columns;

    public ReferenceRun(string name)
    {
        _what = JsonDocument.Parse(File.ReadAllText(SharedData.Path("traces", "brainpy", name + ".json"))).RootElement;
        string header = File.ReadLines(SharedData.Path("traces", "brainpy", name + ".csv")).First();
        double[][] rows = SharedData.Numbers("traces", "brainpy", name + ".csv");
        _columns = [.. ColumnName().Matches(header).Select((m, k) => new Column(
            m.Groups["label"].Value, m.Groups["state"].Value, int.TryParse(m.Groups["member"].Value, out int b) ? b : 0,
            int.Parse(m.Groups["neuron"].Value), [.. rows.Select(r => r[k + 1])]))];
        Assert.Equal(header.Count(c => c == '.'), _columns.Length);
    }

    public Time Dt => _what.GetProperty("dt_ms").GetDouble() * ms;

    /// <summary>Where the voltages of a population started.</summary>
    public Init<Voltage> Start(string label)
    {
        Column[] v = Of(label, "V");
        int members = v.Max(c => c.Member) + 1, neurons = v.Length / members;
        var start = new Voltage[members, neurons];
        foreach (Column c in v) start[c.Member, c.Neuron] = c.Values[0] * mV;
        return members > 1 ? Init.Batch(start) : v.Select(c => c.Values[0] * mV).ToArray();
    }

    /// <summary>The pairs of its junction.</summary>
    public ConnectionFunction Pairs() => (_, _) => (Integers("pre_ids"), Integers("post_ids"));

    /// <summary>Numbers that the description lists under a name, or under a name and a label.</summary>
    public double[] Numbers(string name, string? label = null)
    {
        JsonElement e = _what.GetProperty(name);
        if (label is not null) e = e.GetProperty(label);
        return e.ValueKind == JsonValueKind.Number ? [e.GetDouble()] : [.. e.EnumerateArray().Select(x => x.GetDouble())];
    }

    /// <summary>
    /// Runs a network as the reference was run and holds every sample of every column against it: within 1e-9 of the state's scale (100 mV
    /// for a voltage). Spike steps must be equal.
    /// </summary>
    public void Check(Network network, params (string Label, Neuron Neurons)[] populations)
    {
        Assert.Equal(_columns.Select(c => c.Label).Distinct().Order(), populations.Select(p => p.Label).Order());
        int every = _what.GetProperty("row_every_steps").GetInt32();
        foreach (var (label, neurons) in populations)
            foreach (string state in States(label)) network = network.Record(neurons[state], every);
        int members = _columns.Max(c => c.Member) + 1;
        double duration = _what.GetProperty("duration_ms").GetDouble();

        Run run = network.Run(duration * ms, Dt, Method.ExponentialEuler, batch: members);

        foreach (var (label, neurons) in populations)
        {
            foreach (string state in States(label)) Compare(label, run[neurons[state]], Of(label, state), duration);
            JsonElement[] cells = [.. _what.GetProperty("spike_steps").GetProperty(label).EnumerateArray()];
            long[][] due = [.. cells.Select(steps => steps.EnumerateArray().Select(x => x.GetInt64()).ToArray())];
            Assert.Equal(members * neurons.Size, due.Length);
            for (int k = 0; k < due.Length; k++) Assert.Equal(due[k], run.Spikes(neurons).Steps(k % neurons.Size, k / neurons.Size));
        }
    }

    private static void Compare(string label, Trace trace, Column[] due, double duration)
    {
        double scale = trace.Dimension == Dimension.Voltage ? 100
            : trace.Dimension == Dimension.Time ? duration
            : due.Max(c => c.Values.Max(Math.Abs));
        foreach (Column c in due)
        {
            Assert.Equal(c.Values.Length, trace.Rows);
            for (int row = 0; row < trace.Rows; row++)
            {
                double found = trace.Number(row, c.Neuron, c.Member);
                Assert.True(Math.Abs(found - c.Values[row]) <= 1e-9 * scale,
                    $"{label}.{c.State}[{c.Member},{c.Neuron}] at t = {trace.Times[row]} ms: {found:R}, reference {c.Values[row]:R}");
            }
        }
    }

    private IEnumerable<string> States(string label) => _columns.Where(c => c.Label == label).Select(c => c.State).Distinct();

    private Column[] Of(string label, string state) => [.. _columns.Where(c => c.Label == label && c.State == state)];

    private int[] Integers(string name) => [.. Numbers(name).Select(x => (int)x)];

    [GeneratedRegex(@"(?<label>\w+)\.(?<state>\w+)\[(?:(?<member>\d+),)?(?<neuron>\d+)\]")]
    private static partial Regex ColumnName();

    private sealed record Column(string Label, string State, int Member, int Neuron, double[] Values);
}
