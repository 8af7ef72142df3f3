namespace Connexon.Compilation;

/// <summary>The spikes of a step, a bit for each element: as many to a byte as a vector has lanes, at most 8 (the others stay 0).</summary>
/// <param name="elements">How many elements.</param>
/// <param name="lanes">Lanes of a vector.</param>
internal sealed class SpikeMasks(int elements, int lanes)
{
    private readonly int _perByte = PerByte(lanes);

    /// <summary>How many elements share a byte.</summary>
    public static int PerByte(int lanes) => Math.Min(8, lanes);

    /// <summary>As kernels write them, at a fixed address.</summary>
    public byte[] Bytes { get; } = GC.AllocateArray<byte>(elements / PerByte(lanes), pinned: true);

    /// <summary>The element of a bit.</summary>
    public int Element(int index, int bit) => index * _perByte + bit;

    /// <summary>Whether an element spiked.</summary>
    public bool this[int element]
    {
        get => (Bytes[element / _perByte] >> (element % _perByte) & 1) != 0;
        set
        {
            byte bit = (byte)(1 << (element % _perByte));
            if (value) Bytes[element / _perByte] |= bit;
            else Bytes[element / _perByte] &= (byte)~bit;
        }
    }
}
