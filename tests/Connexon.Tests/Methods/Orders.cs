using Connexon.Programs;
using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>
/// The order of convergence, measured by halving the step twice, for two unlike cells of every kind at every strength of coupling.
/// </summary>
public sealed class Orders(ITestOutputHelper output)
{
    public static TheoryData<string, double> Cells => new(
        new[] { "HH", "MorrisLecar", "WangBuzsakiHH", "FitzHughNagumo" }.SelectMany(_ => new[] { 0.1, 1, 10 }, (c, k) => (c, k)));

    [Theory, MemberData(nameof(Cells))]
    public void The_default_is_of_fourth_order(string cell, double kappa) =>
        Assert.InRange(Measured(cell, kappa, Fixed), kappa < 10 ? 3.5 : 2.5, 5.5);

    [Theory, MemberData(nameof(Cells))]
    public void Fast_is_of_second_order(string cell, double kappa) => Assert.InRange(Measured(cell, kappa, Method.Fast), 1.9, 3.2);

    // Steps as they are, never halved: what is measured is the scheme. Kappa is that of the longest step.
    private static readonly Method Fixed = new Imex4("fixed", tolerance: 1, halvings: 0);

    private double Measured(string cell, double kappa, Method method)
    {
        double longest = cell switch { "FitzHughNagumo" => 0.05, "MorrisLecar" => 0.4, _ => 0.02 }, duration = 160 * longest;
        if (method == Method.Fast) longest /= 8;
        double[] errors = new double[3];
        double[] exact = Solution(cell, kappa / longest, duration, longest / 64, Fixed);
        for (int k = 0; k < 3; k++)
            errors[k] = Solution(cell, kappa / longest, duration, longest / (1 << k), method).Zip(exact, (a, b) => Math.Abs(a - b)).Max();
        double order = Math.Log2(errors[1] / errors[2]);
        output.WriteLine($"{cell} kappa {kappa} {method}: errors {string.Join(' ', errors.Select(e => $"{e:E2}"))}, "
            + $"orders {Math.Log2(errors[0] / errors[1]):F2} {order:F2}");
        return order;
    }

    private static double[] Solution(string cell, double rate, double duration, double dt, Method method)
    {
        Neuron n = cell switch
        {
            "HH" => new HH(2) { gL = 0.3 * mS, V_initializer = -60 * mV },
            "MorrisLecar" => new MorrisLecar(2) { V_initializer = -30 * mV },
            "WangBuzsakiHH" => new WangBuzsakiHH(2) { V_initializer = -60 * mV },
            _ => new FitzHughNagumo(2) { V_initializer = -0.1 },
        };
        Dimension input = n.Model.Input!.Dimension, state = n.Model.States[0].Symbol.Dimension;
        double gain = Interpreter.Evaluate(n.Model.InputGain(n.Model.States[0].Symbol, n.Model.Input),
            s => n.Model.ParameterValues(s, 1)[0]);
        var gap = new SymmetryGapJunction(n, "V", Connect.Pairs((0, 1)), new Quantity(rate / gain, input / state));
        double current = cell switch { "FitzHughNagumo" => 0.8, "MorrisLecar" => 100, "WangBuzsakiHH" => 2, _ => 20 };
        Run run = new Network(n, gap).Drive(n, Init.Each(i => new Quantity(i == 0 ? current : 0.25 * current, input)))
            .Record(n["V"], every: (int)Math.Round(duration / 16 / dt)).Run(duration * ms, dt * ms, method);
        return [.. Enumerable.Range(1, 16).SelectMany(row => new[] { run[n["V"]].Number(row, 0), run[n["V"]].Number(row, 1) })];
    }
}
