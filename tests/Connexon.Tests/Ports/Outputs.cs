using System.Globalization;
using static Connexon.Functions;
using static Connexon.Tests.Junctions.Pairs;
using static Connexon.Units;

namespace Connexon.Tests.Ports;

/// <summary>What models let others read.</summary>
public class Outputs
{
    [Theory]
    [InlineData("Imex4")]
    [InlineData("Adaptive")]
    [InlineData("Fast")]
    [InlineData("ExponentialEuler")]
    public void The_sodium_current_of_each_row_is_that_of_its_states(string method)
    {
        HH a = HH.Squid(3), b = new HH(5) { Name = "other" }; // one group of two populations
        OutputPort INa = b.Output("INa");
        Run run = new Network(a, b, new SymmetryGapJunction((a, b), "V", Connect.AllToAll, 0.05 * mS)).Drive(b, 10 * uA)
            .Record(INa, every: 3).Record(INa, neurons: [4, 1]).Record(b.V, every: 3).Record(b.m, every: 3).Record(b.h, every: 3)
            .Run(30 * ms, 0.05 * ms, Method.Parse(method), batch: 2);

        Assert.Equal((201, 5, Dimension.Current), (run[INa].Rows, run[INa].Columns, run[INa].Dimension));
        double gNa = Value(b, "gNa"), ENa = Value(b, "ENa"), least = 0;
        for (int row = 0; row < run[INa].Rows; row++)
            for (int i = 0; i < 5; i++)
            {
                double m = run[b.m].Number(row, i, 1),
                    due = gNa * m * m * m * run[b.h].Number(row, i, 1) * (run[b.V].Number(row, i, 1) - ENa);
                Assert.Equal(due, run[INa].Number(row, i, 1), 1e-11 * (1 + Math.Abs(due)));
                least = Math.Min(least, due);
            }
        Assert.InRange(least, -1000, -300); // it spiked
    }

    [Fact]
    public void Named_neurons_an_instantaneous_gate_and_a_file()
    {
        using var folder = new TemporaryFolder();
        var n = new WangBuzsakiHH(4) { Name = "wb" };
        string file = folder / "ina.csv";
        Run run = new Network(n).Drive(n, Init.Each(i => i * uA)).Record(n.Output("INa"), neurons: [3, 1]).Record(n.V).Record(n.h)
            .Record(n.Output("IL"), every: 100, neurons: [2], to: file).Run(5 * ms, 0.05 * ms);

        Trace INa = run[n.Output("INa")];
        Assert.Equal([3, 1], INa.Ids);
        double V = run[n.V].Number(60, 3), a = 0.1 * (V + 35) / (1 - Math.Exp(-0.1 * (V + 35))), b = 4 * Math.Exp(-(V + 60) / 18),
            m = a / (a + b);
        Assert.Equal(Value(n, "gNa") * m * m * m * run[n.h].Number(60, 3) * (V - Value(n, "ENa")), INa.Number(60, 0), 1e-10);
        string[] lines = File.ReadAllLines(file);
        Assert.EndsWith("wb.IL[2] (uA)", lines[0]);
        Assert.Equal(Value(n, "gL") * (run[n.V].Number(100, 2) - Value(n, "EL")),
            double.Parse(lines[2].Split(',')[1], CultureInfo.InvariantCulture), 1e-9);
    }

    [Fact]
    public void The_time_in_an_output_is_that_of_the_row()
    {
        var n = new Clock();
        Run run = new Network(n).Record(n.Output("phase")).Run(1 * ms, 0.25 * ms);

        Assert.Equal([3, 3 + Math.Sin(0.25), 3 + Math.Sin(0.5), 3 + Math.Sin(0.75), 3 + Math.Sin(1)],
            run[n.Output("phase")].Numbers(0), (x, y) => Math.Abs(x - y) < 1e-14);
    }

    [Fact]
    public void What_cannot_be_read_is_refused()
    {
        var hh = HH.Squid(2);
        Assert.Equal("'Ina' is not an output of HH. Its outputs are INa, IK, IL. (Parameter 'name')", Refused(() => hh.Output("Ina")));
        Assert.Equal("'V' is not an output of Deaf. It has none. (Parameter 'name')", Refused(() => new Deaf(1).Output("V")));
        Assert.Equal("Model Leaking has the output 'all' = I: an input is known within a step only, so that an output can be of states, "
            + "parameters and the time.",
            Refused(() => new Leaking("all").Model));
        Assert.Equal("Model Leaking uses the name 'V' twice.", Refused(() => new Leaking("V").Model));
        Run run = new Network(hh).Record(hh.V).Run(1 * ms, 0.1 * ms);
        Assert.Equal("IK of HH was not recorded in memory: add .Record(cells.Output(\"IK\")) to the network. Recorded: V of HH.",
            Refused(() => run[hh.Output("IK")]));
        Assert.Equal("The recording of IK of HH names neuron 2, but neurons go from 0 to 1.",
            Assert.Single(new Network(hh).Record(hh.Output("IK"), neurons: [2]).Check()));
        Assert.Equal("The recording of IK of HH is of something that is not part of the network.",
            Assert.Single(new Network(hh).Record(HH.Squid(2).Output("IK")).Check()));
    }

    private static double Value(Neuron n, string parameter) =>
        n.Model.Parameters.First(p => p.Symbol.Name == parameter).Values.Uniform!.Value;

    private sealed class Clock() : Neuron(1)
    {
        protected override void Define(ModelBuilder m)
        {
            Expr x = m.State<double>("x", 3);
            m.Derivative(x, 0 / ms);
            m.Output("phase", x + Sin(m.Time / (1 * ms)));
        }
    }

    private sealed class Leaking(string name) : Neuron(1)
    {
        protected override void Define(ModelBuilder m)
        {
            Expr V = m.State<Voltage>("V", -65 * mV);
            m.Output(name, m.Input(Dimension.Current));
            m.Derivative(V, -V / (1 * ms));
        }
    }
}
