namespace Connexon;

/// <summary>The files that were read for a run: none of them is ever replaced by what it writes.</summary>
/// <param name="paths">The files.</param>
internal sealed class InputFiles(IEnumerable<string> paths)
{
    private readonly HashSet<string> _real = new(paths.Select(Destination.Real), Destination.Names);

    /// <summary>Why a file must not be written; null if it may.</summary>
    /// <param name="path">The file.</param>
    public string? Problem(string path) => _real.Contains(Destination.Real(path))
        ? $"The output '{path}' is a file that was read for this run, which it would replace: name another folder for the outputs."
        : null;
}
