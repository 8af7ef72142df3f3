using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace Connexon.Compilation;

/// <summary>
/// A number that is not computed but written down: the expression tree of vector instructions that will compute it in lanes L. A function
/// of <see cref="LaneMath"/> applied to code gives its own code.
/// </summary>
/// <remarks>
/// A kernel could call the methods of the lanes instead, and the run-time would inline them; but its inliner gives up at about a thousand
/// local variables (five exponentials), and the kernel is then thirty times slower. Instructions need no inlining. A node of the
/// tree may be used several times: <see cref="SharedNodes"/> gives it a variable.
/// </remarks>
internal readonly struct LaneCode<L>(Expression tree) : IDoubleFormat<LaneCode<L>> where L : struct, ILane<L>
{
    public readonly Expression Tree = tree;

    public static LaneCode<L> Broadcast(double x) => new(LaneInstructions<L>.Broadcast(x));

    public static LaneCode<L> Add(LaneCode<L> a, LaneCode<L> b) => Write(a, b);
    public static LaneCode<L> Subtract(LaneCode<L> a, LaneCode<L> b) => Write(a, b);
    public static LaneCode<L> Multiply(LaneCode<L> a, LaneCode<L> b) => Write(a, b);
    public static LaneCode<L> Divide(LaneCode<L> a, LaneCode<L> b) => Write(a, b);
    public static LaneCode<L> Negate(LaneCode<L> a) => Write(a);
    public static LaneCode<L> MultiplyAdd(LaneCode<L> a, LaneCode<L> b, LaneCode<L> c) => Write(a, b, c);
    public static LaneCode<L> Abs(LaneCode<L> a) => Write(a);
    public static LaneCode<L> Sqrt(LaneCode<L> a) => Write(a);
    public static LaneCode<L> Min(LaneCode<L> a, LaneCode<L> b) => Write(a, b);
    public static LaneCode<L> Max(LaneCode<L> a, LaneCode<L> b) => Write(a, b);
    public static LaneCode<L> AtMost(LaneCode<L> limit, LaneCode<L> x) => Write(limit, x);
    public static LaneCode<L> AtLeast(LaneCode<L> limit, LaneCode<L> x) => Write(limit, x);
    public static LaneCode<L> Round(LaneCode<L> a) => Write(a);
    public static LaneCode<L> Floor(LaneCode<L> a) => Write(a);

    public static LaneCode<L> LessThan(LaneCode<L> a, LaneCode<L> b) => Write(a, b);
    public static LaneCode<L> LessOrEqual(LaneCode<L> a, LaneCode<L> b) => Write(a, b);
    public static LaneCode<L> Equal(LaneCode<L> a, LaneCode<L> b) => Write(a, b);
    public static LaneCode<L> And(LaneCode<L> a, LaneCode<L> b) => Write(a, b);
    public static LaneCode<L> Or(LaneCode<L> a, LaneCode<L> b) => Write(a, b);
    public static LaneCode<L> Xor(LaneCode<L> a, LaneCode<L> b) => Write(a, b);
    public static LaneCode<L> Not(LaneCode<L> a) => Write(a);
    public static LaneCode<L> Select(LaneCode<L> mask, LaneCode<L> a, LaneCode<L> b) => Write(mask, a, b);

    public static LaneCode<L> AddBits(LaneCode<L> a, LaneCode<L> b) => WriteOnBits(a, b.Tree);
    public static LaneCode<L> SubtractBits(LaneCode<L> a, LaneCode<L> b) => WriteOnBits(a, b.Tree);
    public static LaneCode<L> ShiftLeft(LaneCode<L> x, int count) => WriteOnBits(x, Expression.Constant(count));
    public static LaneCode<L> ShiftRight(LaneCode<L> x, int count) => WriteOnBits(x, Expression.Constant(count));

    public static bool HasScale => L.HasScale;
    public static LaneCode<L> Scale(LaneCode<L> x, LaneCode<L> n) => new(LaneInstructions<L>.Scale(x.Tree, n.Tree));

    private static LaneCode<L> Write(LaneCode<L> a, [CallerMemberName] string operation = "") =>
        new(LaneInstructions<L>.Call(operation, a.Tree));

    private static LaneCode<L> Write(LaneCode<L> a, LaneCode<L> b, [CallerMemberName] string operation = "") =>
        new(LaneInstructions<L>.Call(operation, a.Tree, b.Tree));

    private static LaneCode<L> Write(LaneCode<L> a, LaneCode<L> b, LaneCode<L> c, [CallerMemberName] string operation = "") =>
        new(LaneInstructions<L>.Call(operation, a.Tree, b.Tree, c.Tree));

    private static LaneCode<L> WriteOnBits(LaneCode<L> a, Expression b, [CallerMemberName] string operation = "") =>
        new(LaneInstructions<L>.CallOnBits(operation, a.Tree, b));
}
