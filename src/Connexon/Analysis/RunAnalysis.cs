namespace Connexon;

/// <summary>What is asked of a run after it.</summary>
public static class RunAnalysis
{
    /// <summary>chi of a recorded state: <c>run.Synchrony(cells.V)</c>.</summary>
    /// <inheritdoc cref="Connexon.Synchrony.Chi"/>
    /// <param name="run">The run.</param>
    /// <param name="state">The state, recorded in memory.</param>
    /// <param name="from">Rows before this time are left out.</param>
    /// <param name="member">The member of the batch.</param>
    /// <exception cref="ArgumentException">It was not recorded in memory.</exception>
    public static double Synchrony(this Run run, State state, Time from = default, int member = 0) =>
        Connexon.Synchrony.Chi(run[state], from, member);
}
