using System.Xml.Linq;

namespace Connexon.NeuroML;

/// <summary>
/// The junctions of a file: one gapJunction for each conductance that occurs, one connection for each junction, in the order in which they
/// are listed. A projection ends where the next junction joins other populations.
/// </summary>
internal sealed class WrittenJunctions(WrittenCells cells, Names names)
{
    private readonly Dictionary<double, string> _byConductance = [];

    /// <summary>The projections.</summary>
    public List<XElement> Projections { get; } = [];

    /// <summary>The components.</summary>
    public IEnumerable<XElement> Components => _byConductance.Select(g =>
        new XElement(NeuroMLWriter.Space + "gapJunction",
            new XAttribute("id", g.Value), new XAttribute("conductance", $"{NumberText.Of(g.Key)} mS")));

    /// <summary>What a junction object has that NeuroML's gap junctions have not.</summary>
    /// <param name="j">The junctions.</param>
    /// <param name="typeOf">The types of populations.</param>
    public static IEnumerable<string> Problems(GapJunction j, Func<Neuron, WrittenType> typeOf)
    {
        if (j is AsymmetryGapJunction)
            yield return $"The {j} have a weight for each direction; NeuroML's gapJunction has one conductance for both.";
        foreach (State s in new[] { j.PreState, j.PostState }.DistinctBy(s => (s.Neurons.Model.Name, s.Name)))
            if (s.Dimension != Dimension.Voltage)
                yield return $"The {j} join {s}, which is {s.Dimension}; NeuroML's gapJunction joins voltages.";
            else if (s.Variable.Symbol != typeOf(s.Neurons).Coupled)
                yield return $"The {j} join {s}, but NeuroML's gapJunction joins membrane potentials, "
                    + $"which here is {typeOf(s.Neurons).Coupled}.";
    }

    /// <summary>Adds a junction object.</summary>
    /// <param name="j">The junctions.</param>
    /// <param name="weights">The weight of each.</param>
    public void Add(GapJunction j, double[] weights)
    {
        XElement? projection = null;
        for (int k = 0; k < j.Count; k++)
        {
            var (pre, preIndex, _) = cells.Place(j.Pre, j.PreIds[k]);
            var (post, postIndex, _) = cells.Place(j.Post, j.PostIds[k]);
            if (projection is null
                || projection.Attribute("presynapticPopulation")!.Value != pre
                || projection.Attribute("postsynapticPopulation")!.Value != post)
            {
                Projections.Add(projection = new XElement(NeuroMLWriter.Space + "electricalProjection",
                    new XAttribute("id", $"junctions_{Projections.Count}"),
                    new XAttribute("presynapticPopulation", pre), new XAttribute("postsynapticPopulation", post)));
            }
            projection.Add(new XElement(NeuroMLWriter.Space + "electricalConnection", new XAttribute("id", k),
                new XAttribute("preCell", preIndex), new XAttribute("postCell", postIndex),
                new XAttribute("synapse", ComponentOf(weights[k]))));
        }
    }

    private string ComponentOf(double conductance) =>
        _byConductance.TryGetValue(conductance, out string? id)
            ? id
            : _byConductance[conductance] = names.Take($"gap_{_byConductance.Count}");
}
