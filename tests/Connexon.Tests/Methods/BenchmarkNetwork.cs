using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>The benchmark network W(1000, 10) of shared/data: classic Hodgkin-Huxley cells, ten junctions of 0.01 mS each.</summary>
internal static class BenchmarkNetwork
{
    public static (Network Network, HH Neurons) Read(double conductance = 0.01)
    {
        Voltage[] start = [.. SharedData.Numbers("benchmark", "vinit_N1000.csv").Select(r => r[0] * mV)];
        Current[] drive = [.. SharedData.Numbers("benchmark", "drive_N1000.csv").Select(r => r[0] * uA)];
        (int, int)[] edges = [.. SharedData.Numbers("benchmark", "edges_N1000_k10.csv").Select(r => ((int)r[0], (int)r[1]))];
        var n = new HH(1000) { gL = 0.3 * mS, V_initializer = start };
        return (new Network(n, new SymmetryGapJunction(n, "V", Connect.Pairs(edges), conductance * mS)).Drive(n, drive), n);
    }
}
