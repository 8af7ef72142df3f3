using Connexon.Tables;

namespace Connexon.Cli;

/// <summary>What a table says of the network's shape.</summary>
internal sealed class ConnectomeGraph(ConnectomeTable table)
{
    private readonly WeightedGraph _graph = new WeightedGraph(table.Names.Count, table.A, table.B, table.Count).Merged().Graph;

    public IReadOnlyList<int> ComponentSizes => [.. _graph.Components.Sizes];

    /// <summary>"248 + 3 + 2 + 26 alone".</summary>
    public string ComponentText
    {
        get
        {
            int alone = ComponentSizes.Count(s => s == 1);
            var joined = ComponentSizes.Where(s => s > 1).Select(s => $"{s}");
            return string.Join(" + ", alone > 0 ? joined.Append($"{alone} alone") : joined);
        }
    }

    /// <summary>The cells with most partners.</summary>
    public IEnumerable<(string Cell, int Partners)> Hubs(int count) =>
        _graph.Degrees.Select((d, i) => (Cell: table.Names[i], Partners: d))
            .OrderByDescending(h => h.Partners)
            .ThenBy(h => h.Cell, StringComparer.Ordinal)
            .Where(h => h.Partners > 0).Take(count);

    public double MeanDegree => _graph.Degrees.Average();

    /// <summary>Of the giant component, weighted by numbers of junctions: the two ends of the Laplacian's spectrum and its trace.</summary>
    public (double Lambda2, double LambdaMax, double Trace)? Spectrum
    {
        get
        {
            WeightedGraph giant = _graph.GiantComponent().Graph;
            if (giant.Nodes < 2) return null;
            var spectrum = new LaplacianSpectrum(giant);
            return (spectrum.Smallest(2)[1], spectrum.Largest(1)[0], giant.Strengths.Sum());
        }
    }
}
