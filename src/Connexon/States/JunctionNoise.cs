namespace Connexon;

/// <summary>
/// White noise of cells that are joined, carried through the junctions within the step. The answer U of junctions and capacitances alone,
/// dU = -K U dt + noise with K = C^-1 L, is stepped by the implicit midpoint rule, whose stationary covariance is that of the process in
/// continuous time for any step, matrix and noise: (1 + hK/2) S (1 + hK/2)' - (1 - hK/2) S (1 - hK/2)' = h (K S + S K'). The method does
/// the rest: V = X - U is smooth, dV = (f(V + U) - K V) dt, with U a straight line over the step. So cells get the drive dU/dt in place of
/// the noise, and junctions see X - U in place of X.
/// </summary>
/// <remarks>
/// Per step of dt there are <see cref="Parts"/> steps of the midpoint rule, because a mode of the rate lambda then forgets by
/// ((1 - z/6) / (1 + z/6))^3 in place of e^-z, z = lambda dt: within 0.02 up to z = 10; one alone would give -2/3 there. An odd number
/// bounds the power at low frequencies, row by row, to 9 times what it must be for any z.
/// </remarks>
internal sealed class JunctionNoise
{
    // A step has so many parts, each with noise of its own.
    private const int Parts = CouplingOperator.NoiseParts;

    private readonly CouplingOperator _operator;
    private readonly PinnedArray _states, _moved, _u, _change, _kick, _middle, _solved;
    private readonly double[] _perStep, _gain; // of each element: 1 / (dt / C), and dt / C
    private readonly NetworkState _state;
    private readonly PreparedDrive[] _sources;
    private readonly int _members, _own;

    public JunctionNoise(NetworkState state, PreparedDrive[] sources)
    {
        (_operator, _states, _members, _sources) = (state.Coupling, state.Nodes.Voltages, state.Members, sources);
        int elements = _states.Length; // with those of other partitions
        (_moved, _u, _change) = (new(elements), new(elements), new(elements));
        (_kick, _middle, _solved) = (new(elements), new(elements), new(elements));
        _own = state.Layout.Nodes.Count * _members;
        (_state, _gain, _perStep) = (state, new double[_own], new double[_own]);
        Renew();
        _operator.PrepareNoise();
    }

    /// <summary>Takes the gains as they are now.</summary>
    public void Renew()
    {
        for (int i = 0; i < _gain.Length; i++)
        {
            _gain[i] = _state.Dt * _state.Electrical.Gain(i / _members, i % _members);
            _perStep[i] = _gain[i] > 0 ? 1 / _gain[i] : 0;
        }
    }

    /// <summary>What the junctions see in place of the states.</summary>
    public PinnedArray Seen => _moved;

    /// <summary>Goes on to a step; every thread of a team calls it.</summary>
    /// <param name="step">The step of dt.</param>
    /// <param name="team">The calling thread in its team.</param>
    public void Advance(long step, Team team)
    {
        var (start, end) = team.Share(_own);
        _change.Span[start..end].Clear();
        for (int part = 0; part < Parts; part++)
        {
            if (team.Leads)
                foreach (var (_, _, source) in _sources) source.Advance(0, Parts * step + part);
            team.Wait();
            Kick(start, end);
            team.Wait();
            if (_state.Electrical.Matrix.Others is { } others)
            {
                if (team.Leads) others.Exchange.Bring(_middle, _state.Electrical.Members);
                team.Wait();
            }
            _operator.SolveNoise(_middle, _solved, team);
            Take(start, end);
        }
    }

    /// <summary>Adds to the inputs of elements [start, end) what moves cells as U moves in the step.</summary>
    public void AddTo(Span<double> inputs, int start, int end)
    {
        ReadOnlySpan<double> change = _change.Span;
        for (int i = start; i < end; i++) inputs[i] += _perStep[i] * change[i];
    }

    /// <summary>What the junctions see of elements [start, end) at a part of the step, 0 to 1.</summary>
    public void See(double at, int start, int end)
    {
        Span<double> moved = _moved.Span, states = _states.Span, u = _u.Span, change = _change.Span;
        for (int i = start; i < end; i++) moved[i] = states[i] - (u[i] - (1 - at) * change[i]);
    }

    private void Kick(int start, int end)
    {
        Span<double> kick = _kick.Span, middle = _middle.Span, u = _u.Span;
        kick[start..end].Clear();
        foreach (var (first, count, source) in _sources)
            if (Math.Max(start, first) is int from && Math.Min(end, first + count) is int to && from < to)
                source.Add(kick[first..], from - first, to - first);
        for (int i = start; i < end; i++)
        {
            kick[i] *= _gain[i] / Parts;
            middle[i] = u[i] + 0.5 * kick[i];
        }
    }

    // (1 + hK/2) M = U + W/2 for the middle M = middle + solved; U then becomes 2 M - U.
    private void Take(int start, int end)
    {
        Span<double> kick = _kick.Span, solved = _solved.Span, u = _u.Span, change = _change.Span;
        for (int i = start; i < end; i++)
        {
            double moved = kick[i] + 2 * solved[i];
            u[i] += moved;
            change[i] += moved;
        }
    }
}
