using static Connexon.Functions;
using static Connexon.Units;

namespace Connexon.Tests.Synapses;

/// <summary>
/// A graded synapse whose rate grows without bound as it opens: at the peer's +40 mV it is 8e4 / ms, 4000 times the step's. No step is
/// halved for it, and what it gives is right.
/// </summary>
public class GradedSynapses(ITestOutputHelper output)
{
    /// <summary>An input under which a membrane of 1 uF without a leak follows -15 mV - 55 mV cos(t / 8 ms) exactly.</summary>
    private sealed class Swing(int size) : Neuron(size)
    {
        protected override void Define(ModelBuilder m) => m.Gives(55.0 / 8.0 * Sin((Expr)Symbol.StageTime / (8 * ms)) * (1 * uA));
    }

    private static double Follow(double t) => -15 - 55 * Math.Cos(t / 8);

    [Fact]
    public void Open_wide_and_no_step_is_halved()
    {
        var pre = new Passive(1) { V_initializer = -70 * mV };
        Passive post = Circuit.Membrane(1);
        var synapse = new Graded(1);
        var wiring = new Wiring([Circuit.On(new Swing(1), pre, 0), new Attachments(synapse, [new Cell(post, 0)], [new Cell(pre, 0)],
            [new CellRead(false, _ => "V"), new CellRead(true, _ => "V")])], []);
        Network network = new Network(pre, post).With(wiring).Record(pre.V).Record(post.V);

        Run run = network.Run(100 * ms, 0.05 * ms);
        double[] s = Circuit.Recorded(new Network(pre, post).With(wiring), synapse, 0, "s",
            new RunSettings(100 * ms, 0.05 * ms, Method.Default));

        var (opening, voltage) = Exact(0.05, 2000);
        double ofS = s.Zip(opening, (a, b) => Math.Abs(a - b)).Max(),
            ofV = run[post.V].Numbers(0).Zip(voltage, (a, b) => Math.Abs(a - b)).Max();
        double ofPre = run[pre.V].Numbers(0).Select((v, k) => Math.Abs(v - Follow(0.05 * k))).Max();
        output.WriteLine($"halved {run.StepsHalved}; errors: s {ofS:E2}, V {ofV:E2} mV, V of the peer {ofPre:E2} mV");
        Assert.Equal(0, run.StepsHalved);
        Assert.InRange(opening.Max(), 0.9999, 1);
        Assert.InRange(ofPre, 0, 1e-9);
        Assert.InRange(ofS, 0, 2e-3);
        Assert.InRange(ofV, 0, 1e-3);
    }

    /// <summary>s by the exact step of its linear equation with the rate in the middle of tiny steps, V likewise.</summary>
    private static (double[] S, double[] V) Exact(double dt, int steps)
    {
        const int Parts = 400;
        double h = dt / Parts, s = 0, v = -65;
        var (allS, allV) = (new double[steps + 1], new double[steps + 1]);
        allV[0] = v;
        for (int n = 0; n < steps; n++)
        {
            for (int k = 0; k < Parts; k++)
            {
                double closed = 1 / (1 + Math.Exp((Follow(n * dt + (k + 0.5) * h) + 35) / 5)), before = s;
                s += (1 - closed - s) * -double.ExpM1(-h * 0.025 / closed);
                double g = 0.1 * (s + before) / 2;
                v += ((0.1 * -65 + g * -80) / (0.1 + g) - v) * -double.ExpM1(-h * (0.1 + g));
            }
            (allS[n + 1], allV[n + 1]) = (s, v);
        }
        return (allS, allV);
    }
}
