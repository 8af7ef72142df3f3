namespace Connexon;

/// <summary>Finds which state of which neuron diverged.</summary>
internal static class Divergence
{
    public static DivergenceException Find(Network network, Assembly assembly, RunSettings settings, long step, Run? recorded)
    {
        foreach (Neuron p in network.Populations)
            foreach (StateVariable s in p.Model.States)
            {
                int element = assembly.Values(p, s.Symbol).IndexOfAnyExceptInRange(double.MinValue, double.MaxValue);
                if (element < 0) continue;
                var (neuron, member) = Math.DivRem(element, assembly.Members);
                return new DivergenceException(s.Symbol.Name, network.LabelOf(p), neuron, member, step, settings.Dt,
                    $"The usual cause is a step that is too long: try dt = {new Time(settings.Dt.Value / 2)}.")
                { Recorded = recorded };
            }
        throw new InvalidOperationException("A run was stopped as diverged, but all its states are finite.");
    }
}
