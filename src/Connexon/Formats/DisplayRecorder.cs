namespace Connexon;

/// <summary>Keeps what displays show.</summary>
internal sealed class DisplayRecorder(IReadOnlyList<DisplayRequest> displays, RunSettings settings)
{
    private const double MostNumbers = 8e6;
    private readonly List<(DisplayRequest Display, MemorySink Sink)> _kept = [];

    /// <summary>The network with what they show recorded, as often as fits.</summary>
    /// <param name="network">The network.</param>
    public Network On(Network network)
    {
        double rows = settings.Steps + 1.0;
        int every = (int)Math.Clamp(Math.Ceiling(displays.Sum(d => d.Lines.Count) * rows / MostNumbers), 1, int.MaxValue);
        foreach (DisplayRequest d in displays)
            network = OutputColumn.Record(network, $"display '{d.Id}'", d.Lines, every, _ =>
            {
                var sink = new MemorySink(checked((int)(settings.Steps / every + 1)), d.Lines.Count);
                _kept.Add((d, sink));
                return sink;
            });
        return network;
    }

    /// <summary>What was kept, in the order of the file.</summary>
    public IReadOnlyList<DrawnDisplay> Displays => [.. _kept.Select(k => Drawn(k.Display, k.Sink))];

    private static DrawnDisplay Drawn(DisplayRequest d, MemorySink sink)
    {
        double[] times = sink.Times.ToArray();
        ReadOnlySpan<double> values = sink.Values.Span;
        var lines = new List<(string, double[])>();
        for (int k = 0; k < d.Lines.Count; k++)
        {
            var line = new double[times.Length];
            for (int i = 0; i < line.Length; i++) line[i] = values[i * d.Lines.Count + k];
            lines.Add((d.Lines[k].Name, line));
        }
        return new DrawnDisplay(d.Title, times, lines, d.Unit);
    }
}
