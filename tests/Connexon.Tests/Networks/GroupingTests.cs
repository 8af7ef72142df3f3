using static Connexon.Units;

namespace Connexon.Tests.Networks;

/// <summary>Populations whose equations are built alike are stepped as one group, whatever the values of their parameters.</summary>
public class GroupingTests
{
    [Fact]
    public void By_equations_not_by_values()
    {
        Neuron[] populations = [new HH(2), new LIFRef(3), new HH(4) { gNa = 100 * mS }, new LIFRef(1) { V_th = 10 * mV, tau_ref = 3 * ms },
            new LIF(2), new LIF(2) { spk_reset = SpikeReset.Soft }];
        int[][] groups = [.. GroupLayout.ByEquations(populations).Select(g => g.Select(p => Array.IndexOf(populations, p)).ToArray())];
        Assert.Equal([[0, 2], [1, 3], [4], [5]], groups);
    }
}
