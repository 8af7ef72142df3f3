using static Connexon.Units;

namespace Connexon.Tests.Stepping;

/// <summary>A network in three partitions, which share nothing but <see cref="IExchange"/>, gives the bits of one.</summary>
public class PartitionTests
{
    private const int Parts = 3;

    public static TheoryData<string, string, double> MethodsAndStrengths => new()
    {
        { "ExponentialEuler", "Automatic", 0.02 }, { "Euler", "Automatic", 0.02 }, { "RungeKutta2", "Automatic", 0.02 },
        { "RungeKutta4", "Automatic", 0.02 },
        { "Fast", "Automatic", 0.02 }, { "Lagged", "Automatic", 0.02 }, { "Imex4", "Automatic", 0.02 }, { "Adaptive", "Automatic", 0.02 },
        { "Imex4", "ConjugateGradients", 5 }, { "Imex4", "Chebyshev", 5 }, { "Imex4", "Richardson", 0.5 },
        { "Imex4", "ConjugateGradients", 500 }, { "Fast", "ConjugateGradients", 5 }, { "Adaptive", "ConjugateGradients", 5 },
    };

    [Theory, MemberData(nameof(MethodsAndStrengths))]
    public void Weak_and_strong_junctions_under_every_method(string method, string solver, double weight)
    {
        var cells = new HH(900) { V_initializer = Init.Uniform(-70 * mV, -55 * mV), gNa = Init.Uniform(110 * mS, 130 * mS) };
        var gap = new SymmetryGapJunction(cells, "V", Connect.Random(0.01), Init.Uniform(0.5 * weight * mS, weight * mS));
        HoldsBits(new Network(cells, gap).Drive(cells, Init.Uniform(30 * uA, 60 * uA)),
            new RunSettings(2 * ms, 0.01 * ms, Method.Parse(method), Seed: 3, Solver: Enum.Parse<SolverKind>(solver)),
            spikes: 100);
    }

    [Theory]
    [InlineData("ExponentialEuler", 1)]
    [InlineData("Imex4", 1)]
    [InlineData("Imex4", 2)]
    public void A_batch_of_groups_with_equal_weights_and_threads(string method, int threads)
    {
        var (a, b) = (new HH(333), new MorrisLecar(555));
        var c = new HH(111) { gK = 30 * mS };
        var within = new SymmetryGapJunction(a, "V", Connect.Ring, 0.3 * mS);
        var between = new SymmetryGapJunction((a, b), ("V", "V"), Connect.Random(0.01, between: true), 0.3 * mS);
        var more = new AsymmetryGapJunction((c, b), ("V", "V"), Connect.Random(0.01, between: true), (0.3 * mS, 0.3 * mS));
        HoldsBits(new Network(a, b, c, within, between, more).Drive(a, 50 * uA).Drive(c, Drive.OrnsteinUhlenbeck(5 * uA, 3 * uA, 2 * ms)),
            new RunSettings(2 * ms, 0.01 * ms, Method.Parse(method), Seed: 5, Batch: 3, Threads: threads), spikes: 30);
    }

    [Fact]
    public void Members_with_weights_of_their_own()
    {
        var cells = new HH(700);
        var weights = new Conductance[3, 700];
        for (int m = 0; m < 3; m++)
            for (int k = 0; k < 700; k++) weights[m, k] = (3 + m + 0.001 * k) * mS;
        var gap = new SymmetryGapJunction(cells, "V", Connect.Ring, Init.Batch(weights));
        HoldsBits(new Network(cells, gap).Drive(cells, Init.Uniform(30 * uA, 60 * uA)),
            new RunSettings(2 * ms, 0.01 * ms, Method.Imex4, Seed: 3, Batch: 3, Solver: SolverKind.ConjugateGradients), spikes: 10);
    }

    [Theory]
    [InlineData("Imex4", "ConjugateGradients", 30)]
    [InlineData("Imex4", "Automatic", 0.2)]
    [InlineData("ExponentialEuler", "Automatic", 0.2)]
    public void Cells_that_are_reset(string method, string solver, double weight)
    {
        var cells = new LIF(800) { V_initializer = Init.Uniform(-65 * mV, -51 * mV) };
        var gap = new SymmetryGapJunction(cells, "V", Connect.Random(0.005),
            new Quantity(weight, cells.Model.Input!.Dimension / Dimension.Voltage));
        HoldsBits(new Network(cells, gap).Drive(cells, 20 * mA),
            new RunSettings(10 * ms, 0.1 * ms, Method.Parse(method), Seed: 3, Solver: Enum.Parse<SolverKind>(solver)), spikes: 300);
    }

