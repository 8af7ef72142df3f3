using static Connexon.Tests.Junctions.Pairs;
using static Connexon.Units;

namespace Connexon.Tests.Junctions;

/// <summary>
/// The gap-junction tests of brainpy.state 0.1.0 (synaptic_projection_test.py) under their own intent, 10 cells and a batch of 4 at
/// dt = 0.1 ms, with values where the original looks at shapes. A LIF stands in for its IF.
/// </summary>
public class UpstreamSymmetryTests
{
    private readonly LIF _cells = new(10);
    private readonly SymmetryGapJunction _gap;

    public UpstreamSymmetryTests() => _gap = new SymmetryGapJunction(_cells, "V", Of((0, 1), (1, 2), (2, 0)), 0.5 * mS);

    [Fact]
    public void One_group_is_both_sides()
    {
        Assert.Same(_cells, _gap.Pre);
        Assert.Same(_gap.Pre, _gap.Post);
        Assert.Equal(("V", "V"), (_gap.PreState.Name, _gap.PostState.Name));
        Assert.Equal([0, 1, 2], _gap.PreIds);
        Assert.Equal([1, 2, 0], _gap.PostIds);
        Assert.Equal(ParamType.Trainable, _gap.ParamType);
    }

    [Fact]
    public void A_tuple_keeps_groups_distinct()
    {
        var other = new LIF(8);
        var gap = new SymmetryGapJunction((_cells, other), ("V", "V"), Of((9, 7)), 0.5 * mS);

        Assert.Same(_cells, gap.Pre);
        Assert.Same(other, gap.Post);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(null)]
    public void Update_has_the_shape_of_batch_and_group(int? batch)
    {
        _cells.InitState(batch, dt: 0.1 * ms);
        int last = (batch ?? 1) - 1;
        _cells.V[last, 1] = 10 * mV;

        JunctionCurrents d = _gap.Update();

        Assert.Equal((10, 10), (d.Pre.Count, d.Post.Count));
        Assert.Equal(-5 * uA, d.Pre[last, 1]);
        Assert.Equal($"Neuron 0, member {last + 1}: there are neurons 0..9 and members 0..{last}. (Parameter 'neuron')",
            Assert.Throws<ArgumentOutOfRangeException>(() => d.Pre[last + 1, 0]).Message);
    }

    [Fact]
    public void Equal_voltages_give_zero()
    {
        _cells.InitState(4, dt: 0.1 * ms);
        _cells.V.Value = [.. Enumerable.Repeat(0.7 * mV, 40)];

        JunctionCurrents d = _gap.Update();

        for (int b = 0; b < 4; b++)
            for (int i = 0; i < 10; i++) Assert.Equal((0 * uA, 0 * uA), (d.Pre[b, i], d.Post[b, i]));
    }

    [Fact]
    public void One_cell_at_10_mV_drives_its_neighbours_and_is_drained()
    {
        _cells.InitState(dt: 0.1 * ms);
        _cells.V[0] = 10 * mV;

        JunctionCurrents d = _gap.Update();

        Assert.Equal([-5, 0, 5, 0], [.. Enumerable.Range(0, 4).Select(i => d.Pre[i].Value)]);  // 2 -> 0 gives to its pre side, 2
        Assert.Equal([-5, 5, 0, 0], [.. Enumerable.Range(0, 4).Select(i => d.Post[i].Value)]); // 0 -> 1 gives to its post side, 1
    }

    [Fact]
    public void A_weight_for_each_junction_is_stored() =>
        Assert.Equal([0.1 * mS, 0.2 * mS, 0.3 * mS],
            new SymmetryGapJunction(_cells, "V", Of((0, 1), (1, 2), (2, 0)), [0.1 * mS, 0.2 * mS, 0.3 * mS]).Weight.Value);

    [Fact]
    public void Both_groups_have_their_current_after_update()
    {
        var other = new LIF(8);
        var gap = new SymmetryGapJunction((_cells, other), "V", Of((0, 0)), 500 * mS);
        _cells.InitState(dt: 0.1 * ms);
        other.InitState(dt: 0.1 * ms);
        _cells.V[0] = 0.5 * mV;

        gap.Update();
        _cells.Update(0 * uA);
        other.Update(0 * uA);

        double part = 1 - Math.Exp(-0.1 / 5); // R I = 1 ohm * 250 uA = 0.25 mV
        Assert.Equal(0.5 + part * (-0.5 - 0.25), _cells.V[0] / mV, 1e-14);
        Assert.Equal(part * 0.25, other.V[0] / mV, 1e-14);
    }

