namespace Connexon;

/// <summary>
/// Solves (I + a K) z = -a K r for the increment z of an implicit stage; K v = gain_i sum_j g_ij (v_i - v_j). Only differences are formed:
/// a uniform r gives z = 0 in every bit. An element has the same bits for every batch size and number of threads.
/// </summary>
/// <remarks>It holds the weights, gains and time that it was made for; when one of them changes, make another (<see
/// cref="For"/>).</remarks>
internal abstract class CouplingSolver
{
    /// <summary>In one line, what is done: the method and its size or its number of iterations.</summary>
    public abstract string Description { get; }

    /// <summary>Iterations of the last solve, the largest number of the members; 0 if there are none to do.</summary>
    public int Iterations { get; protected set; }

    /// <summary>Solutions, over all solves and members, that did not reach their tolerance.</summary>
    public long Failures { get; protected set; }

    /// <summary>What to tell the user where there were failures, with numbers; else null.</summary>
    public virtual string? FailureMessage => null;

    /// <summary>
    /// Solves for all members. Every thread of a team calls this and computes its share; when it returns, z is complete. Allocates nothing.
    /// </summary>
    /// <param name="r">The address of rows * batch doubles, element (i, b) at i * batch + b; complete before any thread calls. Not
    /// changed.</param>
    /// <param name="z">The address of as many doubles, laid out alike; must not overlap r. What it held is not used.</param>
    /// <param name="batch">The number of members that the solver was made for.</param>
    /// <param name="team">The calling thread in its team.</param>
    public abstract void Solve(nint r, nint z, int batch, Team team);

    /// <summary>The same of potentials r and increments z in memory of double precision.</summary>
    public void Solve(PinnedArray r, PinnedArray z, int batch, Team team) => Solve(r.Address, z.Address, batch, team);

    /// <summary>A solver of one kind, or the cheapest.</summary>
    /// <param name="matrix">g_ij, not negative. Later changes are not seen.</param>
    /// <param name="gain">1 / C of each row, 0 or more. A row with gain 0 does not move.</param>
    /// <param name="a">The implicit part of the step, 0 or more.</param>
    /// <param name="batch">The number of members, at least 1.</param>
    /// <param name="kind">The kind of solver.</param>
    /// <exception cref="ArgumentException">A number outside its range, or a kind that cannot solve this network.</exception>
    public static CouplingSolver For(ConductanceMatrix matrix, double[] gain, double a, int batch, SolverKind kind = SolverKind.Automatic)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        return SolverChoice.Make(new CouplingSystem(matrix, gain, a, batch), batch, kind);
    }
}
