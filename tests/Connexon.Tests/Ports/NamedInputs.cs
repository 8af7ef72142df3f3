using static Connexon.Tests.Junctions.Pairs;
using static Connexon.Units;

namespace Connexon.Tests.Ports;

/// <summary>A model with several inputs: each drive and each junction comes in where it belongs, under every method.</summary>
public class NamedInputs
{
    private static readonly TwoCoupledCells Weak = new(0.2, 0.1, [1.5, 0], [0, 3]), Strong = new(20, 60, [1.5, 0], [0, 3]);

    [Theory]
    [InlineData("Imex4", 4, 1e-10)]
    [InlineData("Reference", 4, 1e-10)]
    [InlineData("RungeKutta4", 4, 1e-9)]
    [InlineData("RungeKutta2", 2, 4e-5)]
    [InlineData("Fast", 2, 3e-4)]
    [InlineData("Euler", 1, 5e-3)]
    [InlineData("ExponentialEuler", 1, 0.012)]
    [InlineData("Lagged", 1, 0.04)]
    public void Two_compartments_driven_and_joined_at_both_meet_the_solution_with_the_order_of_the_method(string name, int order,
        double error)
    {
        Method method = Method.Parse(name);
        double at50 = Error(Weak, method, 0.05), at25 = Error(Weak, method, 0.025);

        Assert.InRange(at25, 0, error);
        Assert.Equal(order, Math.Log2(at50 / at25), 0.1);
    }

    [Theory]
    [InlineData("Imex4", 0.1, 1e-3)]
    [InlineData("Imex4", 0.025, 2.1e-5)]
    [InlineData("Adaptive", 0.1, 1e-3)]
    [InlineData("Fast", 0.1, 6e-3)]
    [InlineData("Fast", 0.025, 1.3e-3)]
    public void Strong_junctions_of_both_states_are_implicit(string method, double dt, double error)
    {
        Assert.StartsWith("implicit for kappa, up to 3",
            new Network([.. Parts(Strong)]).Coupling(0.1 * ms, Method.Parse(method)).Treatment);
        Assert.InRange(Error(Strong, Method.Parse(method), dt), 0, error);
    }

