using System.CommandLine;

namespace Connexon.Cli;

/// <summary>connexon info: what is in a table or a LEMS file, and what a run would make of it.</summary>
internal static class InfoCommand
{
    private const string About =
        "Says what is in a connectome table: cells, pairs, junctions, components, spectrum, "
        + "how hard its junctions couple, and what a run would do about them.";

    public static Command Create()
    {
        var (table, lems, network) = (new TableKind(), new LemsKind(), new NetworkArguments());
        var files = new FileKinds(lems, table);
        var json = new Option<bool>("--json") { Description = "Print the summary as JSON." };
        var command = new Command("info", $"""
            {About}
            Of a LEMS or NeuroML file: what was read, merged and dropped, what it asks for, and how hard its junctions couple.

            Examples:
              connexon info connectome.xlsx
              connexon info connectome.csv --listing each-pair-once --weight 0.5nS --json
              connexon info connectome.csv --dt 0.1ms --method fast --solver chebyshev
              connexon info LEMS_network.xml
            """);
        files.AddTo(command);
        table.AddTo(command);
        table.AddInfoTo(command);
        network.AddTo(command);
        command.Add(json);
        command.SetAction(parsed => Show(parsed, files, network).Print(parsed.GetValue(json)));
        return command;
    }

    private static SummaryTable Show(ParseResult parsed, FileKinds files, NetworkArguments network)
    {
        OpenFile file = files.Open(parsed);
        var summary = new SummaryTable();
        summary.Add("file", "file", files.Path(parsed));
        file.AddTo(summary);
        if (!file.HasNetwork)
        {
            summary.Add("network", "network", false, "none: a run needs one");
            return summary;
        }
        RunDefaults defaults = file.Described.Defaults;
        if ((network.Dt(parsed) ?? defaults.Dt) is not { } dt)
        {
            summary.Add(null, "step", null, "none: the file has no <Simulation>; give --dt to see how hard its junctions couple");
            return summary;
        }
        Method method = network.Method(parsed) ?? defaults.Method;
        CouplingStrength coupling = file.Described.Network.Coupling(dt, method, network.Solver(parsed), defaults.Parameters);
        summary.Add("method", "method", method.Name, $"{method}: {method.Summary}");
        CouplingSummary.AddTo(summary, coupling, dt);
        return summary;
    }
}
