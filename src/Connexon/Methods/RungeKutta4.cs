namespace Connexon;

/// <summary>The classical method (Kutta 1901).</summary>
internal sealed class RungeKutta4() : ExplicitMethod(
    "RungeKutta4", "classical fourth-order Runge-Kutta, junction currents at every stage; explicit", order: 4, couplingBound: 2.785, 0,
        0.5, 0.5, 1)
{
    protected override Expr After(ExplicitState x, int stage) => stage switch
    {
        0 or 1 => x.Start + 0.5 * x.Change(stage),
        2 => x.Start + x.Change(2),
        _ => x.Start + 1 / 6.0 * x.Change(0) + 1 / 3.0 * x.Change(1) + 1 / 3.0 * x.Change(2) + 1 / 6.0 * x.Change(3),
    };
}
