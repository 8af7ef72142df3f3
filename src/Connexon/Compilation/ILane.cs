namespace Connexon.Compilation;

/// <summary>A number as it lies in memory and registers: one value, or a SIMD vector of them.</summary>
/// <remarks>Addresses are byte addresses, indices count elements; neither needs alignment.</remarks>
internal interface ILane<TSelf> : IArithmetic<TSelf> where TSelf : struct, ILane<TSelf>
{
    /// <summary>How many elements one value holds.</summary>
    static abstract int Count { get; }

    static abstract TSelf Load(nint address, nint index);
    static abstract void Store(nint address, nint index, TSelf x);
    /// <summary>The one element at <c>index</c>, in every lane.</summary>
    static abstract TSelf LoadScalar(nint address, nint index);
    /// <summary>Bit k is lane k of the mask.</summary>
    static abstract ulong MaskBits(TSelf mask);
}