    /// <summary>Cells that report more than one kind of spike.</summary>
    private sealed class TwoSpikes(int size) : Neuron(size)
    {
        public State<Voltage> V => State<Voltage>();

        protected override void Define(ModelBuilder m)
        {
            Expr V = m.State("V", Init.Uniform(-65 * mV, -55 * mV));
            m.Derivative(V, (m.Input(Dimension.Current) - 0.1 * mS * (V + 65 * mV)) / (1 * uF));
            m.SpikeWhen(V, -50 * mV, (V, -65 * mV));
            m.SpikeWhenRising("half", V, -57 * mV);
        }
    }

    [Fact]
    public void Several_spike_conditions()
    {
        var cells = new TwoSpikes(800);
        var gap = new SymmetryGapJunction(cells, "V", Connect.Random(0.01), 0.01 * mS);
        HoldsBits(new Network(cells, gap).Drive(cells, Init.Uniform(3 * uA, 6 * uA)),
            new RunSettings(10 * ms, 0.1 * ms, Method.Imex4, Seed: 3), spikes: 3000);
    }

    [Fact]
    public void Noise_that_goes_through_junctions()
    {
        var cells = new HH(800);
        var gap = new SymmetryGapJunction(cells, "V", Connect.Ring, 50 * mS);
        HoldsBits(new Network(cells, gap).Drive(cells, Drive.WhiteNoise(3 * uA, 1 * ms)),
            new RunSettings(1 * ms, 0.02 * ms, Method.Imex4, Seed: 3, Solver: SolverKind.ConjugateGradients), spikes: 0);
    }

    [Fact]
    public void Single_precision()
    {
        var cells = new HH(900) { V_initializer = Init.Uniform(-70 * mV, -55 * mV) };
        var gap = new SymmetryGapJunction(cells, "V", Connect.Random(0.01), Init.Uniform(0.01 * mS, 0.02 * mS));
        HoldsBits(new Network(cells, gap).Drive(cells, 15 * uA),
            new RunSettings(2 * ms, 0.01 * ms, Method.ExponentialEuler, Seed: 3, Precision: Precision.Single), spikes: 100);
    }

    /// <summary>What a partition holds grows with its share: no more than that, and the neighbours that it sees.</summary>
    [Fact]
    public void A_partition_holds_its_share()
    {
        var cells = new HH(30 * Cut.Window);
        var gap = new SymmetryGapJunction(cells, "V", Connect.Ring, Init.Uniform(0.1 * mS, 0.2 * mS));
        var network = new Network(cells, gap);
        Layout[] parts = [.. Enumerable.Range(0, Parts).Select(p => new Layout(network, part: p, parts: Parts))];

        Assert.All(parts, p => Assert.Equal(10 * Cut.Window, p.Groups[0].Neurons));
        Assert.All(parts, p => Assert.Equal(10 * Cut.Window + 2, p.NodesSeen));
        Assert.All(parts, p => Assert.Equal(10 * Cut.Window + 1, p.Edges[0].Count));
        NetworkState[] states = new Mailboxes(Parts).InEach(x =>
            NetworkState.Of(network, new RunSettings(1 * ms, 0.01 * ms, Method.ExponentialEuler), exchange: x));
        Assert.All(states, s => Assert.Equal(10 * Cut.Window, s.Groups[0].Elements));
        Assert.All(states, s => Assert.Equal(20 * Cut.Window, s.Electrical.Matrix.Terms));
    }

