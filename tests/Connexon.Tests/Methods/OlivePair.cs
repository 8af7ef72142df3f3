using static Connexon.Functions;
using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>
/// Two cells of the inferior olive, a low-threshold calcium current and a leak, of which neither need oscillate by itself (Manor, Rinzel,
/// Segev and Yarom 1997, doi:10.1152/jn.1997.77.5.2736). The figures are converged simulations by an independent program.
/// </summary>
public sealed class OlivePair(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0.3, -61.7)]
    [InlineData(0.9, -53.6)]
    public void Cells_with_little_or_much_calcium_current_rest(double gT, double rest)
    {
        var n = new Olive(1) { gT = gT * mS };
        Swing swing = Late(new Network(n), n, 0);
        Assert.InRange(swing.Amplitude, 0, 1e-6);
        Assert.Equal(rest, swing.Mean, 0.05);
    }

    [Fact]
    public void A_cell_between_them_oscillates()
    {
        var n = new Olive(1) { gT = 0.6 * mS };
        Swing swing = Late(new Network(n), n, 0);
        Assert.Equal(7.38, swing.Amplitude, 0.005);
        Assert.Equal(7.910, swing.Frequency, 0.0005);
    }

    [Theory]
    [InlineData(0.15, 2.97, 5.08, 9.78)]
    [InlineData(0.2, 4.32, 6.63, 9.39)]
    [InlineData(0.5, 6.39, 7.86, 8.63)]
    [InlineData(1, 6.98, 7.82, 8.31)]
    [InlineData(10, 7.36, 7.45, 7.95)]
    public void Joined_they_oscillate_though_neither_does(double conductance, double first, double second, double frequency)
    {
        var (a, b) = (Pair(conductance, 0), Pair(conductance, 1));
        output.WriteLine($"{conductance}: {a} {b}");
        Assert.Equal(first, a.Amplitude, 0.006);
        Assert.Equal(second, b.Amplitude, 0.006);
        Assert.Equal(frequency, a.Frequency, 0.006);
        Assert.Equal(a.Frequency, b.Frequency, 1e-4);
    }

    /// <summary>
    /// The eigenvalue of the pair's rest crosses the imaginary axis at 0.11648 mS; 2 % below and above it its real part is -0.2198 and
    /// 0.2144 / s.
    /// </summary>
    [Theory]
    [InlineData(0.98, -59.0665, -55.3511, -0.2198)]
    [InlineData(1.02, -59.0215, -55.3906, 0.2144)]
    public void Their_rest_loses_its_stability_where_and_as_fast_as_the_eigenvalue_says(double ofCritical, double first, double second,
        double rate)
    {
        var n = new Olive(2) { gT = [0.3 * mS, 0.9 * mS], V_initializer = [(first + 0.001) * mV, second * mV] };
        var gap = new SymmetryGapJunction(n, "V", Connect.Pairs((0, 1)), 0.11648 * ofCritical * mS);
        Run run = new Network(n, gap).Record(n.V).Run(12_000 * ms, 0.5 * ms, Method.Imex4);
        double[] v = run[n.V].Numbers(0);
        double early = v[4000..8000].Max() - v[4000..8000].Min(), late = v[20_000..24_000].Max() - v[20_000..24_000].Min();
        Assert.InRange(early, 1e-4, 0.05);
        Assert.Equal(rate, Math.Log(late / early) / 8, 0.002);
    }

    private static Swing Pair(double conductance, int cell)
    {
        var n = new Olive(2) { gT = [0.3 * mS, 0.9 * mS] };
        return Late(new Network(n, new SymmetryGapJunction(n, "V", Connect.Pairs((0, 1)), conductance * mS)), n, cell);
    }

    /// <summary>Peak to peak and frequency over the last 2 of 20 s.</summary>
    private static Swing Late(Network network, Olive n, int cell)
    {
        Run run = network.Record(n.V, neurons: [cell]).Run(20_000 * ms, 0.5 * ms, Method.Imex4);
        double[] v = run[n.V].Numbers(0)[^4000..];
        double middle = (v.Max() + v.Min()) / 2;
        double[] rises =
            [.. Enumerable.Range(1, v.Length - 1).Where(i => v[i - 1] < middle && v[i] >= middle)
                .Select(i => 0.5 * (i - 1 + (middle - v[i - 1]) / (v[i] - v[i - 1])))];
        return new(v.Max() - v.Min(), v.Average(), rises.Length < 2 ? 0 : 1000 * (rises.Length - 1) / (rises[^1] - rises[0]));
    }

    private sealed record Swing(double Amplitude, double Mean, double Frequency);

    /// <summary>V and the inactivation of the calcium current; its activation is instantaneous.</summary>
    private sealed class Olive(int size) : Neuron(size)
    {
        public Init<Conductance> gT { get; init; } = 0.6 * mS;

        public Init<Voltage> V_initializer { get; init; } = -60 * mV;

        public State<Voltage> V => State<Voltage>();

        protected override void Define(ModelBuilder m)
        {
            Expr gT = m.Parameter(this.gT);
            Expr V = m.State("V", V_initializer);
            Expr k = 1 / (1 + Exp(-(V + 61 * mV) / (4.2 * mV))), open = 1 / (1 + Exp((V + 85 * mV) / (8.5 * mV)));
            Expr tau = 35 * ms + 20 * ms * Exp((V + 160 * mV) / (30 * mV)) / (1 + Exp((V + 84 * mV) / (7.3 * mV)));
            Expr l = m.Gate("l", alpha: open / tau, beta: (1 - open) / tau);
            m.Derivative(V, (m.Input(Dimension.Current) - gT * Pow(k, 3) * l * (V - 120 * mV) - 0.25 * mS * (V + 63 * mV)) / (1 * uF));
        }
    }
}
