using static Connexon.Units;

namespace Connexon.Tests.Runs;

/// <summary>What a run or a session changes is its own.</summary>
public class SessionTests
{
    private readonly Physics.Passive _cells = new(2) { V_initializer = [-60 * mV, -40 * mV] };
    private readonly SymmetryGapJunction _gap;

    public SessionTests() => _gap = new SymmetryGapJunction(_cells, "V", Connect.Pairs((0, 1)), 0.5 * mS);

    [Fact]
    public void The_same_network_run_twice_gives_the_same_bits()
    {
        Network network = new Network(_cells, _gap).Record(_cells.V).Record(_gap.Weight)
            .BetweenSteps(now => now[_gap.Weight, 0] = 1.001 * now[_gap.Weight, 0], _gap.Weight);
        Run first = network.Run(5 * ms, 0.1 * ms), second = network.Run(5 * ms, 0.1 * ms);

        Assert.Equal(first[_cells.V].Numbers(0), second[_cells.V].Numbers(0));
        Assert.Equal(0.5 * mS, _gap.Weight[0]);
        Assert.Equal(0.5 * Math.Pow(1.001, 50), first.Parameters[_gap.Weight, 0].Value, 1e-12);
        for (int row = 0; row < 50; row++) Assert.Equal(0.5 * Math.Pow(1.001, row + 1), first[_gap.Weight].Number(row, 0), 1e-12);
    }

    /// <summary>
    /// Between the steps of a run in single precision states and parameters of cells are set, as numbers of single precision.
    /// </summary>
    [Fact]
    public void Between_steps_in_single_precision()
    {
        var cell = new Physics.Passive(1) { V_initializer = -60 * mV };
        Run run = new Network(cell).Record(cell.V)
            .BetweenSteps(now =>
            {
                if (now.Steps == 5) now[cell.V, 0] = 0.1 * mV;
                if (now.Steps == 7) now[cell.Parameter("gL"), 0] = 0 * mS;
            }, cell.Parameter("gL"))
            .Run(1 * ms, 0.1 * ms, Method.Euler, precision: Precision.Single);

        double[] V = run[cell.V].Numbers(0);
        Assert.Equal((float)0.1, V[5]);
        Assert.NotEqual(V[6], V[7]);
        Assert.Equal(V[7], V[10]);
        Assert.Equal(0 * mS, run.Parameters[cell.Parameter("gL"), 0]);
    }

    [Fact]
    public void Two_runs_at_the_same_time_give_the_bits_of_one_after_the_other()
    {
        var cells = new HH(20) { C = Init.Normal(1 * uF, 0.05 * uF) };
        var gap = new SymmetryGapJunction(cells, "V", Connect.Ring, Init.Uniform(0.05 * mS, 0.1 * mS));
        Network network = new Network(cells, gap).Drive(cells, 10 * uA).Record(cells.V)
            .BetweenSteps(now => now[gap.Weight, (int)(now.Steps % 20)] = 0.001 * now.Steps * mS, gap.Weight);
        double[] One(ulong seed) => network.Run(5 * ms, 0.05 * ms, seed: seed)[cells.V].Numbers(7);
        double[] a = One(1), b = One(2);

        var both = new double[8][];
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, k => both[k] = One(1 + (ulong)(k % 2)));

