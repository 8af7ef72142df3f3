using System.CommandLine;
using System.Text.Json.Nodes;
using Connexon.Tables;

namespace Connexon.Cli;

/// <summary>connexon info: what is in a table or a LEMS file, and what a run would make of it.</summary>
internal static class InfoCommand
{
    public static Command Create()
    {
        var table = new TableArguments();
        var network = new NetworkArguments();
        var json = new Option<bool>("--json") { Description = "Print the summary as JSON." };
        var command = new Command("info", """
            Says what is in a connectome table: cells, pairs, junctions, components, spectrum, how hard its junctions couple, and what a run would do about them.
            Of a LEMS or NeuroML file: what was read, merged and dropped, what it asks for, and how hard its junctions couple.

            Examples:
              connexon info connectome.xlsx
              connexon info connectome.csv --listing each-pair-once --weight 0.5nS --json
              connexon info connectome.csv --dt 0.1ms --method fast --solver chebyshev
              connexon info LEMS_network.xml
            """);
        table.AddTo(command);
        network.AddTo(command);
        command.Add(json);
        command.SetAction(parsed => LemsArguments.Reads(table.Path(parsed))
            ? LemsInfo.Show(table.Path(parsed), network, parsed, parsed.GetValue(json))
            : Show(parsed, table, network, parsed.GetValue(json)));
        return command;
    }

    private static int Show(ParseResult parsed, TableArguments arguments, NetworkArguments networkArguments, bool json)
    {
        ConnectomeTable table = arguments.Read(parsed);
        Time dt = networkArguments.Dt(parsed);
        var (neurons, gap) = networkArguments.Build(parsed, table);
        Method method = networkArguments.Method(parsed, Method.Default);
        CouplingStrength coupling = new Network(neurons, gap).Coupling(dt, method, networkArguments.Solver(parsed));
        var graph = new ConnectomeGraph(table);

        var summary = new SummaryTable();
        summary.Add("file", "file", arguments.Path(parsed));
        TableSummary.AddTo(summary, table, graph);
        summary.Add("mean_degree", "mean degree", graph.MeanDegree, $"{graph.MeanDegree:F2}");
        summary.Add("hubs", "hubs", new JsonObject(graph.Hubs(6).Select(h => KeyValuePair.Create(h.Cell, (JsonNode?)h.Partners))),
            string.Join(", ", graph.Hubs(6).Select(h => $"{h.Cell} {h.Partners}")));
        if (graph.Spectrum is { } spectrum)
        {
            summary.Add("lambda_2", "lambda_2", spectrum.Lambda2, $"{spectrum.Lambda2:F6}  (largest component, Laplacian weighted by junctions)");
            summary.Add("lambda_max", "lambda_max", spectrum.LambdaMax, $"{spectrum.LambdaMax:F6}");
            summary.Add("trace", "trace", spectrum.Trace);
        }
        summary.Add("neuron", "neuron", neurons.Model.Name, $"{neurons.Model.Name}, {networkArguments.Weight(parsed)} per junction");
        summary.Add("method", "method", method.Name, $"{method}: {method.Summary}");
        CouplingSummary.AddTo(summary, coupling, dt);
        summary.Print(json);
        return CommandLine.Success;
    }
}
