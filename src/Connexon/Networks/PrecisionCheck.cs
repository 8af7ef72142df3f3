namespace Connexon;

/// <summary>Refuses in single precision what needs more, or is not made for it: by name, with what to do instead.</summary>
internal static class PrecisionCheck
{
    private const string OrDouble = ", or leave the precision out: double is the default.";

    /// <summary>What is known before anything is assembled.</summary>
    public static IEnumerable<string> Problems(Network network, RunSettings settings)
    {
        if (settings.Precision != Precision.Single) yield break;
        if (settings.Method.Control.Halvings > 0)
            yield return $"{settings.Method} takes its steps by an estimate of their error, which 7 digits do not give: "
                + "in single precision use "
                + $"{Method.ExponentialEuler}, {Method.Euler}, {Method.RungeKutta2} or {Method.RungeKutta4}{OrDouble}";
        if (network.Changes.OfJunctions)
            yield return "Weights change while the network runs, which a matrix of single precision does not take: "
                + $"run without that{OrDouble}";
        if (network.Wiring.Attachments.Count > 0 || network.Wiring.Sources.Count > 0)
            yield return "Synapses, inputs or events are attached to cells, which run in double precision only: "
                + $"run without them{OrDouble}";
        foreach (RecordRequest r in network.Requests.Where(r => r.Probes is not null))
            yield return $"{r.What} is computed in double precision from states: record states{OrDouble}";
    }

    /// <summary>What is known once the junctions are: they are implicit, or noise goes through them.</summary>
    public static string? Problem(CouplingOperator coupling, RunSettings settings)
    {
        if (settings.Precision != Precision.Single) return null;
        if (coupling.Implicit)
            return $"{settings.Method} has these junctions {coupling.Description}, which 7 digits do not solve for: "
                + "in single precision use "
                + $"{Method.ExponentialEuler} or {Method.RungeKutta4} with a dt that it stands{OrDouble}";
        Network network = coupling.Electrical.Layout.Network;
        return network.Drives.FirstOrDefault(coupling.Carries).Population is { } noisy ? Noise(network, noisy) : null;
    }

    /// <summary>What is said of cells whose kernels read the time.</summary>
    public static string Timed(Network network, Neuron population) =>
        $"The equations of {network.LabelOf(population)} read the time, of which single precision keeps 7 digits only: "
            + $"give what depends on time as a drive, which is computed in double precision{OrDouble}";

    private static string Noise(Network network, Neuron population) =>
        $"{network.LabelOf(population)} has white noise that is carried through strong junctions within the step, "
            + "by a solver in double precision: "
            + $"take a shorter dt{OrDouble}";
}
