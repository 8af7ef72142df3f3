using YamlDotNet.RepresentationModel;

namespace Connexon.NeuroML;

/// <summary>Reads a .omt file and the .mep file that it names.</summary>
internal static class ModelTestReader
{
    private const double UsualTolerance = 0.1;

    public static ModelTest Read(string path)
    {
        path = Path.GetFullPath(path);
        var omt = new YamlFile(path);
        string target = Path.GetFullPath(omt.RequiredWord(omt.Root, "target"), Path.GetDirectoryName(path)!);
        string engine = omt.RequiredWord(omt.Root, "engine");
        return new ModelTest(path, target, engine, YamlFile.Word(omt.Root, "mep") is { } mep ? Experiments(omt, path, mep) : []);
    }

    private static List<Experiment> Experiments(YamlFile omt, string path, string mepName)
    {
        string folder = Path.GetDirectoryName(path)!;
        var mep = new YamlFile(Path.GetFullPath(mepName, folder));
        YamlMappingNode published = mep.RequiredMap(mep.Root, "experiments");
        var experiments = new List<Experiment>();
        foreach (var (name, node) in omt.RequiredMap(omt.Root, "experiments").Children)
        {
            if (YamlFile.Find(published, $"{name}") is not { } there) throw omt.Wrong(name, $"experiment '{name}' is not in {mepName}");
            YamlMappingNode expected = mep.RequiredMap(there, "expected");
            foreach (var (kind, value) in omt.RequiredMap(node, "observables").Children)
            {
                if (YamlFile.Find(expected, $"{kind}") is not { } numbers)
                    throw omt.Wrong(kind, $"'{kind}' of experiment '{name}' is not expected in {mepName}");
                experiments.Add(Experiment(omt, mep, folder, $"{name}", $"{kind}", value, numbers));
            }
        }
        return experiments.Count > 0 ? experiments : throw omt.Wrong(omt.Root, "there is a 'mep:', but no experiment to compare with it");
    }

    private static Experiment Experiment(
        YamlFile omt, YamlFile mep, string folder, string name, string kind, YamlNode observable, YamlNode expected)
    {
        Experiment Cannot(string why) => new(name, kind, null, [], double.NaN, why);
        if (kind is not ("spike times" or "spike rate" or "resting"))
            return Cannot($"'{kind}' is not supported: spike times, spike rate and resting are");
        if (observable is not YamlMappingNode map) return Cannot("no file is named");
        if (expected is YamlMappingNode) return Cannot("an expectation from a file is not supported: numbers are");
        string? unknown = map.Children.Keys.Select(k => $"{k}")
            .Except(["file", "spiketimes file", "spike detection", "tolerance", "average last"]).FirstOrDefault();
        if (unknown is not null) return Cannot($"'{unknown}' is not supported");

        double tolerance = YamlFile.Find(map, "tolerance") is { } t ? omt.Number(t) : UsualTolerance;
        if (YamlFile.Find(map, "spiketimes file") is YamlMappingNode spikes && kind != "resting")
            return new(name, kind, Spikes(omt, folder, spikes), mep.Numbers(expected), tolerance);
        if (YamlFile.Find(map, "file") is not YamlMappingNode file) return Cannot("no file is named");
        var detection = YamlFile.Find(map, "spike detection") as YamlMappingNode;
        string method = detection is null ? "threshold" : YamlFile.Word(detection, "method") ?? "threshold";
        if (kind != "resting" && detection is null) return Cannot("a file without spike detection is not supported");
        if (method is not ("threshold" or "derivative"))
            return Cannot($"spike detection by '{method}' is not supported: threshold and derivative are");

        double threshold = detection is not null && YamlFile.Find(detection, "threshold") is { } level ? omt.Number(level) : 0;
        var found = kind == "resting" ? null : new Detection(method == "threshold" ? threshold : null);
        int last = YamlFile.Find(map, "average last") is { } window ? Math.Max(1, (int)omt.Number(window)) : 1;
        return new(name, kind, Trace(omt, folder, file, found, last), mep.Numbers(expected), tolerance);
    }

    private static TraceSource Trace(YamlFile omt, string folder, YamlMappingNode file, Detection? detection, int last)
    {
        double[] columns = YamlFile.Find(file, "columns") is { } c ? omt.Numbers(c) : [0, 1];
        if (columns.Length != 2 || columns.Any(x => x < 0 || x != Math.Floor(x)))
            throw omt.Wrong(file, "'columns:' has two column numbers, [0, 1]");
        double[] scaling = YamlFile.Find(file, "scaling") is { } s ? omt.Numbers(s) : [1];
        if (scaling.Length is not (1 or 2)) throw omt.Wrong(file, "'scaling:' has one or two numbers, [1000, 1000]");
        int header = YamlFile.Find(file, "header") is { } h ? (int)omt.Number(h) : 0;
        return new(Output(omt, folder, file), ((int)columns[0], (int)columns[1]), header, (scaling[0], scaling[^1]), detection, last);
    }

    private static SpikeSource Spikes(YamlFile omt, string folder, YamlMappingNode file)
    {
        string format = YamlFile.Word(file, "format") ?? "ID_TIME";
        if (format is not ("ID_TIME" or "TIME_ID")) throw omt.Wrong(file, $"'format: {format}': ID_TIME or TIME_ID is needed");
        string id = YamlFile.Word(file, "ids") ?? YamlFile.Word(file, "id") ?? "0";
        return new(
            Output(omt, folder, file), format == "TIME_ID", id == "*" ? null : id,
            YamlFile.Find(file, "scaling") is { } s ? omt.Number(s) : 1);
    }

    private static string Output(YamlFile omt, string folder, YamlMappingNode file) =>
        Path.GetFullPath(omt.RequiredWord(file, "path"), folder);
}
