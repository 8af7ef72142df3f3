namespace Connexon;

/// <summary>Forward Euler.</summary>
internal sealed class Euler()
    : ExplicitMethod("Euler", "textbook forward Euler, first order; explicit", order: 1, couplingBound: 2, nodes: 0)
{
    protected override Expr After(ExplicitState x, int stage) => x.Start + x.Change(0);
}