    [Fact]
    public void A_junction_is_one_input_however_often_it_is_used()
    {
        _cells.InitState(dt: 0.1 * ms);
        var other = new SymmetryGapJunction(_cells, "V", One, 0 * mS);
        for (int k = 0; k < 3; k++)
        {
            _cells.V.Value = [10 * mV, .. Enumerable.Repeat(0 * mV, 9)];
            if (k == 1) other.Update(); // another input comes first once
            _gap.Update();
            _cells.Update(0 * uA);
            Assert.Equal((1 - Math.Exp(-0.1 / 5)) * 5e-3, _cells.V[1] / mV, 1e-15);
        }
    }

    [Fact]
    public void An_unknown_state_is_an_error() =>
        Assert.Equal("'nonexistent' is not a state of LIF. Its states are V. (Parameter 'states')",
            Refused(() => new SymmetryGapJunction(_cells, "nonexistent", One, 0.5 * mS)));
}

/// <inheritdoc cref="UpstreamSymmetryTests"/>
public class UpstreamAsymmetryTests
{
    private readonly LIF _pre = new(10), _post = new(10);
    private static readonly ConnectionFunction Two = Of((0, 1), (1, 2));

    private AsymmetryGapJunction Junction(AsymmetricWeight weight) => new(_pre, "V", _post, "V", Two, weight);

    [Fact]
    public void The_parts_of_a_junction_are_kept()
    {
        AsymmetryGapJunction gap = Junction([(0.5 * mS, 0.3 * mS), (0.4 * mS, 0.2 * mS)]);

        Assert.Same(_pre, gap.Pre);
        Assert.Same(_post, gap.Post);
        Assert.Equal([0.5 * mS, 0.4 * mS], gap.WeightToPost.Value);
        Assert.Equal([0.3 * mS, 0.2 * mS], gap.WeightToPre.Value);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(null)]
    public void One_pair_of_weights_drives_each_side_with_its_own(int? batch)
    {
        AsymmetryGapJunction gap = Junction((0.5 * mS, 0.3 * mS));
        Start(batch);
        int last = (batch ?? 1) - 1;
        _pre.V[last, 0] = 10 * mV;

        JunctionCurrents d = gap.Update();

        Assert.Equal(5 * uA, d.Post[last, 1]);
        Assert.Equal(-3 * uA, d.Pre[last, 0]);
        Assert.Equal((10, 10), (d.Pre.Count, d.Post.Count));
    }

    [Fact]
    public void A_pair_of_weights_for_each_junction()
    {
        var gap = new AsymmetryGapJunction(_pre, "V", _post, "V", Of((0, 1), (1, 2), (2, 0)),
            [(0.1 * mS, 0.2 * mS), (0.3 * mS, 0.4 * mS), (0.5 * mS, 0.6 * mS)]);
        Start(null);
        _pre.V.Value = [.. Enumerable.Repeat(1 * mV, 10)];

        JunctionCurrents d = gap.Update();

        Assert.Equal([-0.2, -0.4, -0.6], [.. Enumerable.Range(0, 3).Select(i => d.Pre[i].Value)]);
        Assert.Equal([0.5, 0.1, 0.3], [.. Enumerable.Range(0, 3).Select(i => d.Post[i].Value)]);
    }

    [Fact]
    public void Equal_voltages_give_zero()
    {
        AsymmetryGapJunction gap = Junction((0.5 * mS, 0.3 * mS));
        Start(4);
        _pre.V.Value = _post.V.Value = [.. Enumerable.Repeat(0.3 * mV, 40)];

        JunctionCurrents d = gap.Update();

        for (int b = 0; b < 4; b++)
            for (int i = 0; i < 10; i++) Assert.Equal((0 * uA, 0 * uA), (d.Pre[b, i], d.Post[b, i]));
    }

    [Fact]
    public void Both_groups_receive_it_step_after_step()
    {
        AsymmetryGapJunction gap = Junction((500 * mS, 300 * mS));
        Start(null);
        for (int k = 0; k < 3; k++)
        {
            _pre.V.Value = [0.5 * mV, .. Enumerable.Repeat(0 * mV, 9)];
            _post.V.Value = [.. Enumerable.Repeat(0 * mV, 10)];
            gap.Update();
            _pre.Update(0 * uA);
            _post.Update(0 * uA);

            double part = 1 - Math.Exp(-0.1 / 5);
            Assert.Equal(0.5 + part * (-0.5 - 0.15), _pre.V[0] / mV, 1e-14);
            Assert.Equal(part * 0.25, _post.V[1] / mV, 1e-14);
        }
    }

    [Fact]
    public void An_unknown_state_is_an_error() =>
        Assert.Equal("'nonexistent' is not a state of LIF. Its states are V. (Parameter 'states')",
            Refused(() => new AsymmetryGapJunction(_pre, "nonexistent", _post, "V", Two, (0.5 * mS, 0.3 * mS))));

    private void Start(int? batch)
    {
        _pre.InitState(batch, dt: 0.1 * ms);
        _post.InitState(batch, dt: 0.1 * ms);
    }
}
