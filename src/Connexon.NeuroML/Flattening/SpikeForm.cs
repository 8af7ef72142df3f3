namespace Connexon.NeuroML;

/// <summary>
/// Recognises the ways in which files write a spike, and says them as a <see cref="SpikeRule"/>: a threshold with a reset; a flag that is
/// up while v is above the threshold; a refractory regime that lasts a given time; any other condition (<see cref="SpikeMargin"/>). Each
/// condition that sends an event is a spike condition of its own.
/// </summary>
internal static class SpikeForm
{
    /// <summary>The same equations, with spikes as rules where they have such forms.</summary>
    public static FlatEquations Of(FlatEquations e)
    {
        foreach (FlatCondition spike in e.Conditions.Where(c => c.Emits.Count > 0).ToArray())
            e = Flag(e, spike) ?? Refractory(e, spike) ?? Level(e, spike) ?? e;
        return e;
    }

    private static FlatEquations? Level(FlatEquations e, FlatCondition spike)
    {
        if (SpikeMargin.Above(spike.Test, e) is not { } above) return null;
        // A first condition holds in every step that ends above it. Another is a crossing, unless it resets.
        bool rising = e.Spikes.Count > 0 && spike.Sets.Count == 0;
        return With(e, new SpikeRule(above.Watched, above.Threshold, rising) { Resets = spike.Sets }, spike, [], [], e.States, []);
    }

    private static FlatEquations? Flag(FlatEquations e, FlatCondition spike)
    {
        if (spike is not { Test.Operation: Operation.And, Sets: [var (flag, set)] } || !set.Is(1)) return null;
        Expr? rest = IsDown(spike.Test[1], flag) ? spike.Test[0] : IsDown(spike.Test[0], flag) ? spike.Test[1] : null;
        if (rest is null || SpikeMargin.Threshold(rest) is not { } above) return null;
        FlatCondition? down = e.Conditions.FirstOrDefault(c => c.Sets is [var (s, v)] && s == flag && v.Is(0) && c.Emits.Count == 0
            && c.Test.Operation == Operation.Less && c.Test[0].Symbol == above.Watched && c.Test[1].Equals(above.Threshold));
        if (down is null) return null;
        return With(e, new SpikeRule(above.Watched, above.Threshold, Rising: true), spike, [down], [flag], e.States,
            new() { [flag] = Functions.Select(rest, 1.0, 0.0) });
    }

    private static FlatEquations? Refractory(FlatEquations e, FlatCondition spike)
    {
        if (spike is not { Test.Operation: Operation.And } || SpikeMargin.Threshold(spike.Test[1]) is not { } above) return null;
        Expr integrating = spike.Test[0];
        if (integrating is not { Operation: Operation.Less } || integrating[0].Symbol is not { } regime
            || !integrating[1].Is(0.5)) return null;
        (Symbol last, _) = spike.Sets.FirstOrDefault(s => s.Value.Symbol == Symbol.Time);
        if (last is null || !spike.Sets.Any(s => s.State == regime && s.Value.Is(1))) return null;
        FlatCondition? back = e.Conditions.FirstOrDefault(c => c.Sets is [var (s, v)] && s == regime && v.Is(0) && c.Emits.Count == 0
            && c.Test is { Operation: Operation.And } && c.Test[1] is { Operation: Operation.Less } late && late[1].Symbol == Symbol.Time
            && late[0] is { Operation: Operation.Add } sum && sum[0].Symbol == last && Simplify.IsConstant(sum[1]));
        if (back is null) return null;
        Expr duration = back.Test[1][0][1];
        var held = new List<Symbol>();
        FlatState[] states = [.. e.States.Select(s =>
        {
            if (s.Slope is not { Operation: Operation.Select } slope || !slope[0].Equals(integrating) || !slope[2].Is(0)) return s;
            held.Add(s.Symbol);
            return s with { Slope = slope[1] };
        })];
        var steps = new Symbol(SymbolKind.State, "refractory_steps", Dimension.None);
        var rule = new SpikeRule(above.Watched, above.Threshold, Rising: false)
        {
            Resets = [.. spike.Sets.Where(s => s.State != regime && s.State != last)],
            Refractory = new Refractory(duration, steps, held),
        };
        return With(e, rule, spike, [back], [regime, last], states, []);
    }

    // The form with some conditions and states taken out; null if something else still needs those states.
    private static FlatEquations? With(FlatEquations e, SpikeRule rule, FlatCondition spike, FlatCondition[] used, Symbol[] gone,
        IReadOnlyList<FlatState> states, Dictionary<Symbol, Expr?> replaced)
    {
        bool Needs(Expr? x) => x?.Mentions(gone.Contains) == true;
        FlatState[] left = [.. states.Where(s => !gone.Contains(s.Symbol))];
        FlatCondition[] others = [.. e.Conditions.Except([spike, .. used])];
        if (left.Any(s => Needs(s.Slope)) || others.Any(c => Needs(c.Test) || c.Sets.Any(s => Needs(s.Value) || gone.Contains(s.State)))
            || e.Handlers.Any(h => h.Sets.Any(s => Needs(s.Value) || gone.Contains(s.State))) || e.Outputs.Values.Any(Needs)
            || e.Spikes.Select(s => s.Rule).Append(rule).Any(r => Needs(r.Threshold) || r.Resets.Any(s => Needs(s.Value))))
            return null;
        foreach (Symbol s in gone) replaced.TryAdd(s, null);
        string port = spike.Emits[0];
        int alike = e.Spikes.Count(s => s.Port == port);
        var found = new FlatSpike(rule with { Name = alike == 0 ? port : $"{port} {alike + 1}" }, port);
        return new FlatEquations
        {
            TypeName = e.TypeName,
            States = left,
            Parameters = e.Parameters,
            Ports = e.Ports,
            Requirements = e.Requirements,
            Conditions = others,
            Handlers = e.Handlers,
            Outputs = e.Outputs,
            Spikes = [.. e.Spikes.Append(found).OrderBy(s => s.Rule.Rising)], // the library has those that reset before others
            Replaced = e.Replaced.Concat(replaced).ToDictionary(),
        };
    }

    private static bool IsDown(Expr test, Symbol flag) =>
        test.Operation is (Operation.Less or Operation.LessOrEqual) && test[0].Symbol == flag && test[1].IsNumber
            && test[1].Value is > 0 and < 1;
}
