using static Connexon.Functions;
using static Connexon.Units;

namespace Connexon.Tests.Methods;

/// <summary>
/// A chain of bistable cells without recovery, du/dt = f(u) + d (u_left - 2 u + u_right), in which fronts travel or fail:
/// f = u (1 - u) (u - a) of Nagumo, Arimoto and Yoshizawa 1962 or f = -u + H(u - a) of McKean 1970.
/// </summary>
internal sealed class LatticeCell(int size, bool cubic) : Neuron(size)
{
    public Init<double> a { get; init; } = 0.1;

    public Init<double> u_initializer { get; init; } = 0;

    public State<double> u => State<double>();

    protected override void Define(ModelBuilder m)
    {
        Expr a = m.Parameter(this.a);
        Expr u = m.State("u", u_initializer);
        Expr f = cubic ? u * (1 - u) * (u - a) : Select(u >= a, 1.0, 0.0) - u;
        m.Derivative(u, (f + m.Input(Dimension.None)) / (1 * ms));
    }
}

/// <summary>Fronts on a chain of such cells.</summary>
internal static class Lattice
{
    /// <summary>The speed in cells per ms between two cells: where linear interpolation has them cross u = 1/2.</summary>
    /// <param name="cubic">Nagumo's cubic, or McKean's two lines.</param>
    /// <param name="a">The threshold.</param>
    /// <param name="d">The coupling, per ms.</param>
    /// <param name="dt">The step, in ms.</param>
    /// <param name="method">The method.</param>
    /// <param name="from">The first cell.</param>
    /// <param name="to">The second.</param>
    /// <param name="expected">The speed that is expected, from which the length of the run follows.</param>
    public static double Speed(bool cubic, double a, double d, double dt, Method method, int from, int to, double expected)
    {
        // The front of the continuum, its middle at 20 cells or where its tail begins: the transient is short.
        double width = cubic ? Math.Sqrt(2 * d) : Math.Sqrt(d), middle = Math.Max(10, 5 * width);
        int size = to + (int)Math.Max(20, 12 * width);
        double steps = Math.Ceiling((to - middle + 2 * width) / expected / dt);
        var n = new LatticeCell(size, cubic) { a = a, u_initializer = Init.Each(i => 1 / (1 + Math.Exp((i - middle) / width))) };
        Run run = new Network(n, new SymmetryGapJunction(n, "u", Chain, d * one)).Record(n.u, neurons: [from, to])
            .Run(steps * (dt * ms), dt * ms, method);
        return (to - from) / (Crossing(run[n.u], 1) - Crossing(run[n.u], 0));
    }

    /// <summary>How many cells a front that begins as a step has taken.</summary>
    /// <param name="cubic">Nagumo's cubic, or McKean's two lines.</param>
    /// <param name="a">The threshold.</param>
    /// <param name="d">The coupling, per ms.</param>
    /// <param name="duration">How long, in ms.</param>
    /// <param name="dt">The step, in ms.</param>
    /// <param name="method">The method.</param>
    public static int Taken(bool cubic, double a, double d, double duration, double dt, Method method)
    {
        const int excited = 20;
        var n = new LatticeCell(60, cubic) { a = a, u_initializer = Init.Each(i => i < excited ? 1.0 : 0) };
        Run run = new Network(n, new SymmetryGapJunction(n, "u", Chain, d * one))
            .Record(n.u, every: (int)Math.Round(duration / dt)).Run(duration * ms, dt * ms, method);
        return Enumerable.Range(excited, 60 - excited).Count(i => run[n.u].Number(1, i) > 0.5);
    }

    private static (int[], int[]) Chain(int size, int _) => ([.. Enumerable.Range(0, size - 1)], [.. Enumerable.Range(1, size - 1)]);

    private static double Crossing(Trace u, int column)
    {
        int row = 0;
        while (u.Number(row, column) < 0.5) row++;
        double before = u.Number(row - 1, column), after = u.Number(row, column);
        return u.Times[row - 1] + (u.Times[row] - u.Times[row - 1]) * (0.5 - before) / (after - before);
    }
}
