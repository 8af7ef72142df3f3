using System.Numerics;

namespace Connexon;

/// <summary>What a drive must know of the run.</summary>
/// <param name="Neurons">The number of neurons.</param>
/// <param name="Members">The members of the batch that run together.</param>
/// <param name="FirstMember">The number of the first of them.</param>
/// <param name="Dt">The step, in ms.</param>
/// <param name="Random">Random numbers of this drive alone.</param>
/// <param name="From">The number of the first neuron in its population.</param>
internal sealed record DriveContext(int Neurons, int Members, int FirstMember, double Dt, CounterRandom Random, int From = 0);

/// <summary>A drive in a run. Elements are numbered neuron * members + member.</summary>
internal abstract class DriveSource
{
    /// <summary>Goes to a time; called by one thread, before the others add.</summary>
    /// <param name="t">The time, in ms.</param>
    /// <param name="step">The step that this time belongs to.</param>
    public virtual void Advance(double t, long step) { }

    /// <summary>True if what it adds is the same at every step.</summary>
    public virtual bool IsConstant => false;

    /// <summary>The times at which it jumps or bends; null where it may at any time.</summary>
    public virtual DriveEdges? Edges => IsConstant ? DriveEdges.None : null;

    /// <summary>Goes to the mean over an interval that holds such a time, in place of the value at one.</summary>
    /// <param name="from">The start of the interval, in ms.</param>
    /// <param name="to">Its end.</param>
    /// <param name="step">The step that it belongs to.</param>
    public virtual void Average(double from, double to, long step) => Advance(from, step);

    /// <summary>What a user's function gave.</summary>
    /// <exception cref="ArgumentException">It is no finite number.</exception>
    protected static double Finite(double value, Dimension dimension, double t, int? neuron = null) => double.IsFinite(value) ? value
        : throw new ArgumentException($"A drive is {new Quantity(value, dimension)}{(neuron is { } i ? $" for neuron {i}" : "")} at "
            + $"{new Time(t)}: its function must give a finite value.");

    /// <summary>Adds the drive to the input of elements [start, end); threads call it for parts of their own.</summary>
    /// <typeparam name="T">double or float; what is added is computed as double.</typeparam>
    public abstract void Add<T>(Span<T> input, int start, int end) where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
