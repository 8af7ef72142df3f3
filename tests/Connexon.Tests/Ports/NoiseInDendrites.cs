using Connexon.Tests.Inputs;
using static Connexon.Tests.Junctions.Pairs;
using static Connexon.Units;

namespace Connexon.Tests.Ports;

/// <summary>White noise at an input of its own, through junctions of one compartment or of both.</summary>
public class NoiseInDendrites
{
    private static readonly double[] Difference = [Math.Sqrt(0.5), -Math.Sqrt(0.5)];

    [Theory]
    [InlineData(0.1, 25)]
    [InlineData(10, 25)]
    [InlineData(10, 250)]
    public void Noise_of_dendrites_goes_through_strong_junctions_of_both_compartments(double soma, double dendrite)
    {
        var (d, _) = PartsOfVariance(soma, dendrite);
        Assert.Equal(1, d, 0.01);
    }

    [Fact]
    public void Somata_have_the_variance_that_dendrites_give_them_where_the_step_follows_these()
    {
        var (d, s) = PartsOfVariance(10, 0.25);
        Assert.Equal(1, d, 0.01);
        Assert.Equal(1, s, 0.01);
    }

    [Fact]
    public void Noise_of_dendrites_is_smooth_where_somata_are_joined()
    {
        var due = new TwoCoupledCells(40, 0, [0, 0], [0, 0]);
        var n = new TwoCompartments(2) { E = 0 };
        ImpulseResponse noise =
            new(new Network(n, new SymmetryGapJunction(n, "V_s", One, due.Soma * mS)), n.Input("I_d"), n.V_d, 0.2, 2500);

        Assert.StartsWith("implicit", noise.Run.Treatment);
        Assert.Equal(1, noise.OfModes(Difference, Difference) / due.NoiseInDendrites().D, 0.01);
    }

    // Of the differences of V_d and V_s, in parts of what they must be.
    private static (double D, double S) PartsOfVariance(double soma, double dendrite)
    {
        var due = new TwoCoupledCells(soma, dendrite, [0, 0], [0, 0]);
        var n = new TwoCompartments(2) { E = 0 };
        var network =
            new Network(n, new SymmetryGapJunction(n, "V_s", One, soma * mS), new SymmetryGapJunction(n, "V_d", One, dendrite * mS));
        double Of(State state) => new ImpulseResponse(network, n.Input("I_d"), state, 0.2, 2500).OfModes(Difference, Difference);
        return (Of(n.V_d) / due.NoiseInDendrites().D, Of(n.V_s) / due.NoiseInDendrites().S);
    }
}
