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
        ReadOnlySpan<byte> bytes = All(from);
        if (bytes.Length < 10 || !bytes.StartsWith(Magic)) throw new FormatException("it holds something that is not an array.");
        int sizeBytes = bytes[6] == 1 ? 2 : 4;
        int length = bytes[6] == 1 ? BitConverter.ToUInt16(bytes[8..]) : bytes.Length < 12 ? -1 : BitConverter.ToInt32(bytes[8..]);
        if (bytes.Length < 8 + sizeBytes || length < 0 || length > bytes.Length - 8 - sizeBytes)
            throw new FormatException("an array ends within its header.");
        string header = Encoding.Latin1.GetString(bytes.Slice(8 + sizeBytes, length));
        ReadOnlySpan<byte> data = bytes[(8 + sizeBytes + length)..];
        Match m = HeaderText.Match(header);
        if (!m.Success) throw new FormatException($"an array has the header {header.Trim()}, which is not understood.");
        double[] sides = [.. Regex.Matches(m.Groups["shape"].Value, @"\d+")
            .Select(x => double.Parse(x.Value, CultureInfo.InvariantCulture))];
        string type = m.Groups["type"].Value;
        if (m.Groups["fortran"].Value == "True" && sides.Length > 1)
            throw new FormatException("an array is stored by columns: write it by rows (numpy.ascontiguousarray).");
        int prefix = char.IsLetter(type[0]) ? 0 : 1;
        double count = sides.Aggregate(1.0, (a, b) => a * b), size = double.Parse(type[(prefix + 1)..], CultureInfo.InvariantCulture);
        double width = type[prefix] == 'U' ? 4 * size : size;
        if (data.Length != count * width || sides.Any(s => s > int.MaxValue))
            throw new FormatException($"an array of {count} elements of {width} bytes has {data.Length} bytes.");
        int[] shape = [.. sides.Select(s => (int)s)];
        if (type[prefix] == 'U') return new NpyArray(shape, [], Strings(data, (int)count, (int)width));
        return new NpyArray(shape, type switch
        {
            "<f8" => MemoryMarshal.Cast<byte, double>(data).ToArray(),
            "<f4" => [.. MemoryMarshal.Cast<byte, float>(data).ToArray().Select(x => (double)x)],
            "<i8" => [.. MemoryMarshal.Cast<byte, long>(data).ToArray().Select(x => (double)x)],
            "<i4" => [.. MemoryMarshal.Cast<byte, int>(data).ToArray().Select(x => (double)x)],
            _ => throw new FormatException($"an array is of type {type}: legal are <f8, <f4, <i8, <i4 (little-endian numbers)."),
        }, []);
    }

    // As long as it is: what it says of its length before unpacking may be anything.
    private static byte[] All(Stream from)
    {
        using var all = new MemoryStream();
        var block = new byte[1 << 16];
        for (int n; (n = from.Read(block)) > 0;)
        {
            if (all.Length + n > Array.MaxLength) throw new FormatException("an array is longer than 2 GB.");
            all.Write(block, 0, n);
        }
        return all.ToArray();
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
