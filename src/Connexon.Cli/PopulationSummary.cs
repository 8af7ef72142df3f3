using System.Text.Json.Nodes;

namespace Connexon.Cli;

/// <summary>The rows of a summary that say what cells did: of all, and of each model where there are several.</summary>
internal static class PopulationSummary
{
    public static void AddTo(SummaryTable summary, TableNetwork network, Run run)
    {
        double seconds = run.Duration.Value * 1e-3;
        double Rate(int spikes, int cells) => seconds > 0 ? spikes / (cells * seconds) : 0;
        int all = network.Populations.Sum(p => run.Spikes(p.Neurons).Count);
        double rate = Rate(all, network.Table.Names.Count);
        summary.Add("spikes", "spikes", all, $"{all}, {rate:F1} Hz per cell");
        summary.Add("rate_Hz", null, rate);
        if (network.Populations is [var only])
        {
            double chi = Chi(run, only);
            summary.Add("synchrony", "synchrony chi", SummaryTable.Number(chi), Text(chi));
            return;
        }
        var each = new JsonArray();
        foreach (TablePopulation p in network.Populations)
        {
            string name = network.Network.LabelOf(p.Neurons);
            int spikes = run.Spikes(p.Neurons).Count;
            double own = Rate(spikes, p.Cells.Length), chi = Chi(run, p);
            summary.Add(null, name, null, $"{p.Cells.Length} cells, {spikes} spikes, {own:F1} Hz per cell, synchrony chi {Text(chi)}");
            each.Add((JsonNode)new JsonObject
            {
                ["name"] = name,
                ["model"] = p.Neurons.Model.Name,
                ["cells"] = p.Cells.Length,
                ["spikes"] = spikes,
                ["rate_Hz"] = own,
                ["synchrony"] = SummaryTable.Number(chi),
            });
        }
        summary.Add("populations", null, each);
    }

    private static double Chi(Run run, TablePopulation population) => Synchrony.Chi(run[population.First], 0.5 * run.Duration);

    private static string Text(double chi) =>
        double.IsNaN(chi) ? "undefined: nothing moves" : $"{chi:F3} (second half; 1: all cells as one)";
}
