namespace Connexon.NeuroML;

/// <summary>Where something was written.</summary>
/// <param name="File">The file, as a path.</param>
/// <param name="Line">The line, from 1.</param>
public readonly record struct Place(string File, int Line)
{
    /// <summary>"cell.nml(12)".</summary>
    public override string ToString() => $"{Path.GetFileName(File)}({Line})";
}
