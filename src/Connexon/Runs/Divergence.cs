namespace Connexon;

/// <summary>Finds which state of which neuron diverged.</summary>
internal static class Divergence
{
    public static DivergenceException Find(Network network, Assembly assembly, RunSettings settings, long step, Run? recorded)
    {
        foreach (Neuron p in network.Populations)
            foreach (StateVariable s in p.Model.States)
            {
                double bound = DivergenceWatch.Bound(p.Model, s.Symbol);
                var (group, first) = assembly.Find(p);
                double[] values = new double[p.Size * assembly.Members];
                group.Memory(s.Symbol).CopyTo(first * assembly.Members, values);
                int element = values.AsSpan().IndexOfAnyExceptInRange(-bound, bound);
                if (element < 0) continue;
                var (neuron, member) = Math.DivRem(element, assembly.Members);
                var value = new Quantity(values[element], s.Symbol.Dimension);
                return new DivergenceException(
                    s.Symbol.Name, network.LabelOf(p), neuron, member, value, step, settings.Dt, Advice(p, assembly, settings))
                { Recorded = recorded };
            }
        throw new InvalidOperationException("A run was stopped as diverged, but all its states are finite.");
    }

    private static string Advice(Neuron p, Assembly assembly, RunSettings settings)
    {
        Method method = settings.Method;
        if (method.Control.Halvings > 0)
            return $"Parts of the step down to dt / {1L << method.Control.Halvings} were tried, so a shorter dt will not help: "
                + "look for a sign or unit in its equations or its drive by which it grows without bound.";
        return Upswing.RunsAway(assembly.Find(p).Group.Plan, settings.Dt.Value)
            ? $"Its equation runs away to its threshold faster than {method} can follow at any dt: "
                + $"use {nameof(Method)}.{nameof(Method.Imex4)}, which locates the spike."
            : $"The usual cause is a step that is too long: try dt = {new Time(settings.Dt.Value / 2)}.";
    }
}
