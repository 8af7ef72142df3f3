using Connexon.Tests.Compilation;
using Connexon.Tests.Physics;

using static Connexon.Units;

namespace Connexon.Tests.Runs;

/// <summary>
/// What is set between steps is what is given before: nothing of the run keeps the old number, and nothing that would be refused before is
/// taken.
/// </summary>
public class ChangedParameters
{
    public static TheoryData<string, string> SpikingModels => new(Catalogue.Neurons
        .Select(n => n.Create(1)).Where(n => n.Model.Spike is not null)
        .SelectMany(n => n.Model.Parameters, (n, p) => (n.Model.Name, p.Symbol.Name)));

    [Theory, MemberData(nameof(SpikingModels))]
    public void Every_parameter_that_is_set_at_the_start_counts_as_if_it_had_been_given(string model, string parameter)
    {
        Neuron cell = CataloguePopulations.Of(model, 1);
        ParameterKey key = cell.Parameter(parameter);
        Quantity changed = 1.1 * new Network(cell).Parameters[key, 0];
        if (changed.Value == 0) return;
        var network = new Network(cell).Drive(cell, new Quantity(CataloguePopulations.Input(model, 0), cell.Model.Input!.Dimension))
            .Record(cell[cell.Model.States[0].Symbol.Name]);
        Time dt = CataloguePopulations.Step(model) * ms, duration = Math.Round(40 / CataloguePopulations.Step(model)) * dt;

        // From the same start, where that is a steady state and follows the parameter.
        Session start = network.Start(dt);
        Parameters given = cell.Model.States.Aggregate(network.Parameters.With(key, changed),
            (p, s) => p.With(cell[s.Symbol.Name].Start, start[cell[s.Symbol.Name], 0]));
        SpikeRecord due = network.Run(duration, dt, parameters: given).Spikes(cell);
        Run set = network.BetweenSteps(now =>
        {
            if (now.Steps == 0) now[key, 0] = changed;
        }, key).Run(duration, dt);

        Assert.Equal(changed, set.Parameters[key, 0]);
        Assert.Equal(due.Count, set.Spikes(cell).Count);
        for (int k = 0; k < due.Count; k++) Assert.Equal(due.Time(k).Value, set.Spikes(cell).Time(k).Value, 1e-4);
    }

    [Fact]
    public void A_capacitance_that_makes_the_method_unstable_is_refused_where_it_is_set()
    {
        var (cells, _, network) = Pair(5);
        Network changing = network.BetweenSteps(now =>
        {
            if (now.Steps == 1) now[cells.Parameter("C"), 0] = 0.1 * uF;
        }, cells.Parameter("C"));
        Assert.StartsWith("At 0.1 ms the parameters have changed: ExponentialEuler is stable up to dt = 0.0",
            Assert.Throws<NetworkException>(() => changing.Run(2 * ms, 0.1 * ms, Method.ExponentialEuler)).Message);
        Assert.InRange(changing.Run(2 * ms, 0.1 * ms)[cells.V].Numbers(0)[^1], -60, 0);
    }

    [Fact]
    public void A_session_that_was_refused_a_step_is_refused_the_next()
    {
        var (_, gap, network) = Pair(1);
        Session session = network.Start(0.1 * ms, Method.RungeKutta4, changes: gap.Weight);
        session[gap.Weight, 0] = 100 * mS;
        for (int k = 0; k < 3; k++)
            Assert.Contains("RungeKutta4 is stable up to dt", Assert.Throws<NetworkException>(session.Step).Message);
        session[gap.Weight, 0] = 1 * mS;
        session.Step();
        Assert.Equal(1, session.Steps);
    }

    [Fact]
    public void A_method_that_would_be_implicit_refuses_weights_that_may_become_negative()
    {
        var cells = new Passive(2) { V_initializer = [-60 * mV, -40 * mV] };
        var gap = new SymmetryGapJunction(cells, "V", Connect.Pairs((0, 1)), 30 * mS, negativeWeights: NegativeWeights.Allowed);
        var network = new Network(cells, gap);
        Assert.StartsWith("Weights are, or may become, negative, "
            + "and Fast cannot have junctions implicit that repel, as it would at kappa = ",
            Assert.Throws<NetworkException>(() => network.Start(0.05 * ms, Method.Fast, changes: gap.Weight)).Message);
        // a factor makes none negative
        Assert.StartsWith("implicit", network.Vary(gap, _ => 1).Run(1 * ms, 0.05 * ms, Method.Fast).Treatment);
    }

    [Fact]
    public void Noise_is_not_passed_on_by_a_cell_that_is_held()
    {
        var cells = new LIFRef(2);
        var gap = new SymmetryGapJunction(cells, "V", Connect.Pairs((0, 1)),
            new Quantity(1e5, cells.Model.Input!.Dimension / Dimension.Voltage));
        Network noisy = new Network(cells, gap).Drive(cells, Drive.WhiteNoise(new Quantity(1, cells.Model.Input.Dimension), 1 * ms));
        Assert.Contains("has white noise and junctions of dt * lambda up to",
            Assert.Throws<NetworkException>(() => noisy.Run(1 * ms, 0.1 * ms)).Message);
    }

