namespace Connexon.Tests;

/// <summary>An empty folder for one test, gone with all in it at its end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("connexon-").FullName;

    public static string operator /(TemporaryFolder folder, string name) => System.IO.Path.Combine(folder.Path, name);

    /// <summary>Everything inside, hidden files too.</summary>
    public string[] Entries => [.. Directory.EnumerateFileSystemEntries(Path, "*", SearchOption.AllDirectories).Order()];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
