using System.Runtime.CompilerServices;

namespace Connexon.Compilation;

/// <summary>The raw memory accesses that compiled kernels make beside those of the lanes.</summary>
internal static unsafe class KernelMemory
{
    /// <summary>Entry k of a table of addresses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Address(nint table, int k) => ((nint*)table)[k];

    /// <summary>Writes the spikes of one vector: a byte for each vector, a bit for each neuron.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMask(nint masks, nint vector, ulong bits) => ((byte*)masks)[vector] = (byte)bits;
}
