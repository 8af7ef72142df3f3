using System.Linq.Expressions;
using System.Reflection;

namespace Connexon.Compilation;

/// <summary>The operations of one vector width as calls in an expression tree.</summary>
internal sealed class LaneOperations(VectorWidth width)
{
    private static readonly Dictionary<string, MethodInfo> Functions = typeof(LaneMath)
        .GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        .Where(m => m.IsGenericMethodDefinition)
        .DistinctBy(m => m.Name)
        .ToDictionary(m => m.Name);

    public Type Type => width.Lane;

    public int Count => width.Count;

    public Expression Load(Expression address, Expression index) => Lane("Load", address, index);

    public Expression LoadScalar(Expression address, int index) => Lane("LoadScalar", address, Expression.Constant((nint)index));

    public Expression Store(Expression address, Expression index, Expression value) => Lane("Store", address, index, value);

    public Expression StoreMask(Expression masks, Expression index, Expression mask) =>
        Expression.Call(typeof(KernelMemory), nameof(KernelMemory.StoreMask), null, masks,
            index, Expression.Constant(int.Log2(Count)), Lane("MaskBits", mask));

    public Expression Broadcast(double number) => Lane("Broadcast", Expression.Constant(number));

    public Expression MultiplyAdd(Expression a, Expression b, Expression c) => Lane("MultiplyAdd", a, b, c);

    public Expression Negate(Expression a) => Lane("Negate", a);

    public Expression Apply(Operation operation, params Expression[] x) => operation switch
    {
        Operation.Power => Function("Pow", x),
        Operation.Less => Lane("LessThan", x),
        Operation.Ceiling => Lane("Negate", Lane("Floor", Lane("Negate", x))),
        _ => Functions.ContainsKey(operation.ToString()) ? Function(operation.ToString(), x) : Lane(operation.ToString(), x),
    };

    private MethodCallExpression Lane(string name, params Expression[] x) => Expression.Call(
        Type.GetMethod(name, BindingFlags.Public | BindingFlags.Static)
        ?? throw new InvalidOperationException($"{Type.Name} has no operation {name}."), x);

    private MethodCallExpression Function(string name, params Expression[] x) => Expression.Call(Functions[name].MakeGenericMethod(Type), x);
}
