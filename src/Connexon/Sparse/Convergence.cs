namespace Connexon;

/// <summary>
/// Which members of a batch are still to be iterated. A member that is done is left as it is, so its bits do not depend on the others. Only
/// the leader of a team changes this.
/// </summary>
/// <param name="batch">The number of members.</param>
/// <param name="tolerance">The factor by which the norm of the residual is to be reduced.</param>
/// <param name="limit">Iterations allowed in one solve.</param>
internal sealed class Convergence(int batch, double tolerance, int limit)
{
    private readonly double[] _target = new double[batch], _last = new double[batch];
    private readonly int[] _count = new int[batch];
    private readonly bool[] _active = new bool[batch], _left = new bool[batch];

    /// <summary>Whether some member needs another iteration.</summary>
    public bool Running { get; private set; }

    /// <summary>Iterations of this solve so far, of the member that took most.</summary>
    public int Iterations { get; private set; }

    /// <summary>Whether some member has not reached its target, though it has iterations left.</summary>
    public bool Unfinished { get; private set; }

    /// <summary>Solutions that did not converge, of all solves.</summary>
    public long Failures { get; private set; }

    /// <summary>The largest part of its first residual that one of them was left with.</summary>
    public double Worst { get; private set; }

    /// <summary>Whether a member needs another iteration.</summary>
    public bool Needs(int member) => _active[member];

    /// <summary>A new solve: z is 0.</summary>
    /// <param name="squares">The squared norm of each member's residual.</param>
    public void Start(double[] squares)
    {
        Iterations = 0;
        _count.AsSpan().Clear();
        for (int m = 0; m < batch; m++)
            _target[m] = squares[m] * tolerance * tolerance;
        Restart(squares, all: true);
    }

    /// <summary>The same solve goes on from residuals computed anew: of all members, or of those that have not reached their
    /// target.</summary>
    public void Restart(double[] squares, bool all)
    {
        for (int m = 0; m < batch; m++)
            if (_active[m] = all || _last[m] > _target[m])
                Look(m, squares[m]);
        Summarise();
    }

    /// <summary>An iteration has been done.</summary>
    public void Step(double[] squares)
    {
        for (int m = 0; m < batch; m++)
            if (_active[m])
            {
                Iterations = Math.Max(Iterations, ++_count[m]);
                Look(m, squares[m]);
            }
        Summarise();
    }

    /// <summary>The method cannot go on with a member beyond this iteration.</summary>
    public void Leave(int member) => _left[member] = true;

    /// <summary>The solve ends as it is.</summary>
    public void End()
    {
        for (int m = 0; m < batch; m++)
            if (!(_last[m] <= _target[m]))
            {
                Failures++;
                double part = tolerance * Math.Sqrt(_last[m] / _target[m]);
                Worst = double.IsNaN(part) ? part : Math.Max(Worst, part);
            }
    }

    /// <summary>What to tell the user; null if all is well.</summary>
    public string? Message(string method) => Failures == 0 ? null
        : $"{method} did not reach its tolerance in {Failures} solves of the coupling within {limit} iterations each: "
            + $"the worst was left with {Worst:g2} of its first residual instead of {tolerance:g2}. "
            + "Take a shorter step or another solver, for instance SolverKind.Dense.";

    private void Look(int m, double square)
    {
        _last[m] = square;
        _active[m] = square > _target[m] && _count[m] < limit && !_left[m];
        _left[m] = false;
    }

    private void Summarise()
    {
        Running = Unfinished = false;
        for (int m = 0; m < batch; m++)
        {
            Running |= _active[m];
            Unfinished |= _last[m] > _target[m] && _count[m] < limit;
        }
    }
}
