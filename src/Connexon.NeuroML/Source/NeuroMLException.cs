namespace Connexon.NeuroML;

/// <summary>
/// A NeuroML or LEMS file that cannot be read or run. The message begins with the file's name and the line, "cell.nml(12): ", and says
/// what was expected and what to do.
/// </summary>
public sealed class NeuroMLException : Exception
{
    /// <summary>A fault at a place in a file.</summary>
    /// <param name="place">Where.</param>
    /// <param name="problem">What is wrong, without the file's name.</param>
    /// <param name="inner">The error underneath, if there is one.</param>
    public NeuroMLException(Place place, string problem, Exception? inner = null)
        : base($"{place}: {problem}", inner) => (Place, Problem) = (place, problem);

    /// <summary>What is wrong, without the file's name.</summary>
    internal string Problem { get; }

    /// <summary>Where the fault is.</summary>
    public Place Place { get; }
}
