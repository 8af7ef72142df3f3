using System.Xml.Linq;

namespace Connexon.NeuroML;

/// <summary>The drives of a file: a constant is a pulse that began with the run and outlasts it.</summary>
internal sealed class WrittenDrives(WrittenCells cells, Names names)
{
    private const double Ever = 1e9; // ms
    private readonly Dictionary<(bool Pure, double Amplitude), string> _byAmplitude = [];

    /// <summary>The lists of inputs.</summary>
    public List<XElement> Lists { get; } = [];

    /// <summary>The generators, those with units first, as the schema has them.</summary>
    public IEnumerable<XElement> Components => _byAmplitude.OrderBy(g => g.Key.Pure).Select(g => new XElement(
        NeuroMLWriter.Space + (g.Key.Pure ? "pulseGeneratorDL" : "pulseGenerator"), new XAttribute("id", g.Value), new XAttribute("delay", "0 ms"),
        new XAttribute("duration", $"{NumberText.Of(Ever)} ms"), new XAttribute("amplitude", NumberText.Of(g.Key.Amplitude) + (g.Key.Pure ? "" : " uA"))));

    /// <summary>Adds a drive.</summary>
    /// <param name="population">What it drives.</param>
    /// <param name="type">Its type.</param>
    /// <param name="values">The drive of each neuron.</param>
    public void Add(Neuron population, WrittenType type, double[] values)
    {
        XElement? list = null;
        int number = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] == 0) continue;
            var (id, index, _) = cells.Place(population, i);
            string generator = ComponentOf((type.TakesPureNumbers, values[i]));
            if (list is null || list.Attribute("population")!.Value != id || list.Attribute("component")!.Value != generator)
                Lists.Add(list = new XElement(NeuroMLWriter.Space + "inputList", new XAttribute("id", $"inputs_{Lists.Count}"),
                    new XAttribute("population", id), new XAttribute("component", generator)));
            list.Add(new XElement(NeuroMLWriter.Space + "input", new XAttribute("id", number++), new XAttribute("target", $"../{id}[{index}]"),
                new XAttribute("destination", "synapses")));
        }
    }

    private string ComponentOf((bool, double) key) =>
        _byAmplitude.TryGetValue(key, out string? id) ? id : _byAmplitude[key] = names.Take($"drive_{_byAmplitude.Count}");
}
