namespace Connexon.NeuroML;

/// <summary>Runs the LEMS files of model-validation tests, each once, and compares what they wrote with what was published.</summary>
/// <param name="run">What runs a LEMS file.</param>
/// <param name="scratch">An empty folder for the output files.</param>
/// <param name="least">The least tolerance; a test's own counts where it is larger.</param>
/// <param name="euler">What runs it by forward Euler at its own step, where a comparison fails; null for nothing.</param>
internal sealed class Checker(FileRun run, string scratch, double least = 0, FileRun? euler = null)
{
    // What NEURON itself gave: the published numbers are its own, with tolerance 0.
    private static readonly string[] References = ["jNeuroML_NEURON", "NEURON", "jNeuroML_NetPyNE", "NetPyNE"];
    private readonly Dictionary<(string Target, FileRun By), (string Folder, string? Problem)> _runs = [];
    private readonly List<string> _notes = [];

    /// <summary>What the runs had to say.</summary>
    public IReadOnlyList<string> Notes => _notes;

    public IEnumerable<CheckResult> Check(ModelTest test)
    {
        string? cannot =
            References.Contains(test.Engine)
                ? $"engine {test.Engine}: the published numbers are its own, its tolerances hold for itself alone"
            : test.Engine.EndsWith("_validate", StringComparison.Ordinal)
                ? $"engine {test.Engine}: validation against the schema is not supported"
            : null;
        if (test.Experiments.Count == 0) return [Runs(test, cannot)];
        return test.Experiments.Select(e => Compared(test, e, cannot));
    }

    private CheckResult Runs(ModelTest test, string? cannot)
    {
        string? problem = cannot ?? Outcome(test, run).Problem;
        CheckVerdict verdict = cannot is not null ? CheckVerdict.NotChecked : problem is null ? CheckVerdict.Pass : CheckVerdict.Fail;
        return new(test.Path, null, "runs", [], [], double.NaN, double.NaN, verdict, problem) { Engine = test.Engine };
    }

    private CheckResult Compared(ModelTest test, Experiment e, string? cannot)
    {
        double tolerance = Math.Max(least, e.Tolerance);
        if ((cannot ?? e.Unsupported) is { } why) return Ends(CheckVerdict.NotChecked, new Measured([], double.NaN, why), null);
        Measured measured = Measure(test, e, tolerance, run);
        if (measured.Problem is null) return Ends(CheckVerdict.Pass, measured, null);
        return Ends(CheckVerdict.Fail, measured, euler is null ? null : Measure(test, e, tolerance, euler));

        CheckResult Ends(CheckVerdict verdict, Measured m, Measured? byEuler) =>
            new(test.Path, e.Name, e.Observable, e.Expected, m.Found, m.Difference, tolerance, verdict, m.Problem)
            {
                Engine = test.Engine,
                ByEuler = byEuler,
            };
    }

    private Measured Measure(ModelTest test, Experiment e, double tolerance, FileRun by)
    {
        static Measured None(string problem) => new([], double.NaN, problem);
        var (folder, failed) = Outcome(test, by);
        if (failed is not null) return None(failed);
        string relative = Path.GetRelativePath(Path.GetDirectoryName(test.Target)!, e.Source!.Path);
        string file = OutputPlaces.Within(folder, relative);
        if (!File.Exists(file)) return None($"the run wrote no '{relative}'");
        try
        {
            IReadOnlyList<double> found = Found(e, file);
            var (difference, problem) = Comparison.Of(e.Expected, found, tolerance);
            return new Measured(found, difference, problem);
        }
        catch (NeuroMLException x)
        {
            return None(x.Message);
        }
    }

    private static IReadOnlyList<double> Found(Experiment e, string file)
    {
        if (e.Source is TraceSource { Detection: null } resting)
            return [OutputRows.Trace(file, resting).TakeLast(resting.Last).Select(r => r.Value).DefaultIfEmpty(double.NaN).Average()];
        List<IReadOnlyList<double>> trains = e.Source is TraceSource trace
            ? [trace.Detection!.Spikes(OutputRows.Trace(file, trace))]
            : [.. OutputRows.Spikes(file, (SpikeSource)e.Source!).Values];
        if (e.Observable == "spike rate") return [trains.Select(Detection.Rate).DefaultIfEmpty(0).Average()];
        return trains.Count <= 1 ? trains.FirstOrDefault() ?? []
            : throw new NeuroMLException(new Place(file, 1), $"spike times of one id are needed, but {trains.Count} ids have spikes");
    }

    // A target is run once, however many tests name it.
    private (string Folder, string? Problem) Outcome(ModelTest test, FileRun by)
    {
        if (_runs.TryGetValue((test.Target, by), out var known)) return known;
        string folder = Path.Combine(scratch, $"{_runs.Count}");
        Directory.CreateDirectory(folder);
        string? problem = null;
        try
        {
            IEnumerable<string> said = by(test.Target, folder).Select(n => $"{Path.GetFileName(test.Target)}: {n}");
            _notes.AddRange(said.Except(_notes));
        }
        catch (Exception e)
            when (e is NeuroMLException or DivergenceException or IOException
                or UnauthorizedAccessException or ArgumentException)
        {
            problem = e.Message;
        }
        return _runs[(test.Target, by)] = (folder, problem);
    }
}
