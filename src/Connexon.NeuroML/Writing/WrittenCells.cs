using System.Xml.Linq;

namespace Connexon.NeuroML;

/// <summary>
/// The cells of a file: neurons with the same values are one component; a population of the file is a run of neighbours with one component,
/// for NeuroML gives a population one component.
/// </summary>
internal sealed class WrittenCells
{
    private readonly WrittenUnits _units;
    private readonly Names _componentNames, _populationNames = new([]);
    private readonly Dictionary<Neuron, (string Population, int Index, string Component)[]> _places =
        new(ReferenceEqualityComparer.Instance);

    public WrittenCells(WrittenUnits units, Names componentNames) => (_units, _componentNames) = (units, componentNames);

    /// <summary>The components, for the file of types.</summary>
    public List<XElement> Components { get; } = [];

    /// <summary>The populations: id, component, size.</summary>
    public List<(string Id, string Component, int Size)> Populations { get; } = [];

    /// <summary>Where a neuron is.</summary>
    public (string Population, int Index, string Component) Place(Neuron population, int neuron) => _places[population][neuron];

    /// <summary>Adds a population of a network.</summary>
    /// <param name="population">The population.</param>
    /// <param name="label">Its name in the network.</param>
    /// <param name="type">Its type.</param>
    /// <param name="values">The numbers of the network.</param>
    public void Add(Neuron population, string label, WrittenType type, ParameterValues values)
    {
        (string Name, Dimension Dimension, double[] Values)[] all = type.Values(population, values);
        var known = new Dictionary<string, string>();
        string[] components = new string[population.Size];
        for (int i = 0; i < components.Length; i++)
        {
            string key = string.Join(',', all.Select(p => BitConverter.DoubleToInt64Bits(p.Values[i])));
            if (!known.TryGetValue(key, out string? id))
            {
                known.Add(key, id = _componentNames.Take($"{label}_cell"));
                Components.Add(new XElement("Component", new XAttribute("id", id), new XAttribute("type", type.Name),
                    all.Select(p => new XAttribute(p.Name, _units.Text(p.Values[i], p.Dimension)))));
            }
            components[i] = id;
        }
        _places[population] = Runs(components, label);
    }

    private (string, int, string)[] Runs(string[] components, string label)
    {
        var places = new (string, int, string)[components.Length];
        for (int first = 0, end; first < components.Length; first = end)
        {
            for (end = first; end < components.Length && components[end] == components[first]; end++) { }
            string id = _populationNames.Take(end - first == components.Length ? label : $"{label}_{first}");
            for (int i = first; i < end; i++) places[i] = (id, i - first, components[i]);
            Populations.Add((id, components[first], end - first));
        }
        return places;
    }
}
