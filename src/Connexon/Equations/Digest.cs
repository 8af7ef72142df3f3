using System.Runtime.InteropServices;

namespace Connexon;

/// <summary>
/// 128 bits that stand for a thing and all its parts: things with the same digest are taken for the same, since among 10^9 different ones
/// the chance of any two alike is 10^-21. MurmurHash3 of A. Appleby (2011, x64, 128 bits, public domain), without a seed: digests are the
/// same in every process.
/// </summary>
internal struct Digest
{
    private ulong _a, _b, _words;

    /// <summary>One part more.</summary>
    public void Add(UInt128 part) => Add((ulong)part, (ulong)(part >> 64));

    /// <summary>One part more, of two words.</summary>
    public void Add(ulong x, ulong y)
    {
        const ulong c1 = 0x87c37b91114253d5, c2 = 0x4cf5ad432745937f;
        _a ^= ulong.RotateLeft(x * c1, 31) * c2;
        _a = (ulong.RotateLeft(_a, 27) + _b) * 5 + 0x52dce729;
        _b ^= ulong.RotateLeft(y * c2, 33) * c1;
        _b = (ulong.RotateLeft(_b, 31) + _a) * 5 + 0x38495ab5;
        _words++;
    }

    /// <summary>A text, letter by letter.</summary>
    public void Add(string text)
    {
        Add((ulong)text.Length, 0);
        Span<ulong> two = stackalloc ulong[2];
        for (int at = 0; at < text.Length; at += 8)
        {
            two.Clear();
            text.AsSpan(at, Math.Min(8, text.Length - at)).CopyTo(MemoryMarshal.Cast<ulong, char>(two));
            Add(two[0], two[1]);
        }
    }

    /// <summary>The digest of all that was added, in this order.</summary>
    public readonly UInt128 Value
    {
        get
        {
            ulong a = _a ^ _words, b = _b ^ _words;
            a += b;
            b += a;
            (a, b) = (Spread(a), Spread(b));
            a += b;
            return new UInt128(b + a, a);
        }
    }

    private static ulong Spread(ulong x)
    {
        x = (x ^ (x >> 33)) * 0xff51afd7ed558ccd;
        x = (x ^ (x >> 33)) * 0xc4ceb9fe1a85ec53;
        return x ^ (x >> 33);
    }
}
