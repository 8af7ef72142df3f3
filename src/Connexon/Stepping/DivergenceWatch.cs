namespace Connexon;

/// <summary>
/// Which states must be looked at to see that none has stopped being a finite number: what is no number spreads within a step to every
/// state whose equation reads it, so one state is enough for all that it depends on. For a Hodgkin-Huxley cell that is V alone.
/// </summary>
internal static class DivergenceWatch
{
    // A thousand volts.
    private const double HighestVoltage = 1e6;

    /// <summary>
    /// How large a state may become: a cell with an upswing that is reset at a threshold never stands a thousand volts from 0. (A leaky one
    /// may, under a drive that is large enough.)
    /// </summary>
    public static double Bound(Model model, Symbol state) =>
        model.Spike?.Watched == state && state.Dimension == Dimension.Voltage && Upswing.Of(model) ? HighestVoltage : double.MaxValue;

    public static IReadOnlyList<Symbol> StatesOf(Model model)
    {
        var watched = new List<Symbol>();
        var seen = new HashSet<Symbol>();
        if (model.Spike is { } rule
            && Bound(model, rule.Watched) < double.MaxValue
            && model.Find(rule.Watched.Name) is { Slope: not null } bounded)
        {
            watched.Add(rule.Watched);
            See(bounded);
        }
        foreach (StateVariable s in model.States.Where(s => s.Slope is not null))
        {
            if (seen.Contains(s.Symbol)) continue;
            watched.Add(s.Symbol);
            See(s);
        }
        return watched;

        void See(StateVariable first)
        {
            var open = new Stack<StateVariable>([first]);
            while (open.TryPop(out StateVariable? s))
            {
                if (!seen.Add(s.Symbol) || s.Slope is null) continue;
                foreach (Symbol read in s.Slope.Symbols().Where(r => r.Kind == SymbolKind.State)) open.Push(model.Find(read.Name)!);
            }
        }
    }
}
