using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>
/// The default gives the same bits for any number of threads, in a batch or alone, and however neurons are listed, where steps are halved
/// and junctions are implicit too.
/// </summary>
public sealed class SameBitsOfTheDefault
{
    /// <summary>kappa 0.04 to 0.1: explicit; 12 to 25: implicit. NEST's stiff cells at 0.05 ms: steps are halved.</summary>
    public static TheoryData<double> Conductances => new(20.0, 5000.0);

    private static readonly int[] Members = [0, 1, 2];

    [Theory, MemberData(nameof(Conductances))]
    public void Whatever_the_threads(double conductance)
    {
        var (network, n) = Stiff(conductance);
        Run one = Go(network, threads: 1, batch: 1);
        Assert.InRange(one.StepsHalved, 10, 100_000);
        foreach (int threads in new[] { 2, 3 }) Same(one, Go(network, threads, batch: 1), n, 0, 0);
    }

    [Theory, MemberData(nameof(Conductances))]
    public void In_a_batch_or_alone(double conductance)
    {
        var (network, n) = Stiff(conductance);
        Run batch = Go(network, threads: 2, batch: 3); // shares of 8 elements: members begin anywhere in them
        foreach (int member in Members) Same(Go(network, threads: 1, batch: 3, member), batch, n, 0, member);
        Assert.NotEqual(batch[n.V].Numbers(0, 0), batch[n.V].Numbers(0, 1));
    }

    [Theory, MemberData(nameof(Conductances))]
    public void As_one_population_or_two(double conductance)
    {
        int[] pre = [0, 0, 1, 3, 2], post = [1, 2, 3, 4, 4];
        double[] start = [-40, -69.6, -55, -65, -30];
        HhPscAlphaGap Cells(params int[] ids) => new(ids.Length) { V_initializer = ids.Select(i => start[i] * mV).ToArray() };
        HhPscAlphaGap all = Cells(0, 1, 2, 3, 4), first = Cells(0, 1), second = Cells(2, 3, 4);
        Network one = new Network(all, new SymmetryGapJunction(all, "V", (_, _) => (pre, post), conductance * nS)).Drive(all, 500 * pA)
            .Record(all.V);
        Network two = new Network(first, second,
                new SymmetryGapJunction(first, "V", Connect.Pairs((0, 1)), conductance * nS),
                new SymmetryGapJunction((first, second), "V", Connect.Pairs((0, 0), (1, 1)), conductance * nS),
                new SymmetryGapJunction(second, "V", Connect.Pairs((1, 2), (0, 2)), conductance * nS))
            .Drive(first, 500 * pA).Drive(second, 500 * pA).Record(first.V).Record(second.V);
        Run together = Go(one, threads: 1, batch: 1), apart = Go(two, threads: 1, batch: 1);
        Assert.InRange(together.StepsHalved, 10, 100_000);
        Assert.Equal(together.StepsHalved, apart.StepsHalved);
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(together[all.V].Numbers(i), i < 2 ? apart[first.V].Numbers(i) : apart[second.V].Numbers(i - 2));
            Assert.Equal(Times(together, all, i), i < 2 ? Times(apart, first, i) : Times(apart, second, i - 2));
        }
    }

    private static (Network, HhPscAlphaGap) Stiff(double conductance)
    {
        var n = new HhPscAlphaGap(21) { V_initializer = Init.Uniform(-70 * mV, -20 * mV) };
        var gap = new SymmetryGapJunction(n, "V", Connect.Random(0.3), Init.Uniform(0.5 * conductance * nS, conductance * nS));
        return (new Network(n, gap).Drive(n, Drive.OrnsteinUhlenbeck(500 * pA, 300 * pA, 5 * ms)).Record(n.V), n);
    }

    private static Run Go(Network network, int threads, int batch, int? member = null) =>
        network.Run(20 * ms, 0.05 * ms, Method.Imex4, seed: 5, threads: threads, batch: batch, member: member);

    private static void Same(Run x, Run y, HhPscAlphaGap n, int memberOfX, int memberOfY)
    {
        for (int i = 0; i < n.Size; i++)
        {
            Assert.Equal(x[n.V].Numbers(i, memberOfX), y[n.V].Numbers(i, memberOfY));
            Assert.Equal(Times(x, n, i, memberOfX), Times(y, n, i, memberOfY));
        }
        Assert.Contains(Enumerable.Range(0, n.Size), i => x.Spikes(n).Times(i, memberOfX).Length > 0);
    }

    private static double[] Times(Run run, Neuron n, int neuron, int member = 0) =>
        [.. run.Spikes(n).Times(neuron, member).Select(t => t.Value)];
}
