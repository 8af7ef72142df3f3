namespace Connexon;

/// <summary>Finds what diverged: a state of a neuron, or how often one spikes.</summary>
internal static class Divergence
{
    public static DivergenceException Find(NetworkState state, Spiking spiking, long step, Run? recorded)
    {
        if (FrequentSpikes.Find(state, spiking.Events?.Rates, step, recorded) is { } endless) return endless;
        Network network = state.Layout.Network;
        foreach (Neuron p in network.Populations)
            foreach (StateVariable s in p.Model.States)
            {
                double bound = DivergenceWatch.Bound(p.Model, s.Symbol);
                var (group, at) = state.Find(p);
                double[] values = new double[at.Count * state.Members];
                group.Memory(s.Symbol).CopyTo(at.First * state.Members, values);
                int element = values.AsSpan().IndexOfAnyExceptInRange(-bound, bound);
                if (element < 0) continue;
                var (neuron, member) = Math.DivRem(element, state.Members);
                var value = new Quantity(values[element], s.Symbol.Dimension);
                return new DivergenceException(
                    s.Symbol.Name, network.LabelOf(p), at.Neuron(neuron), member, value, step, state.Settings.Dt, Advice(p, state))
                { Recorded = recorded };
            }
        throw new InvalidOperationException("A run was stopped as diverged, but all its states are finite.");
    }

    private static string Advice(Neuron p, NetworkState state)
    {
        Method method = state.Settings.Method;
        if (method.Control.Halvings > 0)
            return $"Parts of the step down to dt / {1L << method.Control.Halvings} were tried, so a shorter dt will not help: "
                + "look for a sign or unit in its equations or its drive by which it grows without bound.";
        if (Upswing.RunsAway(state.Layout.Find(p).Group, state.Numbers, state.Dt))
            return $"Its equation runs away to its threshold faster than {method} can follow at any dt: "
                + $"use {nameof(Method)}.{nameof(Method.Imex4)}, which locates the spike.";
        bool tells = state.Precision == Precision.Double && Method.Imex4.CannotRun(p.Model) is null;
        Time shorter = StepAdvice.Step(state.Settings.Duration, new Time(state.Dt / 2));
        return $"Either the step is too long for {method} (try dt = {shorter}), or its equations or its drive make it grow without "
            + "bound, by a sign or a unit"
            + (tells ? $": {Method.Imex4}, which shortens its steps where it must, tells which." : ".");
    }
}
