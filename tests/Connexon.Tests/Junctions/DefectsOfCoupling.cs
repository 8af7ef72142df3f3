using static Connexon.Units;

namespace Connexon.Tests.Junctions;

/// <summary>What the original's coupling hides is a clear error, a documented rule or a number to read.</summary>
public class DefectsOfCoupling
{
    [Fact]
    public void Above_its_bound_the_explicit_method_refuses()
    {
        var n = new HH(2) { V_initializer = [-65 * mV, -60 * mV] };

        Run below = new Network(n, new SymmetryGapJunction(n, "V", Pairs.One, 9 * mS)).Run(20 * ms, dt: 0.1 * ms, Method.ExponentialEuler);
        var above = new SymmetryGapJunction(n, "V", Pairs.One, 11 * mS);

        Assert.InRange(Math.Abs(below[n.V].Number(200, 0) - below[n.V].Number(200, 1)), 0, 0.01);
        string due = "ExponentialEuler is stable up to dt = 0.09091 ms for these junctions, but dt = 0.1 ms was asked for. "
            + "Junction 0, HH[0] - HH[1] of 11 mS, sets the bound. Use dt: 0.08 * ms or less, Imex4, which is stable at any strength, "
            + "or weaker junctions.";
        Assert.Equal(due,
            Assert.Throws<NetworkException>(() => new Network(n, above).Run(20 * ms, dt: 0.1 * ms, Method.ExponentialEuler)).Message);
        n.InitState(dt: 0.1 * ms);
        // A loop has no length of which a step had to be a part.
        Assert.Equal(due.Replace("0.08", "0.09"), Assert.Throws<NetworkException>(() => above.Update()).Message);
        Assert.True(new Network(n, above).Run(20 * ms, dt: 0.09 * ms / 0.9 * 0.8, Method.ExponentialEuler).IsComplete);
        Assert.True(new Network(n, above).Run(20 * ms, dt: 0.1 * ms, Method.RungeKutta4).IsComplete); // its bound is farther
    }

    [Theory]
    [InlineData(0.98)]
    [InlineData(1.02)]
    public void The_bound_is_where_a_passive_pair_begins_to_grow(double part)
    {
        var cells = new Passive(2) { V_initializer = [1 * mV, -1 * mV] };
        const double bound = 10; // mS: dt 2g / C = 2 at dt = 0.1 ms, C = 1 uF
        var gap = new SymmetryGapJunction(cells, "V", Pairs.One, part * bound * mS);
        var network = new Network(cells, gap);

        if (part < 1)
        {
            double last = network.Run(20 * ms, dt: 0.1 * ms, Method.ExponentialEuler)[cells.V].Number(200, 0);
            Assert.Equal(Math.Pow(1 - 2 * part, 200), last, 1e-12); // the mode's factor per step, still shrinking
        }
        else Assert.Throws<NetworkException>(() => network.Run(20 * ms, dt: 0.1 * ms, Method.ExponentialEuler));
    }

    [Theory]
    [InlineData(0.99, true)]
    [InlineData(1.01, false)]
    public void Joining_all_to_all_multiplies_by_the_number_of_cells(double g, bool runs)
    {
        var cells = new Passive(20);
        var network = new Network(cells, new SymmetryGapJunction(cells, "V", Connect.AllToAll, g * mS));

        if (runs) Assert.True(network.Run(1 * ms, dt: 0.1 * ms, Method.ExponentialEuler).IsComplete);
        else
            Assert.StartsWith(
                $"ExponentialEuler is stable up to dt = 0.09901 ms for these junctions, but dt = 0.1 ms was asked for. Junction ",
                Assert.Throws<NetworkException>(() => network.Run(1 * ms, dt: 0.1 * ms, Method.ExponentialEuler)).Message);
    }

    [Fact]
    public void The_strongest_junction_of_many_is_named()
    {
        var (x, y) = (new HH(4) { Name = "left" }, new Passive(4));
        var gap = new SymmetryGapJunction((x, y), "V", Connect.OneToOne, [1 * mS, 2 * mS, 30 * mS, 3 * mS]);

        string message =
            Assert.Throws<NetworkException>(() => new Network(x, y, gap).Run(1 * ms, dt: 0.1 * ms, Method.ExponentialEuler)).Message;

        Assert.Contains("Junction 2, left[2] - Passive[2] of 30 mS, sets the bound. Use dt: 0.025 * ms or less, Imex4, "
            + "which is stable at any strength, or weaker junctions.", message);
    }

