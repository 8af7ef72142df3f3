using System.Runtime.CompilerServices;

namespace Connexon.Compilation;

/// <summary>The raw memory accesses that compiled kernels make beside those of the lanes.</summary>
internal static unsafe class KernelMemory
{
    /// <summary>Entry k of a table of addresses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Address(nint table, int k) => ((nint*)table)[k];

    /// <summary>
    /// The address of a slot of scratch, which holds one block: shifted back by the block's start, so that it is indexed like any array.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Scratch(nint scratch, int slot, nint start) =>
        scratch + ((nint)slot * KernelLayout.BlockSize - start) * sizeof(double);

    /// <summary>Expression trees have no arithmetic on native integers: i &lt; end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBefore(nint i, nint end) => i < end;

    /// <summary>i + count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Next(nint i, int count) => i + count;

    /// <summary>Writes the spikes of one vector: a byte for each vector, a bit for each neuron.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMask(nint masks, nint i, int log2Count, ulong bits) => ((byte*)masks)[i >> log2Count] = (byte)bits;
}
