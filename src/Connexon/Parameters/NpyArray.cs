using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Connexon;

/// <summary>An array of numbers or of text as NumPy writes it (format 1.0 of numpy.lib.format): row by row, little-endian.</summary>
/// <param name="Shape">The sides; none for a single number.</param>
/// <param name="Numbers">The numbers; none if it is text.</param>
/// <param name="Text">The text; none if it is numbers.</param>
internal sealed record NpyArray(int[] Shape, double[] Numbers, string[] Text)
{
    private static readonly Regex HeaderText =
        new(@"'descr':\s*'(?<type>[<|=>]?[A-Za-z]\d+)'.*'fortran_order':\s*(?<fortran>True|False).*'shape':\s*\((?<shape>[\d,\s]*)\)");

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    public static void Write(Stream to, int[] shape, double[] numbers)
    {
        Header(to, "<f8", shape);
        to.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));
    }

    public static void Write(Stream to, string[] text)
    {
        int longest = text.Select(t => t.Length).DefaultIfEmpty().Max();
        Header(to, $"<U{Math.Max(1, longest)}", [text.Length]);
        foreach (string t in text) to.Write(Encoding.UTF32.GetBytes(t.PadRight(Math.Max(1, longest), '\0')));
    }

    /// <exception cref="FormatException">It is no such array, or of a type that is not read here.</exception>
    public static NpyArray Read(Stream from)
    {
        using var all = new MemoryStream();
        from.CopyTo(all);
        ReadOnlySpan<byte> bytes = all.ToArray();
        if (bytes.Length < 10 || !bytes.StartsWith(Magic)) throw new FormatException("it holds something that is not an array.");
        int sizeBytes = bytes[6] == 1 ? 2 : 4;
        int length = bytes[6] == 1 ? BitConverter.ToUInt16(bytes[8..]) : BitConverter.ToInt32(bytes[8..]);
        if (bytes.Length < 8 + sizeBytes + length) throw new FormatException("an array ends within its header.");
        string header = Encoding.Latin1.GetString(bytes.Slice(8 + sizeBytes, length));
        ReadOnlySpan<byte> data = bytes[(8 + sizeBytes + length)..];
        Match m = HeaderText.Match(header);
        if (!m.Success) throw new FormatException($"an array has the header {header.Trim()}, which is not understood.");
        int[] shape = [.. Regex.Matches(m.Groups["shape"].Value, @"\d+").Select(x => int.Parse(x.Value, CultureInfo.InvariantCulture))];
        string type = m.Groups["type"].Value;
        if (m.Groups["fortran"].Value == "True" && shape.Length > 1)
            throw new FormatException("an array is stored by columns: write it by rows (numpy.ascontiguousarray).");
        long count = shape.Aggregate(1L, (a, b) => a * b);
        long width = type[1] == 'U' ? 4 * long.Parse(type[2..], CultureInfo.InvariantCulture) : type[2] - '0';
        if (data.Length != count * width)
            throw new FormatException($"an array of {count} elements of {width} bytes has {data.Length} bytes.");
        if (type[1] == 'U') return new NpyArray(shape, [], Strings(data, (int)count, (int)width));
        return new NpyArray(shape, type switch
        {
            "<f8" => MemoryMarshal.Cast<byte, double>(data).ToArray(),
            "<f4" => [.. MemoryMarshal.Cast<byte, float>(data).ToArray().Select(x => (double)x)],
            "<i8" => [.. MemoryMarshal.Cast<byte, long>(data).ToArray().Select(x => (double)x)],
            "<i4" => [.. MemoryMarshal.Cast<byte, int>(data).ToArray().Select(x => (double)x)],
            _ => throw new FormatException($"an array is of type {type}: legal are <f8, <f4, <i8, <i4 (little-endian numbers)."),
        }, []);
    }

    private static string[] Strings(ReadOnlySpan<byte> data, int count, int width)
    {
        var text = new string[count];
        for (int k = 0; k < count; k++) text[k] = Encoding.UTF32.GetString(data.Slice(k * width, width)).TrimEnd('\0');
        return text;
    }

    private static void Header(Stream to, string type, int[] shape)
    {
        string sides = shape.Length == 1 ? $"{shape[0]}," : string.Join(", ", shape);
        string text = $"{{'descr': '{type}', 'fortran_order': False, 'shape': ({sides}), }}";
        int length = (10 + text.Length + 1 + 63) / 64 * 64 - 10;
        to.Write(Magic);
        to.Write([1, 0, (byte)length, (byte)(length >> 8)]);
        to.Write(Encoding.Latin1.GetBytes(text.PadRight(length - 1) + '\n'));
    }

}
