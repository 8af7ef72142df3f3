namespace Connexon.Programs;

/// <summary>One array gets a new value.</summary>
internal readonly record struct Assignment(Symbol Target, Expr Value);

/// <summary>
/// One short loop over neurons. All values are read before any is written. Short loops are what makes kernels fast: several of their
/// iterations overlap in the processor, and the runtime's compiler keeps everything in registers.
/// </summary>
internal sealed record Pass(params Assignment[] Assignments)
{
    public Pass(Symbol target, Expr value) : this(new Assignment(target, value)) { }
}
