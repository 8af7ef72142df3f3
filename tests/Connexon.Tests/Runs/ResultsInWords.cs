using static Connexon.Units;

namespace Connexon.Tests.Runs;

/// <summary>What results print and save.</summary>
public class ResultsInWords
{
    private static readonly Passive Cells = new(2) { V_initializer = new[] { -65 * mV, -55 * mV } };

    private static readonly LIF Spiking = new(3)
    {
        tau = 10 * ms,
        V_initializer = 0 * mV,
    };

    [Fact]
    public void A_run_says_what_ran_and_what_it_left()
    {
        var gap = new SymmetryGapJunction(Cells, "V", Connect.Pairs((0, 1)), 0.1 * mS);
        Run run = new Network(Cells, gap).Record(Cells.V).Run(1 * ms, 0.1 * ms, Method.RungeKutta4);
        string[] lines = run.ToString().Split(Environment.NewLine);
        Assert.StartsWith("1 ms of 2 Passive, 1 junction by RungeKutta4, dt = 0.1 ms, in ", lines[0]);
        Assert.EndsWith(" s", lines[0]);
        Assert.Equal(["V of Passive: 11 rows of 2, 0 ms .. 1 ms, -65 mV .. -55 mV"], lines[1..]);
        Assert.Equal("V of Passive: 11 rows of 2, 0 ms .. 1 ms, -65 mV .. -55 mV", $"{run[Cells.V]}");
        Assert.Equal("11 values, -65 mV .. -64.09 mV", $"{run[Cells.V][0]}");
        Assert.Equal("2 Passive, 1 junction", $"{run.Network}");
        Assert.Equal("1 ms by RungeKutta4, dt = 0.1 ms, seed 0", $"{run.Settings}");
        Assert.Equal("no spikes of Passive", $"{run.Spikes(Cells)}");
    }

    [Fact]
    public void Spikes_say_how_many_of_whom_and_when()
    {
        Run run = new Network(Spiking).Drive(Spiking, 2 * mA, neurons: [0, 2]).Run(20 * ms, 0.1 * ms);
        double first = 10 * Math.Log(2), second = 2 * first;
        Assert.Equal($"4 spikes of 2 of 3 neurons of LIF, {first:G6} ms .. {second:G6} ms", $"{run.Spikes(Spiking)}");
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "spikes.csv");
        run.Spikes(Spiking).Save(path);
        string[] lines = File.ReadAllLines(path);
        Assert.Equal("t_ms,neuron", lines[0]);
        Assert.Equal(["0", "0", "2", "2"], lines[1..].Select(l => l.Split(',')[1]).Order());
        Assert.Equal(first, double.Parse(lines[1].Split(',')[0]), 1e-6);
        Assert.Equal("'spikes.txt' does not end in .csv, which is what is written. (Parameter 'path')",
            Assert.Throws<ArgumentException>(() => run.Spikes(Spiking).Save("spikes.txt")).Message);
    }

    [Fact]
    public void What_was_recorded_is_saved_as_a_recording_to_a_file_is()
    {
        using var folder = new TemporaryFolder();
        string streamed = Path.Combine(folder.Path, "streamed.csv"), saved = Path.Combine(folder.Path, "saved.csv");
        var net = new Network(Cells);
        net.Record(Cells.V, to: streamed).Run(1 * ms, 0.1 * ms, batch: 2);
        net.Record(Cells.V).Run(1 * ms, 0.1 * ms, batch: 2)[Cells.V].Save(saved);
        Assert.Equal(File.ReadAllLines(streamed), File.ReadAllLines(saved));
    }

    [Fact]
    public void Estimates_and_listings_are_sentences()
    {
        var error = new StepError(3.342113e-6 * mV, Cells.V, 1, 0, 45.300000000000004 * ms);
        Assert.Equal("3.3E-06 mV in V of Passive, neuron 1, in the step that ends at 45.3 ms", $"{error}");
        Assert.Equal("5 junctions of 2 pairs: 1 listed again, 1 listed again in the other direction, 1 of a neuron with itself, "
            + "which carry nothing", $"{new ListingReport(5, 2, 1, 1, 1)}");
        Assert.Equal("1 junction of 1 pair, each listed once", $"{new ListingReport(1, 1, 0, 0, 0)}");
    }

    [Fact]
    public void Drives_say_what_they_are()
    {
        Assert.Equal("10 uA 5 ms .. 7 ms", $"{Drive.Pulse(10 * uA, 5 * ms, 2 * ms)}");
        Assert.Equal("1 uA 5 ms .. 7 ms, then 2 uA from 7 ms on", $"{Drive.Step((5 * ms, 1 * uA), (7 * ms, 2 * uA))}");
        Assert.Equal("a constant drive of 2 values 1 .. 2 uA", $"{(Drive)new[] { 1 * uA, 2 * uA }}");
        Assert.Equal("a current (uA), as a function of time", $"{Drive.Function(t => 1 * uA)}");
        Assert.Equal("white noise, 1 uA over 1 ms", $"{Drive.WhiteNoise(1 * uA, 1 * ms)}");
    }

    [Fact]
    public void A_series_of_general_quantities_knows_its_dimension()
    {
        var cells = new Izhikevich(1) { u_initializer = -13 * mV / ms };
        Series<Quantity> u = new Network(cells).Record(cells.u).Run(0 * ms, 0.1 * ms).Trace(cells.u)[0];
        Assert.Equal(-13 * mV / ms, u[0]);
        Assert.Equal(-13, (u / (mV / ms))[0]);
        Assert.Equal("The values are a voltage per time (mV/ms), but the unit is 1 mV: divide by one of theirs. (Parameter 'unit')",
            Assert.Throws<ArgumentException>(() => u / mV).Message);
    }
}
