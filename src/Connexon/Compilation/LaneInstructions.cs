using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Connexon.Compilation;

/// <summary>
/// The run-time's vector methods that are the operations of lanes L: it compiles each to an instruction. A scalar has no such methods and
/// uses the lane's own.
/// </summary>
internal static class LaneInstructions<L> where L : struct, ILane<L>
{
    private static readonly FieldInfo Value = typeof(L).GetField(nameof(LaneScalar.Value))!;
    private static readonly bool IsVector = typeof(L) != typeof(LaneScalar);
    private static readonly ConcurrentDictionary<(string Name, Type Element), MethodInfo> Methods = [];

    /// <summary>What a value is in the expression tree: the bare vector.</summary>
    public static Type Type => IsVector ? Value.FieldType : typeof(L);

    public static Expression Load(Expression address, Expression index) => Unwrap(LaneMethod(nameof(Load), address, index));

    public static Expression LoadScalar(Expression address, Expression index) => Unwrap(LaneMethod(nameof(LoadScalar), address, index));

    public static Expression Store(Expression address, Expression index, Expression x) => LaneMethod(nameof(Store), address, index, Wrap(x));

    public static Expression MaskBits(Expression mask) => LaneMethod(nameof(MaskBits), Wrap(mask));

    public static Expression Broadcast(double x) => IsVector
        ? Expression.Call(VectorClass.GetMethod("Create", [typeof(double)])!, Expression.Constant(x))
        : LaneMethod(nameof(Broadcast), Expression.Constant(x));

    public static Expression Call(string operation, params Expression[] x) => IsVector
        ? Expression.Call(VectorMethod(operation, typeof(double), x), x)
        : LaneMethod(operation, x);

    /// <summary>An operation on the bits as integers; the second argument is a value or a count.</summary>
    public static Expression CallOnBits(string operation, Expression a, Expression b)
    {
        if (!IsVector) return LaneMethod(operation, a, b);
        Expression[] bits = [Bits(a), b.Type == typeof(int) ? b : Bits(b)];
        return Expression.Call(VectorMethod("AsDouble", typeof(long), bits[0]),
            Expression.Call(VectorMethod(operation, typeof(long), bits), bits));
    }

    public static Expression Scale(Expression x, Expression n)
    {
        Type processor = typeof(L) == typeof(Lane512) ? typeof(Avx512F) : typeof(Avx512F.VL);
        return Expression.Call(processor.GetMethod(nameof(Avx512F.Scale), [Type, Type])!, x, n);
    }

    private static Type VectorClass =>
        typeof(L) == typeof(Lane512) ? typeof(Vector512) : typeof(L) == typeof(Lane256) ? typeof(Vector256) : typeof(Vector128);

    private static Expression Bits(Expression x) => Expression.Call(VectorMethod("AsInt64", typeof(double), x), x);

    private static Expression Unwrap(Expression x) => IsVector ? Expression.Field(x, Value) : x;

    private static Expression Wrap(Expression x) => IsVector ? Expression.New(typeof(L).GetConstructor([Type])!, x) : x;

    private static MethodCallExpression LaneMethod(string name, params Expression[] x) => Expression.Call(typeof(L).GetMethod(name)!, x);

    private static MethodInfo VectorMethod(string operation, Type element, params Expression[] x) =>
        Methods.GetOrAdd((operation, element), key => VectorClass.GetMethods()
            .Where(m => m.Name == NameOf(key.Name))
            .Select(m => m.IsGenericMethodDefinition && m.GetGenericArguments().Length == 1 ? m.MakeGenericMethod(key.Element) : m)
            .First(m => m.GetParameters().Select(p => p.ParameterType).SequenceEqual(x.Select(a => a.Type))));

    /// <summary>What the run-time calls an operation of <see cref="IArithmetic{TSelf}"/>.</summary>
    private static string NameOf(string operation) => operation switch
    {
        nameof(LaneScalar.MultiplyAdd) => "FusedMultiplyAdd",
        nameof(LaneScalar.AtMost) => "MinNative",
        nameof(LaneScalar.AtLeast) => "MaxNative",
        nameof(LaneScalar.LessOrEqual) => "LessThanOrEqual",
        nameof(LaneScalar.Equal) => "Equals",
        nameof(LaneScalar.And) => "BitwiseAnd",
        nameof(LaneScalar.Or) => "BitwiseOr",
        nameof(LaneScalar.Not) => "OnesComplement",
        nameof(LaneScalar.Select) => "ConditionalSelect",
        nameof(LaneScalar.AddBits) => "Add",
        nameof(LaneScalar.SubtractBits) => "Subtract",
        nameof(LaneScalar.ShiftRight) => "ShiftRightLogical",
        _ => operation,
    };
}
