using static Connexon.Units;

namespace Connexon.Tests.Physics;

/// <summary>Steady states of passive cells, known in closed form.</summary>
public class PassiveIdentities
{
    public static TheoryData<string> Methods => new(Method.All.Select(m => m.Name));

    /// <summary>Every method where coupling is weak; those that treat strong junctions implicitly also where kappa is 5.</summary>
    public static TheoryData<string, double> MethodsAndConductances => new(Method.All.Select(m => (m.Name, 0.2))
        .Concat(Method.All.Where(m => m.Treatment.IsImplicit(5)).Select(m => (m.Name, 200.0))));

    [Theory, MemberData(nameof(MethodsAndConductances))]
    public void Pair_has_the_input_and_transfer_resistances_of_the_circuit(string method, double g)
    {
        const double g1 = 0.3, g2 = 0.7;
        double d = g1 * g2 + g * (g1 + g2), r11 = (g2 + g) / d, r12 = g / d, r22 = (g1 + g) / d;

        double[] first = SteadyState(method, [g1, g2], ([0], [1]), g, drivenCell: 0);
        double[] second = SteadyState(method, [g1, g2], ([0], [1]), g, drivenCell: 1);

        AssertClose(r11, first[0]);
        AssertClose(r12, first[1]);
        AssertClose(r12, second[0]);
        AssertClose(r22, second[1]);
        AssertClose(g / (g + g2), first[1] / first[0]);
        AssertClose(g, first[1] / (first[0] * second[1] - first[1] * first[1])); // how experimenters find g
    }

    [Theory, MemberData(nameof(Methods))]
    public void Chain_attenuates_by_the_same_factor_from_cell_to_cell(string method)
    {
        const double gL = 0.3, g = 0.3;
        int[] cells = [.. Enumerable.Range(0, 40)];
        double r = gL / (2 * g), mu = 1 + r - Math.Sqrt((1 + r) * (1 + r) - 1);

        double[] v = SteadyState(method, [.. cells.Select(_ => gL)], (cells[..39], cells[1..]), g, drivenCell: 0);

        for (int n = 1; n <= 20; n++) AssertClose(Math.Pow(mu, n), v[n] / v[0]);
    }

    [Theory]
    [InlineData(nameof(Method.Imex4))]
    [InlineData(nameof(Method.Fast))]
    public void Chain_with_a_sealed_end_is_the_hyperbolic_cosine_where_coupling_is_strong(string method)
    {
        const double gL = 0.3, g = 200;
        int[] cells = [.. Enumerable.Range(0, 40)];
        double r = gL / (2 * g), theta = Math.Acosh(1 + r);

        double[] v = SteadyState(method, [.. cells.Select(_ => gL)], (cells[..39], cells[1..]), g, drivenCell: 0);

        for (int n = 0; n < 40; n++) AssertClose(Math.Cosh((39.5 - n) * theta) / Math.Cosh(39.5 * theta), v[n] / v[0]);
        AssertClose(1, gL * v.Sum()); // what comes in leaves through the leaks
    }

    [Fact]
    public void Coupling_coefficients_are_those_of_NEURON_and_of_the_circuit()
    {
        double[][] rows = SharedData.Numbers("traces", "neuron", "passive_pair_cc.csv");
        Assert.Equal(9, rows.Length);
        foreach (double[] row in rows) // g, CC analytic, CC of NEURON at two accuracies, dV1 analytic, ...
        {
            double[] v = SteadyState(nameof(Method.ExponentialEuler), [0.3, 0.3], ([0], [1]), row[0], drivenCell: 0);
            AssertClose(row[1], v[1] / v[0]);
            Assert.Equal(row[2], v[1] / v[0], 1e-10);
            AssertClose(row[4], v[0]);
        }
    }

    /// <summary>Voltages after 200 ms (60 time constants) with 1 uA into one cell.</summary>
    private static double[] SteadyState(string method, double[] leaks, (int[], int[]) pairs, double g, int drivenCell)
    {
        var n = new Passive(leaks.Length) { gL = leaks.Select(x => x * mS).ToArray() };
        var network = new Network(n, new SymmetryGapJunction(n, "V", (_, _) => pairs, g * mS))
            .Drive(n, Init.Each(i => (i == drivenCell ? 1 : 0) * uA)).Record(n.V, every: 8000);
        Run run = network.Run(200 * ms, 0.025 * ms, Method.Parse(method));
        return [.. Enumerable.Range(0, leaks.Length).Select(i => run[n.V].Number(1, i))];
    }

    private static void AssertClose(double due, double found) => Assert.Equal(1, found / due, 1e-10);
}
