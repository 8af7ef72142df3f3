using System.Xml.Linq;

namespace Connexon.NeuroML;

/// <summary>
/// The drives of a file: pulses and ramps, one generator for each that occurs. A constant is a pulse that outlasts every run.
/// </summary>
internal sealed class WrittenDrives(WrittenCells cells, Names names)
{
    private const double Ever = 1e9; // ms: 11 days
    private readonly Dictionary<(bool Pure, DrivePiece Piece), string> _generators = [];

    /// <summary>The lists of inputs.</summary>
    public List<XElement> Lists { get; } = [];

    /// <summary>The generators in the order of the schema: pulses, then ramps, of each those with units first.</summary>
    public IEnumerable<XElement> Components => _generators.OrderBy(g => IsRamp(g.Key.Piece)).ThenBy(g => g.Key.Pure)
        .Select(g => Component(g.Value, g.Key.Piece, g.Key.Pure));

    /// <summary>Adds a drive.</summary>
    /// <param name="population">What it drives.</param>
    /// <param name="type">Its type.</param>
    /// <param name="pieces">The drive of each neuron, piece by piece.</param>
    public void Add(Neuron population, WrittenType type, IEnumerable<Func<int, DrivePiece>> pieces)
    {
        foreach (Func<int, DrivePiece> pieceOf in pieces)
        {
            XElement? list = null;
            for (int i = 0, number = 0; i < population.Size; i++)
            {
                DrivePiece piece = pieceOf(i);
                if (piece is { From: 0, To: 0 }) continue;
                var (id, index, _) = cells.Place(population, i);
                string generator = Generator((type.TakesPureNumbers, piece));
                if (list is null || list.Attribute("population")!.Value != id || list.Attribute("component")!.Value != generator)
                {
                    Lists.Add(list = new XElement(NeuroMLWriter.Space + "inputList", new XAttribute("id", $"inputs_{Lists.Count}"),
                        new XAttribute("population", id), new XAttribute("component", generator)));
                    number = 0;
                }
                list.Add(new XElement(NeuroMLWriter.Space + "input", new XAttribute("id", number++),
                    new XAttribute("target", $"../{id}[{index}]"), new XAttribute("destination", "synapses")));
            }
        }
    }

    /// <summary>A drive of a network in pieces; null for one that generators cannot give.</summary>
    /// <param name="network">The network.</param>
    /// <param name="k">The number of the drive.</param>
    /// <param name="seed">The seed of drawn values.</param>
    public static IEnumerable<Func<int, DrivePiece>>? Pieces(Network network, int k, ulong seed)
    {
        var (population, _, drive) = network.Drives[k];
        return drive.Pieces(population.Size, network.DrawsOf(k, seed));
    }

    private string Generator((bool, DrivePiece) key) =>
        _generators.TryGetValue(key, out string? id) ? id : _generators[key] = names.Take($"drive_{_generators.Count}");

    private static bool IsRamp(DrivePiece p) => p.From != p.To;

    private static XElement Component(string id, DrivePiece p, bool pure)
    {
        string Amplitude(double x) => NumberText.Of(x) + (pure ? "" : " uA");
        string name = (IsRamp(p) ? "rampGenerator" : "pulseGenerator") + (pure ? "DL" : "");
        return new XElement(NeuroMLWriter.Space + name, new XAttribute("id", id), new XAttribute("delay", $"{NumberText.Of(p.Start)} ms"),
            new XAttribute("duration", $"{NumberText.Of(double.IsFinite(p.Duration) ? p.Duration : Ever)} ms"),
            IsRamp(p)
                ? [new XAttribute("startAmplitude", Amplitude(p.From)), new XAttribute("finishAmplitude", Amplitude(p.To)),
                    new XAttribute("baselineAmplitude", Amplitude(0))]
                : (XAttribute[])[new XAttribute("amplitude", Amplitude(p.From))]);
    }
}
