using System.Text;

namespace Connexon.Tables;

/// <summary>
/// In which encoding a text is, told by its bytes: a byte order mark, zero bytes where UTF-16 has them, what UTF-8 allows.
/// </summary>
internal static class TextEncoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The encoding, and what is said of it where it is not UTF-8; null for what is no text. Leaves the stream where it was.
    /// </summary>
    public static (Encoding Encoding, string? Note)? Detect(Stream stream, ReadOnlySpan<byte> head)
    {
        if (head.StartsWith<byte>([0xFF, 0xFE]) || head.StartsWith<byte>([0xFE, 0xFF])) return (Encoding.Unicode, "UTF-16 text");
        if (head.Contains((byte)0)) return Utf16(head) is { } wide ? (wide, "UTF-16 text, without a byte order mark") : null;
        if (IsUtf8(stream)) return (Encoding.UTF8, null);
        // Without a control character, and without what Windows leaves open, it may be Western European; otherwise the line is found later.
        return IsWindows1252(stream)
            ? (Western, "Windows-1252 text, as it is no UTF-8: look at names with letters beyond a to z")
            : (Encoding.UTF8, null);
    }

    private static Encoding Western
    {
        get
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding(1252);
        }
    }

    /// <summary>A text of mostly Latin letters has a zero in every second byte.</summary>
    private static UnicodeEncoding? Utf16(ReadOnlySpan<byte> head)
    {
        Span<int> zeros = stackalloc int[2];
        for (int i = 0; i < head.Length; i++)
            if (head[i] == 0) zeros[i % 2]++;
        int units = head.Length / 2;
        return zeros[0] == 0 && zeros[1] > 0.8 * units ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false)
            : zeros[1] == 0 && zeros[0] > 0.8 * units ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false)
            : null;
    }

    private static bool IsUtf8(Stream stream)
    {
        Decoder decoder = Strict.GetDecoder();
        var characters = new char[Strict.GetMaxCharCount(1 << 16)];
        try
        {
            return All(stream, (bytes, last) =>
            {
                decoder.GetChars(bytes, characters, flush: last);
                return true;
            });
        }
        catch (DecoderFallbackException)
        {
            stream.Position = 0;
            return false;
        }
    }

    private static bool IsWindows1252(Stream stream) => All(stream, (bytes, _) => bytes.IndexOfAny(Open) < 0);

    private static System.Buffers.SearchValues<byte> Open { get; } = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 32).Except([9, 10, 12, 13]).Concat([0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D]).Select(b => (byte)b)]);

    private delegate bool Block(ReadOnlySpan<byte> bytes, bool last);

    private static bool All(Stream stream, Block holds)
    {
        var buffer = new byte[1 << 16];
        bool all = true;
        for (int read = -1; all && read != 0;)
        {
            read = stream.Read(buffer);
            all = holds(buffer.AsSpan(0, read), read == 0);
        }
        stream.Position = 0;
        return all;
    }
}
