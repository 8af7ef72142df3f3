namespace Connexon;

/// <summary>Steps a network once at a time on the calling thread.</summary>
internal sealed class Stepper
{
    private readonly Network _network;
    private readonly RunSettings _settings;
    private readonly Assembly _assembly;
    private readonly SpikeCollector[] _collectors;
    private readonly RunChanges _changes;
    private Engine _engine = null!;
    private Worker _worker = null!;

    public Stepper(Network network, RunSettings settings, Assembly assembly, SpikeCollector[] collectors, RunChanges changes)
    {
        (_network, _settings, _assembly, _collectors, _changes) = (network, settings, assembly, collectors, changes);
        Reset();
    }

    /// <summary>The clock at the start, the states as they are.</summary>
    public void Reset()
    {
        foreach (SpikeCollector c in _collectors) c.BeginStep(forget: true);
        _engine = new Engine(_assembly, _settings, [], _collectors, null, CancellationToken.None, stepByStep: true);
        _worker = _engine.Begin()[0];
    }

    public void Step(long step)
    {
        _changes.Update(step);
        foreach (SpikeCollector c in _collectors) c.BeginStep(forget: true);
        _engine.Take(_worker, step);
        if (_engine.Diverged) throw Divergence.Find(_network, _assembly, _settings, step + 1, null);
    }
}
