namespace Connexon;

public sealed partial class Run
{
    /// <summary>What was run and how, what it left: a line each for spikes, recordings and warnings.</summary>
    public override string ToString()
    {
        string batch = Members > 1 ? $", {Members} members" : "";
        string stopped = IsComplete ? "" : $", stopped before {Settings.Duration}";
        List<string> lines =
        [
            $"{Duration} of {Network} by {Settings.Method}, dt = {Settings.Dt}{batch}{stopped}, in {Elapsed.TotalSeconds:0.###} s",
            .. _spikes.Where(s => s.Count > 0).Select(s => $"{s}"),
            .. _recorders.Select(r => r.Sink is MemorySink ? $"{TraceOf(r)}" : $"{r.Request.What} in {r.Request.File ?? "a file"}"),
        ];
        if (LargestError is { } error) lines.Add($"largest error of a step: {error}");
        lines.AddRange(Warnings.Select(w => $"warning: {w}"));
        return string.Join(Environment.NewLine, lines);
    }
}