    [Fact]
    public void The_exponential_part_of_a_step_is_the_leak_alone()
    {
        var cells = new Passive(2) { V_initializer = [-60 * mV, -20 * mV], gL = 0.5 * mS, C = 2 * uF };
        var gap = new SymmetryGapJunction(cells, "V", Pairs.One, 0.1 * mS);

        Run run = new Network(cells, gap).Run(0.1 * ms, dt: 0.1 * ms, Method.ExponentialEuler);

        double z = 0.1 * 0.5 / 2, part = (1 - Math.Exp(-z)) / z;
        Assert.Equal(-60 + 0.1 * part * (-0.5 * (-60 + 65) + 0.1 * 40) / 2, run[cells.V].Number(1, 0), 1e-13);
        Assert.Equal(-20 + 0.1 * part * (-0.5 * (-20 + 65) - 0.1 * 40) / 2, run[cells.V].Number(1, 1), 1e-13);
    }

    [Theory]
    [InlineData("ExponentialEuler")]
    [InlineData("RungeKutta4")]
    public void What_a_junction_sees_after_a_spike(string method)
    {
        var cells = new LIF(2) { V_initializer = [0.99 * mV, 0.5 * mV] };
        var gap = new SymmetryGapJunction(cells, "V", Pairs.One, 0.2 * siemens);
        Run run = new Network(cells, gap).Record(cells.V).Record(gap)
            .Drive(cells, new[] { 3 * mA, 0 * mA }).Run(0.2 * ms, dt: 0.1 * ms, Method.Parse(method));

        Trace V = run[cells.V];
        Assert.Equal([1L], run.Spikes(cells).Steps(0));
        double seen = V.Number(1, 0);
        if (method == "ExponentialEuler") Assert.InRange(seen, 1.02, 1.04); // above the threshold of 1 mV: the reset is still to come
        else Assert.Equal(0, seen);                                       // reset
        Assert.Equal(200 * (seen - V.Number(1, 1)), run[gap].Number(1, 0), 1e-12);
        if (method != "ExponentialEuler") return;
        double u = V.Number(1, 1), slope = (-u + 1e-3 * 200 * (seen - u)) / 5, z = 0.1 / 5;
        Assert.Equal(u + 0.1 * (1 - Math.Exp(-z)) / z * slope, V.Number(2, 1), 1e-13);
    }

    [Fact]
    public void A_clamped_cell_lets_the_current_through_and_the_balance_holds()
    {
        var cells = new LIFRef(2) { V_initializer = [0.99 * mV, 0.5 * mV], tau_ref = 1 * ms };
        var gap = new SymmetryGapJunction(cells, "V", Pairs.One, 0.2 * siemens);
        cells.InitState(dt: 0.1 * ms);
        var held = new List<double>();
        for (int k = 0; k < 10; k++)
        {
            JunctionCurrents d = gap.Update();
            Assert.Equal(0, d.Pre[0].Value + d.Post[1].Value);
            double partner = cells.V[1] / mV, flows = 200 * (cells.V[0] / mV - partner);
            Assert.Equal(flows, d.Post[1].Value, 1e-12);
            cells.Update(new[] { 3 * mA, 0 * mA });
            held.Add(cells.V[0] / mV);
            Assert.Equal(partner + 5 * (1 - Math.Exp(-0.02)) * (-partner + 1e-3 * flows) / 5, cells.V[1] / mV, 1e-13);
        }
        Assert.InRange(held[0], 1.02, 1.04);
        Assert.All(held.Skip(1), v => Assert.Equal(0, v)); // held at the reset for the rest of 10 steps, whatever flows in
    }

    [Fact]
    public void An_asymmetric_junction_is_linear_and_does_not_conserve_charge()
    {
        var cells = new Passive(2);
        var gap = new AsymmetryGapJunction(cells, "V", Pairs.One, (0.3 * mS, 0.1 * mS));
        cells.InitState(dt: 0.1 * ms);

        (double Pre, double Post) At(double difference)
        {
            cells.V[0] = -60 * mV;
            cells.V[1] = (-60 - difference) * mV;
            JunctionCurrents d = gap.Update();
            return (Math.Round(d.Pre[0].Value, 12), Math.Round(d.Post[1].Value, 12));
        }

        Assert.Equal((-1, 3), At(10));
        Assert.Equal((1, -3), At(-10)); // no rectification: the sign of the difference changes nothing else
        Assert.Equal((-2, 6), At(20));  // linear; and (0.3 - 0.1) of the difference is not balanced
    }

    [Fact]
    public void Kappa_shows_that_a_junction_is_too_weak_to_be_felt()
    {
        var cells = new LIF(2);

        double Kappa(Conductance g) =>
            new Network(cells, new SymmetryGapJunction(cells, "V", Pairs.One, g))
                .Run(0.1 * ms, dt: 0.1 * ms, Method.ExponentialEuler).Kappa[0];

        Assert.Equal(0.1 * 0.1 * 1e-3 / 5, Kappa(0.1 * mS), 1e-18);  // dt g R / tau: two millionths
        Assert.Equal(0.1 * 200 * 1e-3 / 5, Kappa(0.2 * siemens), 1e-15);
    }
}
