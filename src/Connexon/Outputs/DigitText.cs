using System.Globalization;
using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>
/// Numbers as text of nine significant digits, in the form of the framework's "G9". A number is scaled to a whole one by a power of ten
/// and rounded, several times faster than exact conversion; the last digit may be off by one where the tenth is within 1e-6 of a tie.
/// </summary>
internal static class DigitText
{
    /// <summary>No number is longer: sign, nine digits, point, and zeros in front or an exponent.</summary>
    public const int Longest = 16;

    private const int Digits = 9, Limit = 290;
    private const double Smallest = 1e8, End = 1e9; // the whole numbers of nine digits
    private static readonly double[] Powers =
        [.. Enumerable.Range(-Limit - Digits, 2 * (Limit + Digits) + 1).Select(n => double.Parse($"1e{n}", CultureInfo.InvariantCulture))];

    /// <summary>Writes x; returns the count of bytes. The destination has room for <see cref="Longest"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Write(double x, Span<byte> to)
    {
        double size = Math.Abs(x);
        if (!(size is > 1e-290 and < 1e290)) return Extreme(x, to);

        // log10 from the binary exponent is right or one too small.
        int exponent = (int)Math.Floor(Math.ILogB(size) * 0.30102999566398119);
        double scaled = Scaled(size, exponent);
        if (scaled >= End - 0.5) scaled = Scaled(size, ++exponent);
        else if (scaled < Smallest) scaled = Scaled(size, --exponent);
        uint whole = (uint)Math.Round(scaled);

        Span<byte> digits = stackalloc byte[Digits];
        for (int k = Digits - 1; k >= 0; k--)
        {
            uint rest = whole / 10;
            digits[k] = (byte)('0' + (whole - rest * 10));
            whole = rest;
        }
        int count = Digits;
        while (count > 1 && digits[count - 1] == '0') count--;

        int used = 0;
        if (x < 0) to[used++] = (byte)'-';
        return used + (exponent is >= -4 and < Digits
            ? Plain(digits, count, exponent, to[used..])
            : Scientific(digits[..count], exponent, to[used..]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Scaled(double size, int exponent) => size * Powers[Limit + 2 * Digits - 1 - exponent];

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // a few calls per number, from the first row on
    private static int Plain(ReadOnlySpan<byte> digits, int count, int exponent, Span<byte> to)
    {
        int used = 0;
        if (exponent < 0)
        {
            to[used++] = (byte)'0';
            to[used++] = (byte)'.';
            for (int k = -1; k > exponent; k--) to[used++] = (byte)'0';
            digits[..count].CopyTo(to[used..]);
            return used + count;
        }
        int before = exponent + 1;
        digits[..before].CopyTo(to);
        if (count <= before) return before;
        to[before] = (byte)'.';
        digits[before..count].CopyTo(to[(before + 1)..]);
        return count + 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Scientific(ReadOnlySpan<byte> digits, int exponent, Span<byte> to)
    {
        int used = 0;
        to[used++] = digits[0];
        if (digits.Length > 1)
        {
            to[used++] = (byte)'.';
            digits[1..].CopyTo(to[used..]);
            used += digits.Length - 1;
        }
        to[used++] = (byte)'E';
        to[used++] = (byte)(exponent < 0 ? '-' : '+');
        int power = Math.Abs(exponent);
        if (power >= 100) to[used++] = (byte)('0' + power / 100);
        to[used++] = (byte)('0' + power / 10 % 10);
        to[used++] = (byte)('0' + power % 10);
        return used;
    }

    // Zero, NaN, infinity and what is near the ends of the range. -0 is written as 0.
    private static int Extreme(double x, Span<byte> to)
    {
        (x == 0 ? 0 : x).TryFormat(to, out int written, "G9", CultureInfo.InvariantCulture);
        return written;
    }
}