        for (int k = 0; k < 8; k++) Assert.Equal(k % 2 == 0 ? a : b, both[k]);
        Assert.NotEqual(a, b);
    }

    [Theory]
    [InlineData(nameof(Method.Imex4))]
    [InlineData(nameof(Method.RungeKutta4))]
    [InlineData(nameof(Method.ExponentialEuler))]
    [InlineData(nameof(Method.Fast))]
    [InlineData(nameof(Method.Lagged))]
    [InlineData(nameof(Method.ExponentialEuler), Precision.Single)]
    [InlineData(nameof(Method.RungeKutta4), Precision.Single)]
    public void A_session_takes_the_steps_of_a_run(string method, Precision precision = Precision.Double)
    {
        var cells = new HH(9);
        var gap = new SymmetryGapJunction(cells, "V", Connect.Ring, 0.05 * mS);
        Network network = new Network(cells, gap).Drive(cells, Drive.Sine(10 * uA, 100 * Hz)).Record(cells.V);
        Run run = network.Run(20 * ms, 0.02 * ms, Method.Parse(method), seed: 5, precision: precision);
        Session session = network.Start(0.02 * ms, Method.Parse(method), seed: 5, precision: precision);
        int spikes = 0;
        for (int step = 0; step < 1000; step++)
        {
            Assert.Equal(run[cells.V].Number(step, 4), session[cells.V, 4].Value);
            session.Step();
            spikes += session.Spikes(cells).Count;
        }
        Assert.Equal(20, session.Time.Value, 1e-12);
        Assert.Equal(run.Spikes(cells).Count, spikes);
        Assert.True(spikes > 0);
    }

    [Fact]
    public void Actions_see_the_spikes_of_the_step_and_when_they_were()
    {
        var cells = new HH(3);
        var seen = new List<(int, double)>();
        Run run = new Network(cells).Drive(cells, Init.Each(i => (10 + i) * uA)).BetweenSteps(now =>
        {
            Spikes spikes = now.Spikes(cells);
            for (int k = 0; k < spikes.Count; k++)
            {
                Assert.True(spikes[spikes.Neuron(k)]);
                Assert.InRange(spikes.Time(k).Value, now.Time.Value - 0.1 - 1e-9, now.Time.Value + 1e-9);
                seen.Add((spikes.Neuron(k), spikes.Time(k).Value));
            }
        }).Run(50 * ms, 0.1 * ms);

        Assert.True(seen.Count > 6);
        Assert.Equal(Enumerable.Range(0, run.Spikes(cells).Count)
            .Select(k => (run.Spikes(cells).Neuron(k), run.Spikes(cells).Time(k).Value)), seen);
    }

    [Fact]
    public void A_state_that_is_set_is_the_row_of_the_instant_and_where_the_next_step_starts()
    {
        var cell = new Physics.Passive(1) { V_initializer = -60 * mV };
        Run run = new Network(cell).Record(cell.V).BetweenSteps(now =>
        {
            if (now.Steps == 10) now[cell.V, 0] = 10 * mV;
        }).Run(2 * ms, 0.1 * ms);
        Assert.Equal(-60 * Math.Exp(-0.3 * 0.9), run[cell.V].Number(9, 0), 1e-6);
        Assert.Equal(10, run[cell.V].Number(10, 0));
        Assert.Equal(10 * Math.Exp(-0.3), run[cell.V].Number(20, 0), 1e-6);
    }

    [Theory]
    [InlineData(nameof(Method.Imex4))]
    [InlineData(nameof(Method.RungeKutta4))]
    [InlineData(nameof(Method.ExponentialEuler))]
    public void A_capacitance_that_is_set_counts_from_the_next_step_on_also_for_junctions(string method)
    {
        // The difference of a passive pair decays with (gL + 2 g) / C.
        Run run = new Network(_cells, _gap).Record(_cells.V).BetweenSteps(now =>
        {
            for (int i = 0; i < 2 && now.Steps == 100; i++) now[_cells.Parameter("C"), i] = 2 * uF;
        }, _cells.Parameter("C")).Run(2 * ms, 0.01 * ms, Method.Parse(method));
        double Difference(int row) => run[_cells.V].Number(row, 1) - run[_cells.V].Number(row, 0);
        double within = method == nameof(Method.ExponentialEuler) ? 0.05 : 1e-6;
        Assert.Equal(20 * Math.Exp(-1.3), Difference(100), within);
        Assert.Equal(20 * Math.Exp(-1.3 - 0.65), Difference(200), within);
        Assert.Equal(2 * uF, run.Parameters[_cells.Parameter("C"), 0]);
        Assert.Equal(1 * uF, new Network(_cells).Parameters[_cells.Parameter("C"), 0]);
    }

    [Fact]
    public void What_was_not_declared_cannot_be_set()
    {
        Session session = new Network(_cells, _gap).Start(0.1 * ms);
        Assert.Equal("weight of junctions Passive - Passive (1) was not declared to change, and may be part of a constant: name it, as in "
            + "changes: [gap.Weight], where the run or the action between steps is set up.",
            Assert.Throws<InvalidOperationException>(() => session[_gap.Weight, 0] = 1 * mS).Message);
        Assert.StartsWith("C of Passive(2) was not declared to change",
            Assert.Throws<InvalidOperationException>(() => session[_cells.Parameter("C"), 0] = 1 * uF).Message);
        Assert.Equal("The start of V of Passive(2) is declared to change: a run has begun by then. Set the state.",
            Assert.Throws<NetworkException>(() => new Network(_cells).Start(0.1 * ms, changes: _cells.V.Start)).Message);
    }

    [Fact]
    public void The_session_of_a_run_cannot_be_stepped()
    {
        Assert.Equal("This is the session of a run, which steps itself: use network.Start(dt) to step by hand.",
            Assert.Throws<InvalidOperationException>(() => new Network(_cells).BetweenSteps(now => now.Step())
                .Run(1 * ms, 0.1 * ms)).Message);
    }

    [Fact]
    public void One_weight_of_many_is_the_matrix_made_anew()
    {
        var cells = new HH(30);
        var gap = new SymmetryGapJunction(cells, "V", Connect.Random(0.3), Init.Uniform(0.01 * mS, 0.02 * mS));
        Network network = new Network(cells, gap).Drive(cells, Init.Each(i => i * uA)).Record(cells.V);
        Session session = network.Start(0.02 * ms, Method.RungeKutta4, seed: 2, changes: gap.Weight);
        session[gap.Weight, 7] = 0.05 * mS;
        session[gap.Weight, 11] = 0 * mS;
        Run due = network.Run(1 * ms, 0.02 * ms, Method.RungeKutta4, parameters: session.Parameters);
        for (int step = 0; step < 50; step++) session.Step();
        for (int i = 0; i < 30; i++) Assert.Equal(due[cells.V].Number(50, i), session[cells.V, i].Value);
    }
}
