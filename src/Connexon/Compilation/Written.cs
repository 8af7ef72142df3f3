using Connexon.Programs;

namespace Connexon.Compilation;

/// <summary>An instruction on other instructions, before they have numbers.</summary>
internal sealed class Node(Op op, Node? a = null, Node? b = null, Node? c = null, double number = 0, int index = -1)
{
    private int _value = -1;

    /// <summary>Writes the instruction after those of its arguments, once.</summary>
    /// <returns>The number of its value.</returns>
    public int WriteTo(ProgramBuilder program)
    {
        if (_value >= 0) return _value;
        int x = a?.WriteTo(program) ?? -1, y = b?.WriteTo(program) ?? index, z = c?.WriteTo(program) ?? -1;
        return _value = program.Add(op == Op.Load ? Instruction.Of(new Slot(SlotKind.Array, index)) : new Instruction(op, x, y, z, number));
    }
}

/// <summary>
/// A number that is not computed but written down: the instructions that will compute it. A function of <see cref="LaneMath"/> applied to
/// it gives its own program.
/// </summary>
internal interface IWritten<TSelf> : IArithmetic<TSelf> where TSelf : struct, IWritten<TSelf>
{
    Node Node { get; }

    static abstract TSelf Of(Node node);

    static TSelf IArithmetic<TSelf>.Broadcast(double x) => TSelf.Of(new Node(Op.Number, number: x));

    static TSelf IArithmetic<TSelf>.Add(TSelf a, TSelf b) => Write(Op.Add, a, b);
    static TSelf IArithmetic<TSelf>.Subtract(TSelf a, TSelf b) => Write(Op.Subtract, a, b);
    static TSelf IArithmetic<TSelf>.Multiply(TSelf a, TSelf b) => Write(Op.Multiply, a, b);
    static TSelf IArithmetic<TSelf>.Divide(TSelf a, TSelf b) => Write(Op.Divide, a, b);
    static TSelf IArithmetic<TSelf>.Negate(TSelf a) => Write(Op.Negate, a);
    static TSelf IArithmetic<TSelf>.MultiplyAdd(TSelf a, TSelf b, TSelf c) => Write(Op.MultiplyAdd, a, b, c);
    static TSelf IArithmetic<TSelf>.Abs(TSelf a) => Write(Op.Abs, a);
    static TSelf IArithmetic<TSelf>.AtMost(TSelf limit, TSelf x) => Write(Op.AtMost, limit, x);
    static TSelf IArithmetic<TSelf>.AtLeast(TSelf limit, TSelf x) => Write(Op.AtLeast, limit, x);
    static TSelf IArithmetic<TSelf>.Round(TSelf a) => Write(Op.Round, a);
    static TSelf IArithmetic<TSelf>.Floor(TSelf a) => Write(Op.Floor, a);

    static TSelf IArithmetic<TSelf>.LessThan(TSelf a, TSelf b) => Write(Op.Less, a, b);
    static TSelf IArithmetic<TSelf>.LessOrEqual(TSelf a, TSelf b) => Write(Op.LessOrEqual, a, b);
    static TSelf IArithmetic<TSelf>.Equal(TSelf a, TSelf b) => Write(Op.Equal, a, b);
    static TSelf IArithmetic<TSelf>.And(TSelf a, TSelf b) => Write(Op.And, a, b);
    static TSelf IArithmetic<TSelf>.Or(TSelf a, TSelf b) => Write(Op.Or, a, b);
    static TSelf IArithmetic<TSelf>.Xor(TSelf a, TSelf b) => Write(Op.Xor, a, b);
    static TSelf IArithmetic<TSelf>.Not(TSelf a) => Write(Op.Not, a);
    static TSelf IArithmetic<TSelf>.Select(TSelf mask, TSelf a, TSelf b) => Write(Op.Select, mask, a, b);

    static TSelf IArithmetic<TSelf>.AddBits(TSelf a, TSelf b) => Write(Op.AddBits, a, b);
    static TSelf IArithmetic<TSelf>.SubtractBits(TSelf a, TSelf b) => Write(Op.SubtractBits, a, b);
    static TSelf IArithmetic<TSelf>.ShiftLeft(TSelf x, int count) => TSelf.Of(new Node(Op.ShiftLeft, x.Node, index: count));
    static TSelf IArithmetic<TSelf>.ShiftRight(TSelf x, int count) => TSelf.Of(new Node(Op.ShiftRight, x.Node, index: count));
    static TSelf IArithmetic<TSelf>.Scale(TSelf x, TSelf n) => Write(Op.Scale, x, n);

    private static TSelf Write(Op op, TSelf a) => TSelf.Of(new Node(op, a.Node));
    private static TSelf Write(Op op, TSelf a, TSelf b) => TSelf.Of(new Node(op, a.Node, b.Node));
    private static TSelf Write(Op op, TSelf a, TSelf b, TSelf c) => TSelf.Of(new Node(op, a.Node, b.Node, c.Node));
}

/// <summary>Whether a processor has <see cref="Op.Scale"/>.</summary>
internal interface IScaling
{
    static abstract bool HasScale { get; }
}

/// <summary>It has.</summary>
internal readonly struct WithScale : IScaling
{
    public static bool HasScale => true;
}

/// <summary>It has not.</summary>
internal readonly struct WithoutScale : IScaling
{
    public static bool HasScale => false;
}

/// <summary>A double.</summary>
internal readonly struct WrittenDouble<TScaling>(Node node)
    : IWritten<WrittenDouble<TScaling>>, IDoubleFormat<WrittenDouble<TScaling>> where TScaling : IScaling
{
    public Node Node => node;

    public static bool HasScale => TScaling.HasScale;

    public static WrittenDouble<TScaling> Of(Node node) => new(node);
}

/// <summary>A float.</summary>
internal readonly struct WrittenSingle<TScaling>(Node node)
    : IWritten<WrittenSingle<TScaling>>, ISingleFormat<WrittenSingle<TScaling>> where TScaling : IScaling
{
    public Node Node => node;

    public static bool HasScale => TScaling.HasScale;

    public static WrittenSingle<TScaling> Of(Node node) => new(node);
}
