using System.Runtime.InteropServices;

namespace Connexon;

/// <summary>Numbers of one precision at a fixed address, aligned to a cache line, so that kernels can use the address.</summary>
internal sealed class PinnedArray
{
    private const int CacheLine = 64;
    private readonly double[] _memory;
    private readonly int _aligned; // in doubles
    private readonly int _first;   // in numbers, from there

    public unsafe PinnedArray(int length, Precision precision = Precision.Double)
    {
        (Length, Precision) = (length, precision);
        long doubles = ((long)length * Size + sizeof(double) - 1) / sizeof(double);
        _memory = GC.AllocateArray<double>(checked((int)doubles + CacheLine / sizeof(double)), pinned: true);
        fixed (double* p = _memory) _aligned = (int)((CacheLine - (nint)p % CacheLine) % CacheLine) / sizeof(double);
    }

    private PinnedArray(PinnedArray all, int first) =>
        (_memory, _aligned, _first, Length, Precision) = (all._memory, all._aligned, all._first + first, all.Length - first, all.Precision);

    public int Length { get; }

    public Precision Precision { get; }

    public unsafe nint Address
    {
        get
        {
            fixed (double* p = &_memory[_aligned]) return (nint)p + (nint)_first * Size;
        }
    }

    private int Size => Precision == Precision.Double ? sizeof(double) : sizeof(float);

    /// <summary>The same memory from an element on.</summary>
    public PinnedArray Slice(int first) => new(this, first);

    /// <summary>The numbers, where they are doubles.</summary>
    public Span<double> Span => Precision == Precision.Double ? _memory.AsSpan(_aligned + _first, Length)
        : throw new InvalidOperationException("Memory of single precision was taken for double.");

    /// <summary>The numbers as what they are.</summary>
    /// <typeparam name="T">double or float, as <see cref="Precision"/> says.</typeparam>
    public Span<T> As<T>() where T : unmanaged => typeof(T) == typeof(float) == (Precision == Precision.Single)
        ? MemoryMarshal.Cast<double, T>(_memory.AsSpan(_aligned)).Slice(_first, Length)
        : throw new InvalidOperationException($"Memory of {Precision} precision was taken for {typeof(T)}.");

    /// <summary>One number, whatever the precision.</summary>
    public double this[int i]
    {
        get => Precision == Precision.Double ? Span[i] : As<float>()[i];
        set
        {
            if (Precision == Precision.Double) Span[i] = value;
            else As<float>()[i] = (float)value;
        }
    }

    /// <summary>Copies numbers to doubles.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="to">As many.</param>
    public void CopyTo(int first, Span<double> to)
    {
        if (Precision == Precision.Double) Span.Slice(first, to.Length).CopyTo(to);
        else
        {
            ReadOnlySpan<float> from = As<float>().Slice(first, to.Length);
            for (int i = 0; i < to.Length; i++) to[i] = from[i];
        }
    }
}
