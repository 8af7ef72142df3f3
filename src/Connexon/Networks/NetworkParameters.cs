namespace Connexon;

/// <summary>Collects the numbers of a network.</summary>
internal static class NetworkParameters
{
    public static Parameters Of(Network network) => new(
    [
        .. network.Populations.Distinct().SelectMany(p => Of(p, network.LabelOf(p))),
        .. network.Junctions.Distinct().SelectMany(j => Of(j, network.LabelOf(j))),
        .. Labelled(network.Wiring.Attachments.Select(a => a.Elements).Distinct()).SelectMany(a => Of(a.Elements, a.Label)),
    ]);

    private static IEnumerable<ParameterEntry> Of(Neuron p, string label) =>
    [
        .. p.Model.Parameters.Select(x => new ParameterEntry(p.Parameter(x.Symbol.Name), label, ParameterKind.Cell, false, x.Values)),
        .. p.Model.States.Select(s => new ParameterEntry(p[s.Symbol.Name].Start, label, ParameterKind.Start, false,
            s.Start ?? (s.SteadyState is null ? new OneValue(0) : new SteadyState()))),
    ];

    private static IEnumerable<ParameterEntry> Of(GapJunction j, string label) => j.AllWeights.Select(w =>
        new ParameterEntry(w, label, ParameterKind.Weight, j.ParamType == ParamType.Trainable, w.Values));

    // What is attached to neurons has the names of its equations.
    private static IEnumerable<(Neuron Elements, string Label)> Labelled(IEnumerable<Neuron> attached)
    {
        var seen = new Dictionary<string, int>();
        foreach (Neuron a in attached)
        {
            int number = seen[a.DisplayName] = seen.GetValueOrDefault(a.DisplayName) + 1;
            yield return (a, $"on neurons {a.DisplayName}{(number > 1 ? $"_{number}" : "")}");
        }
    }
}
