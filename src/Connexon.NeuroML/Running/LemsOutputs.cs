namespace Connexon.NeuroML;

/// <summary>The text files that a simulation asks for.</summary>
internal sealed class LemsOutputs : IDisposable
{
    private readonly List<string> _files = [];

    public LemsOutputs(LemsSimulation simulation, LemsOptions options)
    {
        foreach (OutputFile o in simulation.Outputs)
        {
            string path = Path.Combine(options.Folder ?? ".", o.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            simulation.Record(o.Path, [.. o.Columns.Select(c => c.Recording)], () => new TextSink(path));
            _files.Add(path);
        }
    }

    public IReadOnlyList<string> Notes => [];

    public IReadOnlyList<string> Complete(Run run) => _files;

    public void Dispose()
    {
    }
}
