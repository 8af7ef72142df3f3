using System.Xml.Linq;
using Connexon.NeuroML;
using static Connexon.Units;

namespace Connexon.Tests.NeuroML;

/// <summary>
/// Small files (Files/) that use every element which is supported, on any machine: each under the default against a plain forward Euler
/// loop that nothing else of the engine has part in.
/// </summary>
public class OwnFiles(ITestOutputHelper output)
{
    private const int Parts = 16;

    private static string Folder => Path.Combine(Repository.Checkout.Root, "tests", "Connexon.Tests", "NeuroML", "Files");

    public static TheoryData<string> Regular =>
        [.. Directory.EnumerateFiles(Folder, "LEMS_*.xml").Select(f => Path.GetFileName(f)).Where(f => f != "LEMS_random.xml")
            .Order(StringComparer.Ordinal)];

    /// <summary>
    /// The loop is of first order: at a 16th of the step it is as far from the truth as from itself at an 8th. Where a cell is reset, a row
    /// may see it before or after.
    /// </summary>
    [Theory, MemberData(nameof(Regular))]
    public void The_default_gives_what_a_plain_loop_goes_to(string name)
    {
        NeuroMLFile file = OwnFile.Read(name);
        double[][] fine = OwnFile.Loop(file, Parts), coarse = OwnFile.Loop(file, Parts / 2);
        double[][] ours = OwnFile.Columns(file, Parts), asSaid = OwnFile.Columns(file, 1);
        string[] names = [.. file.Simulation!.Outputs.SelectMany(o => o.Columns.Select(c => c.Id))];
        for (int c = 0; c < names.Length; c++)
        {
            double range = fine.Max(r => r[c]) - fine.Min(r => r[c]);
            double jumps = Enumerable.Range(1, fine.Length - 1).Count(k => Math.Abs(fine[k][c] - fine[k - 1][c]) > 0.2 * range),
                row = range * Math.Sqrt(jumps / fine.Length);
            double loop = Rms(fine, coarse, c), away = Rms(ours, fine, c), step = Rms(asSaid, ours, c);
            output.WriteLine($"{names[c]}: range {range:G3}; loop {loop / range:E1}, from the loop {away / range:E1}, "
                + $"by the step {step / range:E1}");
            Assert.True(range > 1e-3 * fine.Max(r => Math.Abs(r[c])), names[c]);
            Assert.InRange(loop, 0, 0.03 * range + row); // the loop is not lost itself
            Assert.InRange(away, 0, 2 * loop + 1e-5 * range + row);
            Assert.InRange(step, 0, 2e-3 * range + row); // events act at ends of steps
        }
    }

    private static double Rms(double[][] a, double[][] b, int column) =>
        Math.Sqrt(a.Zip(b, (x, y) => Math.Pow(x[column] - y[column], 2)).Average());

    /// <summary>All types that a file can place, by their names as elements or as a type="...".</summary>
    [Fact]
    public void Every_type_is_in_one_of_them()
    {
        XElement[] elements = [.. Directory.EnumerateFiles(Folder, "*.xml").SelectMany(f => XDocument.Load(f).Descendants())];
        HashSet<string> used = [.. elements.SelectMany(e => new[] { e.Name.LocalName, e.Attribute("type")?.Value ?? "" })];
        // Children by the name of their slot: a segmentGroup's member is there, the others say which parts of a tree are meant, which a
        // point has not.
        string[] trees = ["parent", "from", "to", "include", "path", "subTree", "inhomogeneousParameter",
            "proximalDetails", "distalDetails", "point3DWithDiam"];
        string[] general = ["gate", "concentrationModel", "KSState", "KSTransition"]; // what others are kinds of

        TypeTable types = OwnTypes.Load();
        string[] missing =
            [.. types.Names.Where(n => !n.StartsWith("base", StringComparison.Ordinal)).Except(trees).Except(general)
                .Where(n => !used.Contains(n))];

        Assert.Equal([], missing);
        Assert.InRange(types.Names.Count(used.Contains), 110, 200);
        string[] words = ["connection", "connectionWD", "synapticConnection", "synapticConnectionWD", "electricalConnection",
            "electricalConnectionInstance", "electricalConnectionInstanceW", "continuousConnection", "continuousConnectionInstance",
            "continuousConnectionInstanceW", "explicitInput", "input", "inputW", "instance", "Regime", "OnEntry", "Transition", "OnEvent",
            "EventOut", "ConditionalDerivedVariable", "DerivedParameter", "InstanceRequirement", "Property"];
        Assert.Equal([], words.Except(used));
    }

