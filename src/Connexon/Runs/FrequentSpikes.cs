namespace Connexon;

/// <summary>What there is to say of cells that spike more often than a step can have it.</summary>
internal static class FrequentSpikes
{
    /// <summary>A run that was stopped because the spikes of a cell have no end; null for any other.</summary>
    public static DivergenceException? Find(NetworkState state, SpikeRates? rates, long step, Run? recorded)
    {
        if (rates?.Unbounded is not { } spike) return null;
        Cell cell = CellOf(state, spike);
        SpikeRule rule = cell.Population.Model.Spikes[spike.Condition];
        string dt = $"{state.Settings.Dt}", watched = rule.Watched.Name;
        string text = $"{Name(state, cell)}{Member(spike)} spikes more than {SpikeRates.MostInOneMs} times in a ms, several times in a "
            + $"step of {dt}, at t = {At(spike.Time)}. {Cause(state.Layout.Network, cell)}"
            + $"{(rule.Refractory is null ? $" No refractory time keeps {watched} from its threshold." : "")} "
            + "From some time on such equations have no solution, and a shorter step finds none: give the cells a refractory time, or what "
            + $"joins them a delay. {Method.Euler} has at most one spike of a cell in a step, as other simulators of LEMS files have: "
            + $"it runs on, at a rate that follows from the step ({1 / state.Dt:G3} spikes a ms).";
        return new DivergenceException(watched, state.Layout.Network.LabelOf(cell.Population), cell.Index, spike.Member, step, text)
        {
            Recorded = recorded,
        };
    }

    /// <summary>What a reader of a result should know.</summary>
    public static IEnumerable<string> Warnings(NetworkState state, SpikeRates? rates)
    {
        if (rates is { Several: { } several, Unbounded: null })
            yield return $"{Name(state, CellOf(state, several))}{Member(several)} spikes more than once in a step of {state.Settings.Dt}, "
                + $"at t = {At(several.Time)} for the first time: what its spikes do to others is done together at the step's end. "
                + "Take a shorter step, and see whether the result stays.";
        else if (rates?.InEveryStep is { } always)
            yield return $"{Name(state, CellOf(state, always))}{Member(always)} spikes in every step from t = {At(always.Time)} on, "
                + $"which is as often as {state.Settings.Method} can have it: its rate, {1 / state.Dt:G3} spikes a ms, follows from the "
                + $"step of {state.Settings.Dt} and not from the equations. {Cause(state.Layout.Network, CellOf(state, always))}";
    }

    private static string At(double t) => QuantityText.Format(Math.Round(t, 6), Dimension.Time);

    private static string Member(SpikeEvent spike) => spike.Member > 0 ? $" (member {spike.Member})" : "";

    private static string Name(NetworkState state, Cell cell) => $"{state.Layout.Network.LabelOf(cell.Population)}[{cell.Index}]";

    private static Cell CellOf(NetworkState state, SpikeEvent s) => state.Layout.Network.Wiring.Sources.Select(x => x.Neuron)
        .OfType<Cell>().First(c => state.Layout.Number(c) == (s.Group, s.Neuron));

    // Whether spikes of a cell come back to it, over how many others, and how soon.
    private static string Cause(Network network, Cell cell)
    {
        ILookup<Cell, (Cell To, double Delay)> ways = network.Wiring.Sources.Where(s => s.Neuron is not null)
            .SelectMany(s => s.Targets.Where(t => t.Attachments.On.Count > 0)
                .Select(t => (From: s.Neuron!.Value, To: t.Attachments.On[t.Element], t.Delay)))
                .ToLookup(w => w.From, w => (w.To, w.Delay));
        var reached = new Dictionary<Cell, double>();
        var open = new PriorityQueue<Cell, double>();
        foreach (var (to, delay) in ways[cell]) open.Enqueue(to, delay);
        while (open.TryDequeue(out Cell next, out double delay))
        {
            if (!reached.TryAdd(next, delay)) continue;
            foreach (var (to, more) in ways[next]) open.Enqueue(to, delay + more);
        }
        return !reached.TryGetValue(cell, out double back) ? "What excites it does so ever more."
            : $"Its spikes excite it in turn, by {(ways[cell].Any(w => w.To == cell) ? "a synapse on itself" : "way of other cells")}, "
                + $"{(back == 0 ? "without delay" : $"after {At(back)}")}: spikes beget spikes, ever more of them.";
    }
}
