namespace Connexon;

/// <summary>Numbers at a fixed address, aligned to a cache line, so that kernels can use the address.</summary>
internal sealed class PinnedArray
{
    private const int CacheLine = 64;
    private readonly double[] _memory;
    private readonly int _first;

    public unsafe PinnedArray(int length)
    {
        _memory = GC.AllocateArray<double>(length + CacheLine / sizeof(double), pinned: true);
        fixed (double* p = _memory) _first = (int)((CacheLine - (nint)p % CacheLine) % CacheLine) / sizeof(double);
        Length = length;
    }

    private PinnedArray(double[] memory, int first, int length) => (_memory, _first, Length) = (memory, first, length);

    public int Length { get; }

    public unsafe nint Address
    {
        get
        {
            fixed (double* p = &_memory[_first]) return (nint)p;
        }
    }

    /// <summary>The same memory from an element on.</summary>
    public PinnedArray Slice(int first) => new(_memory, _first + first, Length - first);

    public Span<double> Span => _memory.AsSpan(_first, Length);
}