    [Fact]
    public void Cells_spike_when_they_do_by_hand()
    {
        var simulation = new LemsSimulation(OwnFile.Read("LEMS_integrate_and_fire.xml"), new LemsOptions());
        Run run = simulation.Run();
        double[] Spikes(int population) => OwnFile.Spikes(simulation, run, population);
        void Every(double first, double period, double[] found)
        {
            Assert.InRange(found.Length, 4, 20);
            Assert.All(found, (t, k) => Assert.Equal(first + k * period, t, 2e-3));
        }

        double up = 8 * Math.Log((-45.0 + 72) / (-45.0 + 51)); // from -72 to -51 mV on the way to -45
        // The cells begin at their leak reversal, above the threshold: the first step is a spike.
        double[] tau = Spikes(0), refractory = Spikes(1);
        Every(tau[1], up, tau[1..]);
        Every(refractory[1], up + 3, refractory[1..]);
        Assert.InRange(tau[0], 0, 0.05);
        double rest = -66 + 240.0 / 12, charge = 150.0 / 12;
        double toThreshold = charge * Math.Log((rest + 66) / (rest + 52)), again = charge * Math.Log((rest + 70) / (rest + 52));
        Every(5 + toThreshold, again, Spikes(2));
        Every(5 + toThreshold, again + 4, Spikes(3));
    }

    /// <summary>Within four standard deviations of what the rates say.</summary>
    [Fact]
    public void Trains_that_are_drawn_come_at_their_rates()
    {
        NeuroMLFile file = OwnFile.Read("LEMS_random.xml");
        var simulation = new LemsSimulation(file, new LemsOptions());
        Run run = simulation.Run();
        (double[] Times, double[] Between) Train(int population)
        {
            double[] times = OwnFile.Spikes(simulation, run, population);
            return (times, [.. times.Zip(times.Skip(1), (a, b) => b - a)]);
        }

        var (uniform, between) = Train(0);
        Assert.InRange(uniform.Length, 571 - 24, 571 + 24); // 7 ms apart, with a deviation of a quarter
        Assert.InRange(between.Min(), 4, 4.2);
        Assert.InRange(between.Max(), 9.8, 10);
        Assert.InRange(Train(1).Times.Length, 480 - 88, 480 + 88);
        Assert.InRange(Train(2).Times.Length, 400 - 40, 400 + 40); // 5 ms and 5 ms on average more
        Assert.InRange(Train(2).Between.Min(), 5, 5.2);
        Assert.InRange(Train(3).Times.Length, 400 - 80, 400 + 80);
        Assert.InRange(Train(3).Times[0], 1000, 1050);
        Assert.InRange(Train(3).Times[^1], 2950, 3000);

        double[][] rows = OwnFile.Columns(file, 1);
        double Mean(int column, int from, int to) => rows[(10 * from)..(10 * to)].Average(r => r[column] * 1e3) + 65;
        double charge = 30 * Math.E * 1; // of a synapse, in fC; over 10 nS
        Assert.Equal(0.150 * charge / 10, Mean(0, 100, 4000), 0.16 * 0.150 * charge / 10);
        Assert.Equal(0, Mean(1, 0, 1000), 1e-9);
        Assert.Equal(0.300 * charge / 10, Mean(1, 1050, 2000), 0.24 * 0.300 * charge / 10);
        Assert.Equal(0, Mean(1, 2200, 4000), 1e-3);
    }

