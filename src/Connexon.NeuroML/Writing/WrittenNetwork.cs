using System.Xml.Linq;

namespace Connexon.NeuroML;

/// <summary>A network as the two elements that are its files.</summary>
internal sealed class WrittenNetwork
{
    private readonly WrittenUnits _units = new();
    private readonly List<XElement> _types = [];
    private readonly WrittenCells _cells;
    private readonly WrittenJunctions _junctions;
    private readonly WrittenDrives _drives;

    /// <param name="network">The network; nothing is wrong with it.</param>
    /// <param name="seed">The seed of random starts.</param>
    /// <exception cref="NotExpressibleException">NeuroML cannot say all of it.</exception>
    public WrittenNetwork(Network network, ulong seed)
    {
        var problems = new List<string>();
        var typeNames = new Names(OwnTypes.Load().Names);
        var ids = new Names([]);
        _cells = new WrittenCells(_units, ids);
        (_junctions, _drives) = (new WrittenJunctions(_cells, ids), new WrittenDrives(_cells, ids));
        var types = new Dictionary<Neuron, WrittenType>(ReferenceEqualityComparer.Instance);
        foreach (List<Neuron> alike in GroupLayout.ByEquations(network.Populations))
        {
            var type = new WrittenType(typeNames.Take(alike[0].Model.Name), [.. alike.Select(p => p.Model)], _units, problems);
            _types.Add(type.Element());
            foreach (Neuron p in alike) types.Add(p, type);
        }
        problems.AddRange(network.Junctions.SelectMany(j => WrittenJunctions.Problems(j, p => types[p])));
        var values = new ParameterValues(network.Parameters.Drawn(seed), 0, 1, []);
        problems.AddRange(Others(network, values));
        if (problems.Count > 0) throw new NotExpressibleException([.. problems.Distinct()]);

        foreach (Neuron p in network.Populations) _cells.Add(p, network.LabelOf(p), types[p], values);
        foreach (GapJunction j in network.Junctions) _junctions.Add(j, values.Of(j.AllWeights[0], 0));
        for (int k = 0; k < network.Drives.Count; k++)
            _drives.Add(network.Drives[k].Population, types[network.Drives[k].Population], WrittenDrives.Pieces(network, k, seed)!);
    }

    /// <summary>The LEMS file: units, types, cells.</summary>
    public XElement Cells() => new("Lems", _units.Definitions, _types, _cells.Components);

    /// <summary>The NeuroML file.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="include">The name of the LEMS file.</param>
    public XElement Network(string id, string include) => new(NeuroMLWriter.Space + "neuroml", new XAttribute("id", id),
        new XElement(NeuroMLWriter.Space + "include", new XAttribute("href", include)), _junctions.Components, _drives.Components,
        new XElement(NeuroMLWriter.Space + "network", new XAttribute("id", id + "_network"),
            _cells.Populations.Select(p => new XElement(NeuroMLWriter.Space + "population", new XAttribute("id", p.Id),
                new XAttribute("component", p.Component), new XAttribute("size", p.Size))),
            _junctions.Projections, _drives.Lists));

    private static IEnumerable<string> Others(Network network, ParameterValues values)
    {
        for (int k = 0; k < network.Drives.Count; k++)
            if (WrittenDrives.Pieces(network, k, 0) is null)
                yield return $"A drive of {network.LabelOf(network.Drives[k].Population)} is "
                    + $"{(network.Drives[k].Drive.IsNoise ? "noise" : "a function of time, or a sine")}: "
                    + "constants, pulses, steps and ramps can be written.";
        if (network.Junctions.Any(j => values.Of(j.AllWeights[0], 0).Any(w => w < 0)))
            yield return "Weights of junctions are negative, which NeuroML's conductances are not.";
        if (network.Parameters.Entries.FirstOrDefault(e => e.Members > 1) is { } each)
            yield return $"{each.FullName} has values for each member of a batch; a file has one network.";
        if (network.Changes.Factors.Count > 0) yield return "Weights of junctions vary in time; NeuroML's stay as they are.";
        if (network.Changes.Actions.Count > 0) yield return "Actions between steps are C#, which a file cannot hold.";
        if (network.Wiring.Attachments.Count + network.Wiring.Sources.Count > 0)
            yield return "The network has synapses or inputs that were read from a file: use that file.";
    }
}
