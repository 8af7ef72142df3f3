using System.Runtime.InteropServices;

namespace Connexon;

/// <summary>What stands where a file is to be written. Only regular files are replaced: a device, a pipe or a link is somebody's.</summary>
internal static class Destination
{
    private const int KindMask = 0xF000, Regular = 0x8000, MostLinks = 40;

    /// <summary>Why no file can be written there; null if one can.</summary>
    /// <param name="path">The file.</param>
    public static string? Problem(string path)
    {
        if (path.Length == 0) return "A file without a name cannot be written: name one.";
        if (Directory.Exists(path)) return $"'{path}' is a folder: name a file.";
        if (LinkTarget(path) is { } target)
            return $"'{path}' is a link to '{target}', and only regular files are replaced: remove the link, or name another file.";
        return File.Exists(path) && !IsRegular(path)
            ? $"'{path}' is a device or a pipe, and only regular files are replaced: name another file."
            : null;
    }

    /// <summary>Refuses a path at which no file can be written.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">What stands there is no regular file.</exception>
    public static void Check(string path)
    {
        if (Problem(path) is { } problem) throw new IOException(problem);
    }

    /// <summary>A path without links, as far as it exists: two names of one file have the same.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="IOException">Links that lead to each other.</exception>
    public static string Real(string path) => Real(path, 0);

    /// <summary>How paths are compared on this system.</summary>
    public static StringComparer Names { get; } = OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <summary>True for a path below a folder, or the folder itself; both without links.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="path">The path.</param>
    public static bool IsWithin(string folder, string path)
    {
        string begin = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
        return Names.Equals(path, folder) || (path.Length >= begin.Length && Names.Equals(path[..begin.Length], begin));
    }

    private static string Real(string path, int links)
    {
        if (links > MostLinks) throw new IOException($"'{path}' goes through more than {MostLinks} links.");
        path = Path.GetFullPath(path);
        string real = Path.GetPathRoot(path)!;
        foreach (string part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            string next = Path.Combine(real, part);
            real = LinkTarget(next) is { } target ? Real(Path.Combine(real, target), ++links) : next;
        }
        return real;
    }

    private static string? LinkTarget(string path) => new FileInfo(path).LinkTarget;

    // The framework tells folders and links from files, but not devices and pipes: its own view of a file's mode does.
    private static bool IsRegular(string path)
    {
        if (OperatingSystem.IsWindows()) return (File.GetAttributes(path) & FileAttributes.Device) == 0;
        return LStat(path, out FileStatus status) != 0 || (status.Mode & KindMask) == Regular;
    }

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_LStat")]
    private static extern int LStat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, out FileStatus status);

    [StructLayout(LayoutKind.Sequential, Size = 256)] // longer than what is filled in
    private struct FileStatus
    {
        public int Flags;
        public int Mode;
    }
}