    [Fact]
    public void Joined_cells_come_to_rest_where_they_do_by_hand()
    {
        double[] last = OwnFile.Columns(OwnFile.Read("LEMS_junctions.xml"), 1)[^1];
        // 200 pA into one of two membranes of 10 nS that 5 nS (4 nS) join: the sum is 20 mV, the difference 200 / (10 + 2 g).
        (double Driven, double Other) Pair(double g) => (-60 + 10 + 100 / (10 + 2 * g), -60 + 10 - 100 / (10 + 2 * g));
        Assert.Equal(Pair(5).Driven, last[0] * 1e3, 2e-3);
        Assert.Equal(Pair(5).Other, last[1] * 1e3, 2e-3);
        Assert.Equal(Pair(4).Driven, last[5] * 1e3, 2e-3);
        Assert.Equal(Pair(4).Other, last[6] * 1e3, 2e-3);
        // A chain by 15 and 5 nS: the first's 200 pA go through both.
        double end = 1 / (1 / 5.0 + 1 / 10.0), middle = 10 + end, through = 1 / (1 / 15.0 + 1 / middle), first = 200 / (10 + through);
        double second = first * 15 / (15 + middle), third = second * 5 / (5 + 10);
        Assert.Equal([-60 + first, -60 + second, -60 + third], last[2..5].Select(v => v * 1e3), (a, b) => Math.Abs(a - b) < 5e-3);
        // v = -40 at the other end opens to 1 / (1 + e^-2.5) of 6 nS, twice that with its weight; the rectifier conducts from the driven
        // cell alone.
        double Graded(double weight) => (10 * -60 + weight * 6 * Opened * -85) / (10 + weight * 6 * Opened);
        Assert.Equal(Graded(1), last[7] * 1e3, 2e-3);
        Assert.Equal(Graded(2), last[8] * 1e3, 2e-3);
        Assert.Equal(-60 + 100 * 5 / (10 * 15.0), last[9] * 1e3, 2e-3);
        Assert.Equal(-50, last[10] * 1e3, 2e-3);
    }

    private static readonly double Opened = 1 / (1 + Math.Exp((-50.0 + 40) / 4));

    [Fact]
    public void Inputs_charge_membranes_as_they_do_by_hand()
    {
        double[][] rows = OwnFile.Columns(OwnFile.Read("LEMS_inputs.xml"), 1);
        double At(double t, int column) => rows[(int)Math.Round(t / 0.05)][column] * 1e3;

        // 100 pA over 10 nS for two time constants of 10 ms
        Assert.Equal(-65 + 10 * -double.ExpM1(-2), At(25, 0), 1e-3);
        Assert.Equal((10 * -65 + 50 * -40) / 60.0, At(39, 4), 1e-3);                        // 20 Mohm are 50 nS
        Assert.Equal((10 * -65 + 33.3333 * -75) / 43.3333, At(9.95, 5), 2e-1);              // conditioning, testing, return, by 30 Mohm
        Assert.Equal((10 * -65 + 33.3333 * -35) / 43.3333, At(29.95, 5), 2e-2);
        Assert.Equal((10 * -65 + 33.3333 * -60) / 43.3333, At(60, 5), 1e-3);
        // 3 nS (0 mV - v) that decays in 3 ms, from 4 ms on: the first event moves it by nearly that charge.
        Assert.InRange(At(8, 6), -65 + 3, -65 + 5);
    }

    [Fact]
    public void Types_of_the_files_own_do_what_they_say()
    {
        double[][] rows = OwnFile.Columns(OwnFile.Read("LEMS_own_types.xml"), 1);
        // 0.004 litres a second into 2 litres and into 1: 0.002 and 0.004 a ms of THOUSAND; each drains, and is halved every 9 ms.
        foreach (var (column, fill) in new[] { (0, 0.002), (1, 0.004) })
        {
            double level = 0.1;
            for (double t = 0; t < 72; t += 9)
            {
                Assert.Equal(level, rows[(int)Math.Round(t / 0.02)][column], 1e-6);
                level = (fill / 0.02 + (level - fill / 0.02) * Math.Exp(-0.02 * 9)) / 2;
            }
        }
        // 20 mV at 1.5 mV/ms, a pause of 4 ms, the next step: at -70 + 1.5 (t - 17.34) after the first.
        Assert.Equal(-70 + 1.5 * (25 - 17.34), rows[1250][2] * 1e3, 0.04);
        // Two times 80 pA e^(-t/2), from 14.33 ms on, into 80 pF with 10 ms.
        double peak = 160.0 / 80 / (1 / 2.0 - 1 / 10.0) * (Math.Exp(-0.4) - Math.Exp(-2));
        Assert.Equal(-60 + peak, rows[(int)Math.Round(18.34 / 0.02)][3] * 1e3, 0.02);
    }
}
