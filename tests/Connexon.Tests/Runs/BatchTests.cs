using static Connexon.Units;

namespace Connexon.Tests.Runs;

/// <summary>Members of a batch may differ in any number: each member is what it is when run alone.</summary>
public class BatchTests
{
    public static TheoryData<string, double> MethodsAndWeights => new(
        Method.All.SelectMany(_ => new[] { 0.02, 0.5 }, (m, g) => (m.Name, g))
        .Where(m => m.Item2 < 0.1 || Method.Parse(m.Item1).CouplingBound is null));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Weights_of_each_member(double first, double second)
    {
        Conductance a = first * mS, b = second * mS;
        double[] together = End(Init.Batch(new[,] { { a, a, a, a }, { b, b, b, b } }), 2);

        Assert.Equal(End(first * mS, 1)[0], together[0], 1e-8);
        Assert.Equal(End(second * mS, 1)[0], together[1], 1e-8);
        Assert.Equal(-42.010550, together[first == 0 ? 0 : 1], 5e-6);
        Assert.Equal(-75.847451, together[first == 0 ? 1 : 0], 5e-6);
    }

    [Theory, MemberData(nameof(MethodsAndWeights))]
    public void A_sweep_over_weights_capacitances_and_starts_is_one_run(string method, double strength)
    {
        var cells = new HH(5) { V_initializer = Init.Each(i => (-70 + 2 * i) * mV) };
        var gap = new SymmetryGapJunction(cells, "V", Connect.Ring, strength * mS);
        Network network = new Network(cells, gap).Drive(cells, Init.Each(i => (8 + i) * uA)).Record(cells.V).Record(gap);
        Parameters Of(params double[] members) => network.Parameters
            .With(gap.Weight, Init.Batch(Table(members, 5, (m, k) => strength * (1 + m + 0.1 * k) * mS)))
            .With(cells.Parameter("C"), Init.Batch(Table(members, 5, (m, i) => (1 + 0.2 * m) * uF)))
            .With(cells.V.Start, Init.Batch(Table(members, 5, (m, i) => (-65 + m + i) * mV)));

        Run sweep = network.Run(5 * ms, 0.02 * ms, Method.Parse(method), batch: 3, parameters: Of(0, 1, 2));
        for (int m = 0; m < 3; m++)
        {
            Run alone = network.Run(5 * ms, 0.02 * ms, Method.Parse(method), parameters: Of(m)),
                third = network.Run(5 * ms, 0.02 * ms, Method.Parse(method), batch: 3, member: m, parameters: Of(0, 1, 2));
            for (int i = 0; i < 5; i++)
            {
                Assert.Equal(alone[cells.V].Numbers(i), third[cells.V].Numbers(i));
                AssertClose(alone[cells.V].Numbers(i), sweep[cells.V].Numbers(i, m), 1e-8);
                AssertClose(alone[gap].Numbers(i), sweep[gap].Numbers(i, m), 1e-8);
            }
        }
    }

    [Fact]
    public void Another_number_of_members_is_refused()
    {
        var cells = new HH(2) { gNa = Init.Batch(new[,] { { 100 * mS, 100 * mS }, { 110 * mS, 110 * mS }, { 120 * mS, 120 * mS } }) };
        foreach (int batch in (int[])[1, 2, 4])
            Assert.Equal($"HH.gNa is given for 3 members, but the batch is {batch}: run with batch: 3.",
                Assert.Throws<NetworkException>(() => new Network(cells).Run(1 * ms, 0.1 * ms, batch: batch)).Message);
        Assert.Equal(3, new Network(cells).Run(1 * ms, 0.1 * ms, batch: 3).Members);
    }

    [Fact]
    public void A_requirement_that_a_member_does_not_meet_is_named()
    {
        var cells = new LIF(1) { V_reset = Init.Batch(new[,] { { -65 * mV }, { 5 * mV } }), V_th = 0 * mV };
        Assert.Contains("V_reset < V_th is needed, but neuron 0 has V_th = 0 mV and V_reset = 5 mV.",
            Assert.Throws<NetworkException>(() => new Network(cells).Run(1 * ms, 0.1 * ms, batch: 2)).Message);
    }

    private static void AssertClose(double[] due, double[] found, double within)
    {
        for (int k = 0; k < due.Length; k++) Assert.Equal(due[k], found[k], within);
    }

    private static Q[,] Table<Q>(double[] members, int columns, Func<double, int, Q> of)
    {
        var table = new Q[members.Length, columns];
        for (int b = 0; b < members.Length; b++)
            for (int k = 0; k < columns; k++) table[b, k] = of(members[b], k);
        return table;
    }

    private static double[] End(JunctionWeight weight, int batch)
    {
        var cells = new HH(4) { V_initializer = Init.Each(i => (-70 + 4 * i) * mV) };
        var gap = new SymmetryGapJunction(cells, "V", Connect.Ring, weight);
        Run run = new Network(cells, gap).Drive(cells, Init.Each(i => (8 + i) * uA)).Run(20 * ms, dt: 0.05 * ms, batch: batch);
        return [.. Enumerable.Range(0, batch).Select(b => run[cells.V].Numbers(0, b)[^1])];
    }
}