    [Fact]
    public void What_a_model_requires_is_required_of_what_is_set()
    {
        var cells = new LIF(2);
        Session session = new Network(cells).Start(0.1 * ms, changes: cells.Parameter("V_reset"));
        session[cells.Parameter("V_reset"), 1] = 100 * mV;
        Assert.Matches(@"^At 0 ms the parameters have changed: LIF\(2\): V_reset < V_th is needed, but neuron 1 has .*V_reset = 100 mV",
            Assert.Throws<NetworkException>(session.Step).Message);
    }

    [Fact]
    public void What_is_no_number_is_named_before_the_first_step()
    {
        var cells = new HH(3);
        Network network = new(cells);
        Assert.Equal("gNa of HH(3) is NaN mS for neuron 1: give a number.",
            Refused(network.Parameters.With(cells.Parameter("gNa"), [1 * mS, double.NaN * mS, 1 * mS])));
        Assert.Equal("The start of V of HH(3) is Infinity mV for neuron 0: give a number.",
            Refused(network.Parameters.With(cells.V.Start, double.PositiveInfinity * mV)));

        string Refused(Parameters p) => Assert.Throws<NetworkException>(() => network.Run(1 * ms, 0.1 * ms, parameters: p)).Message;
    }

    [Fact]
    public void The_parameters_of_a_member_are_those_of_that_member()
    {
        var (cells, gap, network) = Pair(1);
        Parameters each = network.Parameters.With(gap.Weight, Init.Batch(new[,] { { 1 * mS }, { 2 * mS }, { 3 * mS } }));
        Run second = network.Run(1 * ms, 0.05 * ms, batch: 3, member: 1, parameters: each);
        Assert.Equal(2 * mS, second.Parameters[gap.Weight, 0]);
        Assert.Equal(1, second.Parameters.Members);
        Assert.Equal(second[cells.V].Numbers(1), network.Run(1 * ms, 0.05 * ms, parameters: second.Parameters)[cells.V].Numbers(1));
    }

    [Fact]
    public void Whether_junctions_are_implicit_does_not_depend_on_which_member_runs()
    {
        var (_, gap, network) = Pair(1);
        Parameters each = network.Parameters.With(gap.Weight, Init.Batch(new[,] { { 0.1 * mS }, { 100 * mS } }));
        Assert.StartsWith("implicit", network.Run(1 * ms, 0.05 * ms, batch: 2, member: 0, parameters: each).Treatment);
        Assert.StartsWith("implicit", network.Run(1 * ms, 0.05 * ms, batch: 2, parameters: each).Treatment);
        Assert.StartsWith("explicit", network.Run(1 * ms, 0.05 * ms, parameters: network.Parameters.With(gap.Weight, 0.1 * mS)).Treatment);
        var batch = new SymmetryGapJunction(gap.Pre, "V", Connect.Pairs((0, 1)), Init.Batch(new[,] { { 1 * mS }, { 100 * mS } }));
        Assert.Equal(2 * 100 * 0.05 / 2, new Network(gap.Pre, batch).Coupling(0.05 * ms).LargestKappa, 1e-12);
    }

    [Fact]
    public void Names_that_look_like_numbered_ones_stay_apart_and_any_name_fits_in_a_file()
    {
        var cells = new[] { new HH(1), new HH(1), new HH(1) { Name = "HH_2" }, new HH(1) { Name = "layer4/exc.1" } };
        Network network = new(cells);
        Assert.Equal(4, cells.Select(network.LabelOf).Distinct().Count());
        Parameters drawn = network.Parameters.Drawn(1);
        Assert.Equal(4, cells.Select(c => drawn[c.V.Start, 0].Value).Distinct().Count());
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "p.npz");
        drawn.Save(file);
        Assert.Equal(drawn.Vector(), network.Parameters.Load(file).Vector());
    }

    [Fact]
    public void What_is_set_that_cannot_be_is_said_to_be_what_it_is()
    {
        var (cells, _, network) = Pair(1);
        Session session = network.Start(0.1 * ms);
        var stranger = new Passive(1);
        Assert.Equal("C of Passive(1) is not a parameter of this network. (Parameter 'key')",
            Assert.Throws<ArgumentException>(() => session[stranger.Parameter("C"), 0] = 1 * uF).Message);
        Assert.Equal("A run does not start again: set the state, as in session[cells.V, 0].",
            Assert.Throws<InvalidOperationException>(() => session[cells.V.Start, 0] = 1 * mV).Message);
    }

    private static (Passive Cells, SymmetryGapJunction Gap, Network Network) Pair(double weight)
    {
        var cells = new Passive(2) { V_initializer = [-60 * mV, -40 * mV] };
        var gap = new SymmetryGapJunction(cells, "V", Connect.Pairs((0, 1)), weight * mS);
        return (cells, gap, new Network(cells, gap).Record(cells.V));
    }
}
