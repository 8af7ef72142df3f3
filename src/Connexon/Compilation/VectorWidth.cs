using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Connexon.Compilation;

/// <summary>How many neurons a kernel handles at once. Widths may differ in the last digits only where the processor lacks a fused multiply-add.</summary>
internal sealed record VectorWidth(string Name, Type Lane, int Count)
{
    public static VectorWidth Bits512 { get; } = new("512-bit vectors", typeof(Lane512), 8);
    public static VectorWidth Bits256 { get; } = new("256-bit vectors", typeof(Lane256), 4);
    public static VectorWidth Bits128 { get; } = new("128-bit vectors", typeof(Lane128), 2);
    public static VectorWidth Scalar { get; } = new("scalar", typeof(LaneScalar), 1);

    public static IReadOnlyList<VectorWidth> All { get; } = [Bits512, Bits256, Bits128, Scalar];

    /// <summary>The widest that this machine has in hardware.</summary>
    public static VectorWidth Widest { get; } =
        Vector512.IsHardwareAccelerated && Avx512F.IsSupported ? Bits512
        : Vector256.IsHardwareAccelerated ? Bits256
        : Vector128.IsHardwareAccelerated ? Bits128
        : Scalar;
}