    [Fact]
    public void The_loop_by_hand_gives_the_same()
    {
        var parts = Parts(Weak);
        var n = (TwoCompartments)parts[0];
        Run run = new Network([.. parts]).Drive(n, 1.5 * uA).Record(n.V_s).Record(n.V_d).Run(5 * ms, 0.1 * ms, Method.ExponentialEuler);
        n.InitState(dt: 0.1 * ms);
        n.V_s[0] = n.V_s[0]; // as in any loop: states can be set
        for (int k = 0; k < 50; k++)
        {
            foreach (GapJunction gap in parts.OfType<GapJunction>()) gap.Update();
            n.Update(1.5 * uA);
        }

        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(run[n.V_s].Number(50, i), n.V_s[i] / mV, 1e-12);
            Assert.Equal(run[n.V_d].Number(50, i), n.V_d[i] / mV, 1e-12);
        }
    }

    [Fact]
    public void Threads_batches_and_neighbours_of_other_models_change_no_bit()
    {
        var alone = new TwoCompartments(37);
        Run one = Ring(alone).Run(5 * ms, 0.1 * ms);
        var among = new TwoCompartments(37);
        Run many = Ring(among, new Passive(5)).Run(5 * ms, 0.1 * ms, threads: 2, batch: 2);

        for (int i = 0; i < 37; i++)
        {
            Assert.Equal(one[alone.V_s].Numbers(i), many[among.V_s].Numbers(i, 1));
            Assert.Equal(one[alone.V_d].Numbers(i), many[among.V_d].Numbers(i, 1));
        }
        Assert.NotEqual(-65, one[alone.V_d].Number(50, 36));

        static Network Ring(TwoCompartments n, params INetworkPart[] more) =>
            new Network([.. more, n, new SymmetryGapJunction(n, "V_d", Connect.Ring, 3 * mS)])
                .Drive(n.Input("I_d"), Init.Each(i => 0.1 * i * uA)).Drive(n, 1 * uA)
                .Record(n.V_s).Record(n.V_d);
    }

    [Fact]
    public void A_junction_enters_the_input_that_moves_its_state_or_the_one_that_is_named()
    {
        var n = new TwoCompartments(2) { V_d_initializer = (Voltage[])[-65 * mV, -55 * mV] };
        var own = new SymmetryGapJunction(n, "V_d", One, 0.5 * mS);
        var named = new SymmetryGapJunction(n, "V_d", One, 0.5 * mS, inputs: "I_s");

        Assert.Equal(("I_d", "I_s"), (own.PreInput.Name, named.PostInput.Name));
        const double dt = 0.1, toSoma = TwoCompartments.Gc * 10; // from cell 1's dendrite, and 5 uA through the junction
        Run Step(GapJunction gap) => new Network(n, gap).Record(n.V_s).Record(n.V_d).Run(dt * ms, dt * ms, Method.Euler);
        Assert.Equal(-65, Step(own)[n.V_s].Number(1, 0), 1e-12);
        Assert.Equal(-65 + dt * 5 / TwoCompartments.Cd, Step(own)[n.V_d].Number(1, 0), 1e-12);
        Assert.Equal(-65 + dt * 5 / TwoCompartments.Cs, Step(named)[n.V_s].Number(1, 0), 1e-12);
        Assert.Equal(-65, Step(named)[n.V_d].Number(1, 0), 1e-12);
        Assert.Equal(-65 + dt * (toSoma - 5) / TwoCompartments.Cs, Step(named)[n.V_s].Number(1, 1), 1e-12);
    }

    [Fact]
    public void Junctions_that_enter_another_compartment_are_explicit_and_say_so()
    {
        var n = new TwoCompartments(2);
        var gap = new SymmetryGapJunction(n, "V_d", One, 20 * mS, inputs: "I_s");

        Assert.Contains("explicit although kappa",
            new Network(n, new SymmetryGapJunction(n, "V_s", One, 20 * mS), gap).Coupling(0.1 * ms).Treatment);
    }

    [Fact]
    public void A_conductance_that_is_driven_has_its_steady_state()
    {
        var n = new Conducting();
        Run run = new Network(n).Drive(n, 0.5 * uA).Drive(n.Input("g_syn"), 0.2 * mS).Record(n["V"]).Run(200 * ms, 0.1 * ms);

        Assert.Equal((0.1 * -65 + 0.2 * -10 + 0.5) / 0.3, run[n["V"]].Number(2000, 0), 1e-10);
        // g_syn moves V too, but the weight fits I.
        Assert.Equal("I", new SymmetryGapJunction(n, "V", (_, _) => ([0], [0]), 0.1 * mS).PreInput.Name);
    }

    [Theory]
    [InlineData(false, 0.3, 0.3, 0.002)]
    [InlineData(false, 10, 20, 2e-4)]
    [InlineData(false, 10, 0.1, 2e-4)]
    [InlineData(true, 0.3, 0.3, 0.001)]
    [InlineData(true, 10, 20, 0.01)]
    [InlineData(true, 10, 0.1, 0.01)]
    public void Cells_whose_soma_spikes_spike_when_they_do_at_a_sixteenth_of_the_step(bool runsAway, double soma, double dendrite,
        double within)
    {
        Run coarse = RunOf(0.1, Method.Imex4), fine = RunOf(0.00625, Method.Imex4), other = RunOf(0.0015625, Method.RungeKutta4);

        Assert.StartsWith(soma > 1 ? "implicit" : "explicit", coarse.Treatment);
        Assert.StartsWith("explicit", fine.Treatment);
        SpikeRecord spikes = coarse.Spikes(coarse.Network.Populations[0]), due = fine.Spikes(fine.Network.Populations[0]);
        Assert.Equal(runsAway ? 26 : 36, spikes.Count);
        for (int k = 0; k < spikes.Count; k++) Assert.Equal(due.Time(k) / ms, spikes.Time(k) / ms, within);
        // A method that resets at the end of a step lags by half of one at each spike of the cell, and comes as close as that.
        if (!runsAway) Assert.InRange((other.Spikes(other.Network.Populations[0]).Time(35) - due.Time(35)) / ms, 0, 0.018);

        Run RunOf(double dt, Method method)
        {
            var n = new SpikingCompartments(2, runsAway);
            return new Network(n, new SymmetryGapJunction(n, "V_s", One, soma * mS), new SymmetryGapJunction(n, "V_d", One, dendrite * mS))
                .Drive(n, new[] { 2 * uA, 0 * uA }).Drive(n.Input("I_d"), new[] { 3 * uA, 4 * uA }).Run(100 * ms, dt * ms, method);
        }
    }

    private static INetworkPart[] Parts(TwoCoupledCells due)
    {
        var n = new TwoCompartments(2);
        return [n, new SymmetryGapJunction(n, "V_s", One, due.Soma * mS), new SymmetryGapJunction(n, "V_d", One, due.Dendrite * mS)];
    }

    // The largest error of any compartment at any row.
    private static double Error(TwoCoupledCells due, Method method, double dt)
    {
        var parts = Parts(due);
        var n = (TwoCompartments)parts[0];
        Run run = new Network(parts).Drive(n, due.Is.Select(i => i * uA).ToArray())
            .Drive(n.Input("I_d"), due.Id.Select(i => i * uA).ToArray())
            .Record(n.V_s).Record(n.V_d).Run(10 * ms, dt * ms, method);
        return Enumerable.Range(0, run[n.V_s].Rows).Max(row =>
        {
            double[] at = due.At(run[n.V_s].Times[row]);
            return Enumerable.Range(0, 4).Max(k => Math.Abs((k % 2 == 0 ? run[n.V_s] : run[n.V_d]).Number(row, k / 2) - at[k]));
        });
    }

    private sealed class Conducting() : Neuron(1)
    {
        protected override void Define(ModelBuilder m)
        {
            Expr I = m.Input("I", Dimension.Current), g = m.Input("g_syn", Dimension.Conductance), V = m.State<Voltage>("V", -65 * mV);
            m.Derivative(V, (-(0.1 * mS) * (V + 65 * mV) - g * (V + 10 * mV) + I) / (1 * uF));
        }
    }
}
