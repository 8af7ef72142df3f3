using System.Diagnostics;
using System.Text;

namespace Connexon;

/// <summary>
/// The claim of a run on a file that it writes: "v.dat.lock" beside it says which process of which machine, since when, and under which
/// name it writes meanwhile. While it stands, nobody else begins to write that file; what is left of a process that is no more counts for
/// nothing.
/// </summary>
internal sealed class FileClaim : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly HashSet<string> Own = new(Destination.Names); // locks that this process holds

    private readonly string _lock;
    private bool _released;

    private FileClaim(string path, FileHolder? left) => (_lock, Left) = (path, left);

    /// <summary>What a process that is no more had left of the file; null if nothing.</summary>
    public FileHolder? Left { get; }

    /// <summary>Claims a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="draft">The name under which it is written meanwhile.</param>
    /// <exception cref="IOException">Another run is writing it, or the claim cannot be written.</exception>
    public static FileClaim Take(string file, string draft)
    {
        string path = Path.GetFullPath(file) + ".lock";
        Destination.Check(path);
        lock (Own)
            if (!Own.Add(path))
                throw new IOException($"'{file}' is being written by another run of this process: wait for it, or name another file.");
        try
        {
            return new FileClaim(path, Write(file, path, FileHolder.This(draft)));
        }
        catch
        {
            lock (Own) Own.Remove(path);
            throw;
        }
    }

    /// <summary>Gives the file up.</summary>
    public void Dispose()
    {
        if (_released) return;
        _released = true;
        if (File.Exists(_lock)) File.Delete(_lock);
        lock (Own) Own.Remove(_lock);
    }

    // Reading who holds it and writing oneself in is one act, because the lock is open to nobody else meanwhile.
    private static FileHolder? Write(string file, string path, FileHolder self)
    {
        long begin = Stopwatch.GetTimestamp();
        while (true)
        {
            FileHolder? left = null;
            string? problem;
            try
            {
                using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                problem = Problem(file, path, new StreamReader(stream).ReadToEnd(), ref left);
                if (problem is null)
                {
                    stream.SetLength(0);
                    stream.Write(Encoding.UTF8.GetBytes(self.Text));
                }
            }
            catch (IOException) when (File.Exists(path) && Stopwatch.GetElapsedTime(begin) < Patience)
            {
                Thread.Sleep(10); // somebody else looks into it
                continue;
            }
            if (problem is not null) throw new IOException(problem);
            if (Holds(path, self)) return left;
        }
    }

    private static string? Problem(string file, string path, string text, ref FileHolder? left)
    {
        if (text.Length == 0) return null;
        left = FileHolder.Parse(text);
        if (left is null) return $"'{path}' is not the lock of a run, and '{file}' needs that name while it is written: name another file.";
        if (!left.IsAlive) return null;
        return $"'{file}' is being written by {left}: wait for it, or name another folder."
            + (left.IsHere ? "" : $" If that run is no more, delete '{path}'.");
    }

    // It may have been deleted between being opened and being ours alone.
    private static bool Holds(string path, FileHolder self)
    {
        try
        {
            return File.ReadAllText(path) == self.Text;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true; // somebody looks into it, and finds us
        }
    }
}
