namespace Connexon;

/// <summary>Brings the numbers of a running network up to date before each step: what functions of time say, what the user sets.</summary>
internal sealed class RunChanges(NetworkState state, Session session)
{
    private readonly Action<Session>[] _actions = [.. state.Layout.Network.Changes.Actions.Cast<Action<Session>>()];
    private readonly GapJunction[] _varying = [.. state.Layout.Network.Changes.Factors.Select(f => f.Junction).Distinct()];
    private readonly HashSet<ParameterKey> _cells = []; // parameters of cells that were set since the last step
    private bool _coupling, _cellsCouple;                // junctions couple otherwise since then; by parameters of cells

    /// <summary>What is done before a step, and what follows from it.</summary>
    /// <exception cref="NetworkException">A factor cannot be, or an explicit method no longer stands the junctions.</exception>
    public void Update(long step)
    {
        session.Steps = step;
        foreach (Action<Session> act in _actions) act(session);
        foreach (GapJunction junction in _varying) Vary(junction, (step + 0.5) * state.Dt);
        if (_cells.Count > 0) RenewCells();
        if (!_coupling) return;
        state.RenewCoupling();
        if (state.Coupling.Problem(state.Settings) is { } problem)
            throw new NetworkException([$"At {session.Time} the {(_cellsCouple ? "parameters" : "weights")} have changed: {problem}"]);
        (_coupling, _cellsCouple) = (false, false);
    }

    private void RenewCells()
    {
        foreach (Neuron p in _cells.Select(k => (Neuron)k.Owner).Distinct())
            if (ParameterCheck.Unmet(p, state.Numbers) is { } unmet)
                throw new NetworkException([$"At {session.Time} the parameters have changed: {unmet}"]);
        foreach (ParameterKey key in _cells) _cellsCouple |= state.Renew(key);
        _coupling |= _cellsCouple;
        session.RenewThresholds();
        _cells.Clear();
    }

    /// <summary>Sets a number that was declared to change.</summary>
    public void Set(ParameterKey key, int index, int member, Quantity value)
    {
        if (!state.Numbers.Has(key)) throw new ArgumentException($"{key} is not a parameter of this network.", nameof(key));
        if (state.Numbers.IsStart(key))
            throw new InvalidOperationException($"A run does not start again: set the state, as in session[cells.{key.Name}, 0].");
        if (!state.Numbers.Change(key))
            throw new InvalidOperationException($"{key} was not declared to change, and may be part of a constant: name it, as in "
                + (key is Weights ? "changes: [gap.Weight]" : $"changes: [cells.Parameter(\"{key.Name}\")]")
                + ", where the run or the action between steps is set up.");
        if (value.Dimension != key.Dimension)
            throw new ArgumentException($"Number {index} of {key} is {key.Dimension}, but {value} is {value.Dimension}.");
        if (key is Weights weights)
        {
            if (JunctionCheck.Problem(index, value, weights.Junction.NegativeWeights) is { } problem) throw new ArgumentException(problem);
            if (state.Numbers.Get(key, index, member) == value.Value) return;
            state.Numbers.Set(key, index, member, value.Value);
            state.Electrical.Reweigh(weights, index, member);
            _coupling = true;
            return;
        }
        if (!double.IsFinite(value.Value)) throw new ArgumentException($"Number {index} of {key} is set to {value}: it must be finite.");
        state.Numbers.Set(key, index, member, value.Value);
        _cells.Add(key);
    }

    private void Vary(GapJunction junction, double t)
    {
        double factor = 1;
        foreach (var (j, f) in state.Layout.Network.Changes.Factors)
            if (ReferenceEquals(j, junction)) factor *= f(new Time(t));
        if (!(double.IsFinite(factor) && factor >= 0))
            throw new NetworkException([$"The factor of the {junction} is {factor} at {new Time(t)}: it must be finite and not negative."]);
        if (factor == state.Electrical.Weights.FactorOf(junction)) return;
        state.Electrical.Weights.SetFactor(junction, factor);
        state.Electrical.Reweigh(junction);
        _coupling = true;
    }
}
