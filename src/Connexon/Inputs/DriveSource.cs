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

    /// <summary>The time, from t on, up to which it neither jumps nor bends; t itself where it may at any time.</summary>
    /// <param name="t">The time, in ms.</param>
    public virtual double SmoothUntil(double t) => IsConstant ? double.PositiveInfinity : t;

    /// <summary>Adds the drive to the input of elements [start, end); threads call it for parts of their own.</summary>
    /// <typeparam name="T">double or float; what is added is computed as double.</typeparam>
    public abstract void Add<T>(Span<T> input, int start, int end) where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
