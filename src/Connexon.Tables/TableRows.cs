namespace Connexon.Tables;

/// <summary>The rows of a table, one at a time, header first. Fields are trimmed; a field that is not there is empty.</summary>
internal abstract class TableRows : IDisposable
{
    /// <summary>The line of the current row, from 1.</summary>
    public virtual int Line { get; protected set; }

    public virtual int CommentLines { get; protected set; }

    public virtual int BlankRows { get; protected set; }

    /// <summary>How the bytes of the file were read, where that is not as usual.</summary>
    public virtual IEnumerable<string> ReadAs => [];

    public virtual string? Sheet => null;

    public virtual IReadOnlyList<string> OtherSheets => [];

    /// <summary>How many fields the current row has.</summary>
    public abstract int Fields { get; }

    /// <summary>Moves to the next row that is neither blank nor a comment; false at the end.</summary>
    public abstract bool Next();

    public abstract ReadOnlySpan<char> Field(int index);

    public abstract void Dispose();

    public static TableRows Open(string path, TableOptions options)
    {
        if (Directory.Exists(path)) throw new TableException(path, null, "this is a directory; name a file (csv, tsv or xlsx)");
        if (!File.Exists(path)) throw new TableException(path, null, $"no such file: '{Path.GetFullPath(path)}'");
        Stream stream = Guard(path, () => Seekable(File.OpenRead(path)));
        try
        {
            Span<byte> head = stackalloc byte[4096];
            head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
            stream.Position = 0;
            if (head.IsEmpty) throw new TableException(path, null, "the file is empty");
            if (head.StartsWith("PK\x03\x04"u8))
            {
                if (ForeignFormats.Archive(head) is { } other) throw new TableException(path, null, other);
                return new WorkbookRows(path, stream, options.Sheet);
            }
            if (ForeignFormats.Word(head) is { } word) throw new TableException(path, null, word);
            var (encoding, note) = options.Encoding is { } asked ? (asked, null) : TextEncoding.Detect(stream, head)
                ?? throw new TableException(path, null, "a binary file; a connectome table is text (csv, tsv) or an .xlsx workbook");
            if (options.Sheet is not null)
                throw new TableException(path, null, $"a text file has no sheets; leave out the sheet '{options.Sheet}'");
            return new TextRows(path, stream, options.Delimiter, encoding, note);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    // A pipe (/dev/stdin, a process substitution) goes to memory, for its beginning must be looked at first.
    private static Stream Seekable(FileStream file)
    {
        if (file.CanSeek) return file;
        using (file)
        {
            var memory = new MemoryStream();
            file.CopyTo(memory);
            memory.Position = 0;
            return memory;
        }
    }

    /// <summary>Runs what touches the disk or the unzipper, and gives its errors the file's name.</summary>
    protected static T Guard<T>(string path, Func<T> read, string trouble = "cannot be read")
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (TableException or OutOfMemoryException))
        {
            throw new TableException(path, null, $"{trouble}: {e.Message}", e);
        }
    }
}
