namespace Connexon.Programs;

/// <summary>One array gets a new value.</summary>
internal readonly record struct Assignment(Symbol Target, Expr Value);

/// <summary>
/// Assignments that are made together: all values are read before any is written. How they become loops is no business of a method.
/// </summary>
internal sealed record Pass(params Assignment[] Assignments)
{
    public Pass(Symbol target, Expr value) : this(new Assignment(target, value)) { }
}
