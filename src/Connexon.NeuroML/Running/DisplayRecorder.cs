namespace Connexon.NeuroML;

/// <summary>Keeps what the displays of a simulation show.</summary>
internal sealed class DisplayRecorder
{
    private const double MostNumbers = 8e6;
    private readonly List<(Display Display, MemorySink Sink)> _kept = [];

    public DisplayRecorder(LemsSimulation simulation)
    {
        Display[] displays = [.. (simulation.Description?.Displays ?? []).Where(d => d.Lines.Count > 0)];
        double rows = simulation.Settings.Steps + 1.0;
        int every = (int)Math.Clamp(Math.Ceiling(displays.Sum(d => d.Lines.Count) * rows / MostNumbers), 1, int.MaxValue);
        foreach (Display d in displays)
            simulation.Record($"display '{d.Id}'", [.. d.Lines.Select(l => l.Recording)], [.. d.Lines.Select(l => 1 / l.Scale)], every, _ =>
            {
                var sink = new MemorySink(checked((int)(simulation.Settings.Steps / every + 1)), d.Lines.Count);
                _kept.Add((d, sink));
                return sink;
            });
    }

    /// <summary>What was kept, in the order of the file.</summary>
    public IReadOnlyList<DrawnDisplay> Displays => [.. _kept.Select(k => Drawn(k.Display, k.Sink))];

    private static DrawnDisplay Drawn(Display d, MemorySink sink)
    {
        double[] times = sink.Times.ToArray();
        ReadOnlySpan<double> values = sink.Values.Span;
        var lines = new List<(string, double[])>();
        for (int k = 0; k < d.Lines.Count; k++)
        {
            var line = new double[times.Length];
            for (int i = 0; i < line.Length; i++) line[i] = values[i * d.Lines.Count + k];
            lines.Add((d.Lines[k].Id, line));
        }
        return new DrawnDisplay(d.Title, times, lines, Unit(d));
    }

    // The lines' scale is the unit of their dimension: 1 mV.
    private static string Unit(Display d) =>
        d.Lines.All(l => l.Scale == 1 && l.Recording.Dimension == d.Lines[0].Recording.Dimension) ? d.Lines[0].Recording.Dimension.Unit : "";
}
