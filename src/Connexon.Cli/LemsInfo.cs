using System.CommandLine;
using Connexon.NeuroML;

namespace Connexon.Cli;

/// <summary>connexon info of a LEMS or NeuroML file: what was read, merged and dropped, and what a run would do.</summary>
internal static class LemsInfo
{
    public static int Show(string path, NetworkArguments networks, ParseResult parsed, bool json)
    {
        NeuroMLFile file = NeuroMLFile.Read(path);
        var summary = new SummaryTable();
        summary.Add("file", "file", path);
        LemsSummary.AddTo(summary, file.Report, all: true);
        if (!file.HasNetwork)
        {
            summary.Add("network", "network", false, "none: a run needs one");
            summary.Print(json);
            return CommandLine.Success;
        }
        Time? step = networks.DtIfGiven(parsed) ?? file.Step;
        if (file.Length is { } length) summary.Add("length_ms", "length", length.Value, $"{length}");
        foreach (string output in file.OutputPaths) summary.Add(null, "output", null, output);
        if (step is { } dt)
        {
            Method method = networks.Method(parsed, LemsOptions.DefaultMethod);
            summary.Add("method", "method", method.Name, $"{method}: {method.Summary}");
            CouplingSummary.AddTo(summary, file.Coupling(dt, method, networks.Solver(parsed)), dt);
        }
        else summary.Add(null, "step", null, "none: the file has no <Simulation>; give --dt to see how hard its junctions couple");
        summary.Print(json);
        return CommandLine.Success;
    }
}
