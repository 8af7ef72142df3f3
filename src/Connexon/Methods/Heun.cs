namespace Connexon;

/// <summary>Heun's method.</summary>
internal sealed class Heun() : ExplicitMethod(
    "RungeKutta2", "Heun's second-order Runge-Kutta, junction currents at every stage; explicit", order: 2, couplingBound: 2, 0, 1)
{
    protected override Expr After(ExplicitState x, int stage) =>
        stage == 0 ? x.Start + x.Change(0) : x.Start + 0.5 * x.Change(0) + 0.5 * x.Change(1);
}
