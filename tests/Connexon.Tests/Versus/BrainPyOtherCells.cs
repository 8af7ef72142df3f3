using static Connexon.Units;

namespace Connexon.Tests.Versus;

/// <summary>
/// Every run of brainpy.state 0.1.0 with a pair of other cells and a junction: each sample within 1e-9, spike steps equal.
/// </summary>
public class BrainPyOtherCells
{
    private static readonly ConnectionFunction OnePair = (_, _) => ([0], [1]);

    [Fact]
    public void MorrisLecar_pair()
    {
        var run = new ReferenceRun("morrislecar_pair");
        var n = new MorrisLecar(2) { V_initializer = run.Start("n") };
        run.Check(new Network(n, new SymmetryGapJunction(n, "V", OnePair, 0.2 * mS)).Drive(n, new[] { 100 * uA, 90 * uA }), ("n", n));
    }

    [Fact]
    public void WangBuzsaki_pair_with_gates_at_steady_state()
    {
        var run = new ReferenceRun("wangbuzsaki_pair");
        var n = new WangBuzsakiHH(2) { V_initializer = run.Start("n"), h_initializer = null, n_initializer = null };
        run.Check(new Network(n, new SymmetryGapJunction(n, "V", OnePair, 0.05 * mS)).Drive(n, new[] { 1.5 * uA, 1 * uA }), ("n", n));
    }

    [Theory]
    [InlineData("lif_pair", SpikeReset.Soft)]
    [InlineData("lif_pair_hard", SpikeReset.Hard)]
    public void LIF_pair(string name, SpikeReset reset)
    {
        var run = new ReferenceRun(name);
        var n = new LIF(2) { V_initializer = run.Start("n"), spk_reset = reset };
        run.Check(new Network(n, new SymmetryGapJunction(n, "V", OnePair, 0.2 * siemens)).Drive(n, new[] { 1.5 * mA, 1.2 * mA }), ("n", n));
    }

    [Fact]
    public void LIFRef_pair()
    {
        var run = new ReferenceRun("lifref_pair");
        var n = new LIFRef(2) { V_initializer = run.Start("n"), spk_reset = SpikeReset.Hard };
        run.Check(new Network(n, new SymmetryGapJunction(n, "V", OnePair, 0.2 * siemens)).Drive(n, new[] { 1.5 * mA, 1.2 * mA }), ("n", n));
    }

    [Fact]
    public void Izhikevich_pair()
    {
        var run = new ReferenceRun("izhikevich_pair");
        var n = new Izhikevich(2) { V_initializer = run.Start("n") };
        run.Check(new Network(n, new SymmetryGapJunction(n, "V", OnePair, 0.1 * kHz))
            .Drive(n, new[] { 10 * mV / ms, 6 * mV / ms }), ("n", n));
    }

    [Fact]
    public void FitzHughNagumo_pair()
    {
        var run = new ReferenceRun("fitzhughnagumo_pair");
        var n = new FitzHughNagumo(2) { V_initializer = [-1.2, 0.5] };
        run.Check(new Network(n, new SymmetryGapJunction(n, "V", OnePair, 0.1 * one)).Drive(n, (Init<double>)new[] { 0.8, 0.6 }), ("n", n));
    }
}
