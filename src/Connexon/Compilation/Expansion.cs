using System.Collections.Concurrent;
using Connexon.Programs;

namespace Connexon.Compilation;

/// <summary>
/// Puts in place of each function what it is made of (<see cref="LaneMath"/>). What two functions have in common (the same argument
/// reduced) is then computed once.
/// </summary>
internal static class Expansion
{
    private static readonly ConcurrentDictionary<(Op, bool HasScale, Precision), Program> Known = [];

    /// <param name="program">A program with functions.</param>
    /// <param name="hasScale">Whether the processor has <see cref="Op.Scale"/>.</param>
    /// <param name="precision">Of which numbers.</param>
    public static Program Expanded(this Program program, bool hasScale, Precision precision = Precision.Double) =>
        program.Rewrite((to, _, i) => !i.Op.IsFunction()
            ? to.Add(i)
            : Splice(Known.GetOrAdd((i.Op, hasScale, precision), Function), to, i));

    private static Program Function((Op Op, bool HasScale, Precision Precision) f) => (f.Precision, f.HasScale) switch
    {
        (Precision.Double, true) => Function<WrittenDouble<WithScale>>(f.Op),
        (Precision.Double, false) => Function<WrittenDouble<WithoutScale>>(f.Op),
        (_, true) => Function<WrittenSingle<WithScale>>(f.Op),
        _ => Function<WrittenSingle<WithoutScale>>(f.Op),
    };

    private static int Splice(Program function, ProgramBuilder to, Instruction call)
    {
        Span<int> numbers = stackalloc int[function.Instructions.Length];
        for (int k = 0; k < numbers.Length; k++)
        {
            Instruction i = function.Instructions[k];
            numbers[k] = i.Op == Op.Load ? call[i.Slot.Index] : to.Add(i.Renumbered(numbers));
        }
        return numbers[function.Stores[0].Value];
    }

    // The program of a function of what stands in the first array, or the first two.
    private static Program Function<L>(Op function) where L : struct, IWritten<L>
    {
        L x = L.Of(new Node(Op.Load, index: 0)), y = L.Of(new Node(Op.Load, index: 1));
        L value = function switch
        {
            Op.Exp => LaneMath.Exp(x),
            Op.ExpM1 => LaneMath.ExpM1(x),
            Op.ExpRel => LaneMath.ExpRel(x),
            Op.InverseExpRel => LaneMath.InverseExpRel(x),
            Op.Log => LaneMath.Log(x),
            Op.Power => LaneMath.Pow(x, y),
            Op.Sin => LaneMath.Sin(x),
            Op.Cos => LaneMath.Cos(x),
            Op.Tanh => LaneMath.Tanh(x),
            Op.Cosh => LaneMath.Cosh(x),
            Op.Sinh => LaneMath.Sinh(x),
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, "is no function"),
        };
        var program = new ProgramBuilder();
        program.Store(new Slot(SlotKind.Array, 0), value.Node.WriteTo(program));
        return program.Build();
    }
}