    /// <summary>Whatever is drawn, looked at or kept: ten times as many partitions, a tenth of the memory for each.</summary>
    [Fact]
    public void What_is_made_for_a_partition_grows_with_its_share()
    {
        var cells = new HH(120 * Cut.Window) { gNa = Init.Uniform(110 * mS, 130 * mS) };
        var network = new Network(cells, new SymmetryGapJunction(cells, "V", Connect.Ring, Init.Uniform(0.1 * mS, 0.2 * mS)));
        var settings = new RunSettings(1 * ms, 0.01 * ms, Method.ExponentialEuler, Seed: 1);
        Made(3);
        double three = Made(3), thirty = Made(30);
        Assert.InRange(three / thirty, 9, 10.5);

        double Made(int parts) => new Mailboxes(parts).InEach(x =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            var electrical = new Electrical(new Layout(network, part: x.Part, parts: x.Parts),
                ParameterValues.Of(network, settings, lazily: true), x);
            Assert.Equal(120 * Cut.Window / parts, electrical.Matrix.Rows);
            return (double)(GC.GetAllocatedBytesForCurrentThread() - before);
        }).Max();
    }

    [Theory]
    [InlineData(SolverKind.Dense)]
    [InlineData(SolverKind.BiCgStab)]
    public void Solvers_that_need_all_rows_are_refused(SolverKind kind)
    {
        var cells = new HH(800);
        var network = new Network(cells, new SymmetryGapJunction(cells, "V", Connect.Ring, 50 * mS));
        var e = Assert.Throws<NetworkException>(() =>
            new Mailboxes(Parts)
                .InEach(x => NetworkState.Of(network, new RunSettings(1 * ms, 0.01 * ms, Method.Imex4, Solver: kind), exchange: x)));
        Assert.Equal($"SolverKind.{kind} does not work between partitions: take ConjugateGradients, Chebyshev or Richardson.", e.Message);
    }

    [Fact]
    public void Weights_that_vary_are_refused()
    {
        var cells = new HH(800);
        var gap = new SymmetryGapJunction(cells, "V", Connect.Ring, 0.1 * mS);
        Network network = new Network(cells, gap).Vary(gap, t => 1 + t / ms);
        var e = Assert.Throws<NetworkException>(() =>
            new Mailboxes(Parts)
                .InEach(x => NetworkState.Of(network, new RunSettings(1 * ms, 0.01 * ms, Method.ExponentialEuler), exchange: x)));
        Assert.Equal("Weights or parameters change while the network runs, which does not work between partitions: run it in one.",
            e.Message);
    }

    /// <summary>The states at the end, and every spike, of a network in one partition and in three.</summary>
    internal static void HoldsBits(Network network, RunSettings settings, int spikes)
    {
        Outcome whole = new Mailboxes(1).InEach(x => Outcome.Of(network, settings, x))[0];
        Outcome[] parts = new Mailboxes(Parts).InEach(x => Outcome.Of(network, settings, x));

        Assert.All(parts, p => Assert.NotEmpty(p.Values));
        Assert.Equal(whole.Values.Count, parts.Sum(p => p.Values.Count));
        foreach (var (key, value) in parts.SelectMany(p => p.Values))
            Assert.True(value.Equals(whole.Values[key]), $"{key}: {value} is not {whole.Values[key]}");
        Assert.Equal(whole.Spikes, parts.SelectMany(p => p.Spikes).Order());
        Assert.InRange(whole.Spikes.Length, spikes, int.MaxValue);
    }

    private sealed record Outcome(Dictionary<(string Population, string State, int Neuron, int Member), double> Values,
        (string Population, int Neuron, int Member, double Time)[] Spikes)
    {
        public static Outcome Of(Network network, RunSettings settings, IExchange exchange)
        {
            NetworkState state = NetworkState.Checked(network, settings, exchange);
            var spiking = new Spiking(state);
            new Engine(state, [], spiking, null, CancellationToken.None).Run();
            var values = new Dictionary<(string, string, int, int), double>();
            foreach (Group group in state.AllGroups)
                foreach (Placement at in group.Plan.Placements)
                    for (int i = 0; i < at.Count; i++)
                        for (int m = 0; m < state.Members; m++)
                            foreach (StateVariable s in group.Plan.Model.States)
                                if (IsOwn(state, group, at.Population, at.Neuron(i)))
                                    values.Add((network.LabelOf(at.Population), s.Symbol.Name, at.Neuron(i), m),
                                        group.Memory(s.Symbol)[(at.First + i) * state.Members + m]);
            var spikes = from r in spiking.Records
                         from k in Enumerable.Range(0, r.Count)
                         select (network.LabelOf(r.Population), r.Neuron(k), r.Member(k), r.Time(k) / ms);
            return new(values, [.. spikes.Order()]);
        }

        // Of what is attached, partitions may hold copies of each other's.
        private static bool IsOwn(NetworkState state, Group group, Neuron population, int i) => state.Groups.Contains(group)
            || state.Layout.Network.Wiring.Attachments.First(a => ReferenceEquals(a.Elements, population)) is var a
            && (a.On.Count == 0 ? state.Exchange.Part == 0 : state.Layout.Find(a.On[i].Population).At.Find(a.On[i].Index) is not null);
    }
}
