using Connexon.Tables;

namespace Connexon.Cli;

/// <summary>
/// A connectome table as a network: a population for each model that its cells are of, junctions within and between them.
/// </summary>
internal sealed class TableNetwork
{
    private readonly Dictionary<Neuron, TablePopulation> _ofNeurons;

    /// <param name="table">The table.</param>
    /// <param name="populations">The populations: each cell of the table in one.</param>
    /// <param name="weight">The weight of one junction, as it was written.</param>
    public TableNetwork(ConnectomeTable table, IReadOnlyList<TablePopulation> populations, string weight)
    {
        (Table, Populations) = (table, populations);
        _ofNeurons = populations.ToDictionary(p => p.Neurons);
        Network = new Network([.. populations.Select(p => p.Neurons), .. Junctions(weight)]);
    }

    public ConnectomeTable Table { get; }

    public IReadOnlyList<TablePopulation> Populations { get; }

    public Network Network { get; }

    /// <summary>What the neurons are, for people: "HH", "HH (20), LIF (4)".</summary>
    public string Models => Populations is [var only] ? only.Neurons.Model.Name
        : string.Join(", ", Populations.Select(p => $"{p.Neurons.Model.Name} ({p.Cells.Length})"));

    /// <summary>The cell that a neuron is.</summary>
    public string NameOf(Neuron neurons, int index) => _ofNeurons[neurons].Cells[index];

    /// <summary>What a file about a population is called: "V.csv", or "HH.V.csv" where there are others.</summary>
    public string FileOf(TablePopulation population) =>
        (Populations.Count == 1 ? "" : $"{Network.LabelOf(population.Neurons)}.") + $"{population.First.Name}.csv";

    private IEnumerable<GapJunction> Junctions(string weight)
    {
        for (int p = 0; p < Populations.Count; p++)
            for (int q = p; q < Populations.Count; q++)
            {
                var (pre, post) = (Populations[p], Populations[q]);
                TableBlock block = Table.Between(pre.Cells, post.Cells);
                if (block.Count.Length == 0 && Populations.Count > 1) continue;
                if (pre.Weight != post.Weight)
                    throw new FormatException(
                        $"'{pre.Cells[block.PreIds[0]]}' ({pre.Neurons.Model.Name}) and '{post.Cells[block.PostIds[0]]}' "
                        + $"({post.Neurons.Model.Name}) are joined, but a junction weighs {pre.Weight} at the one and {post.Weight} at the "
                        + "other: choose models of one scale, see 'connexon models'.");
                yield return new SymmetryGapJunction((pre.Neurons, post.Neurons), (pre.First.Name, post.First.Name), Connect.Table(block),
                    block.Weights(Quantities.Parse("--weight", weight, pre.Weight)), ParamType.Fixed);
            }
    }
}
