using System.Buffers.Text;
using System.Globalization;

namespace Connexon.NeuroML;

/// <summary>
/// Numbers as text with nine significant digits, which is more than the single precision that other simulators write, and fast: in long
/// outputs this is most of the work. The last digit may be the neighbour's where a number lies half between two.
/// </summary>
internal static class DigitText
{
    /// <summary>The most bytes that a number takes.</summary>
    public const int Longest = 24;

    private const int Digits = 9;
    private static readonly double[] PowersOfTen = [.. Enumerable.Range(0, 31).Select(k => double.Parse($"1e{k}", CultureInfo.InvariantCulture))];

    /// <summary>Writes a number.</summary>
    /// <returns>The bytes written.</returns>
    public static int Write(Span<byte> to, double x)
    {
        double size = Math.Abs(x);
        if (!(size is > 1e-20 and < 1e20)) return Slow(to, x);
        int at = 0;
        if (x < 0) to[at++] = (byte)'-';
        // The number of the first digit's place, by the binary exponent: right, or one too low.
        int exponent = (int)Math.Floor(Math.ILogB(size) * 0.30102999566398120);
        ulong digits = Scaled(size, Digits - 1 - exponent);
        if (digits >= 1_000_000_000) digits = Scaled(size, Digits - 1 - ++exponent);
        if (digits >= 1_000_000_000) (digits, exponent) = (digits / 10, exponent + 1);
        return at + (exponent is >= -5 and < Digits ? Plain(to[at..], digits, exponent) : Scientific(to[at..], digits, exponent));
    }

    private static ulong Scaled(double size, int power) =>
        (ulong)Math.Round(power >= 0 ? size * PowersOfTen[power] : size / PowersOfTen[-power]);

    private static int Plain(Span<byte> to, ulong digits, int exponent)
    {
        Span<byte> text = stackalloc byte[Digits];
        int count = Spell(text, digits), at = 0;
        if (exponent < 0)
        {
            to[at++] = (byte)'0';
            to[at++] = (byte)'.';
            for (int k = -1; k > exponent; k--) to[at++] = (byte)'0';
            text[..count].CopyTo(to[at..]);
            return at + count;
        }
        for (int k = 0; k <= exponent; k++) to[at++] = k < count ? text[k] : (byte)'0';
        if (count <= exponent + 1) return at;
        to[at++] = (byte)'.';
        text[(exponent + 1)..count].CopyTo(to[at..]);
        return at + count - exponent - 1;
    }

    private static int Scientific(Span<byte> to, ulong digits, int exponent)
    {
        Span<byte> text = stackalloc byte[Digits];
        int count = Spell(text, digits), at = 0;
        to[at++] = text[0];
        if (count > 1)
        {
            to[at++] = (byte)'.';
            text[1..count].CopyTo(to[at..]);
            at += count - 1;
        }
        to[at++] = (byte)'E';
        Utf8Formatter.TryFormat(exponent, to[at..], out int written);
        return at + written;
    }

    // The digits without the zeros at the end; how many they are.
    private static int Spell(Span<byte> text, ulong digits)
    {
        int count = Digits;
        uint rest = (uint)digits;
        for (int k = Digits - 1; k >= 0; k--)
        {
            uint tenth = rest / 10;
            text[k] = (byte)('0' + (rest - 10 * tenth));
            rest = tenth;
        }
        while (count > 1 && text[count - 1] == '0') count--;
        return count;
    }

    private static int Slow(Span<byte> to, double x)
    {
        x.TryFormat(to, out int written, "G9", CultureInfo.InvariantCulture);
        return written;
    }
}
