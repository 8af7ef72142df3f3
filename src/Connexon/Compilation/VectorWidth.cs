using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Connexon.Compilation;

/// <summary>
/// How many neurons a kernel handles at once. Widths may differ in the last digits only where the processor lacks a fused multiply-add.
/// </summary>
/// <param name="Name">What it is called.</param>
/// <param name="Bits">The bits of a register; 0 for one number at a time.</param>
internal sealed record VectorWidth(string Name, int Bits)
{
    public static VectorWidth Bits512 { get; } = new("512-bit vectors", 512);
    public static VectorWidth Bits256 { get; } = new("256-bit vectors", 256);
    public static VectorWidth Bits128 { get; } = new("128-bit vectors", 128);
    public static VectorWidth Scalar { get; } = new("scalar", 0);

    public static IReadOnlyList<VectorWidth> All { get; } = [Bits512, Bits256, Bits128, Scalar];

    /// <summary>The widest that this machine has in hardware.</summary>
    public static VectorWidth Widest { get; } =
        Vector512.IsHardwareAccelerated && Avx512F.IsSupported ? Bits512
        : Vector256.IsHardwareAccelerated ? Bits256
        : Vector128.IsHardwareAccelerated ? Bits128
        : Scalar;

    /// <summary>How many doubles.</summary>
    public int Count => Lanes(Precision.Double);

    /// <summary>How many numbers.</summary>
    public int Lanes(Precision precision) => Math.Max(1, Bits / (precision == Precision.Double ? 64 : 32));
}
