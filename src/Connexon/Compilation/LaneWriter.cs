using System.Linq.Expressions;
using System.Reflection;

namespace Connexon.Compilation;

/// <summary>Writes the code of computations in lanes of a type that is chosen at run time.</summary>
internal abstract class LaneWriter
{
    /// <summary>The type of the values in the code.</summary>
    public abstract Type Type { get; }

    /// <summary>How many elements one value holds.</summary>
    public abstract int Count { get; }

    /// <param name="lane">A type that implements <see cref="ILane{TSelf}"/>.</param>
    public static LaneWriter Of(Type lane) => (LaneWriter)Activator.CreateInstance(typeof(LaneWriter<>).MakeGenericType(lane))!;

    public abstract Expression Load(Expression address, Expression index);
    public abstract Expression LoadScalar(Expression address, Expression index);
    public abstract Expression Store(Expression address, Expression index, Expression x);
    public abstract Expression MaskBits(Expression mask);
    public abstract Expression Broadcast(double x);

    /// <summary>A function of <see cref="LaneMath"/> or an operation of <see cref="IArithmetic{TSelf}"/>, by its name.</summary>
    public abstract Expression Apply(string function, params Expression[] x);
}

/// <inheritdoc/>
internal sealed class LaneWriter<L> : LaneWriter where L : struct, ILane<L>
{
    public override Type Type => LaneInstructions<L>.Type;
    public override int Count => L.Count;

    public override Expression Load(Expression address, Expression index) => LaneInstructions<L>.Load(address, index);
    public override Expression LoadScalar(Expression address, Expression index) => LaneInstructions<L>.LoadScalar(address, index);
    public override Expression Store(Expression address, Expression index, Expression x) => LaneInstructions<L>.Store(address, index, x);
    public override Expression MaskBits(Expression mask) => LaneInstructions<L>.MaskBits(mask);
    public override Expression Broadcast(double x) => LaneInstructions<L>.Broadcast(x);

    public override Expression Apply(string function, params Expression[] x)
    {
        MethodInfo method = typeof(LaneMath).GetMethod(function)?.MakeGenericMethod(typeof(LaneCode<L>))
            ?? typeof(LaneCode<L>).GetMethod(function)
            ?? throw new InvalidOperationException($"Lanes have no operation {function}: add it to LaneMath or IArithmetic.");
        return ((LaneCode<L>)method.Invoke(null, [.. x.Select(e => (object)new LaneCode<L>(e))])!).Tree;
    }
}
