namespace Connexon;

/// <summary>Steps a network once at a time on the calling thread.</summary>
internal sealed class Stepper
{
    private readonly NetworkState _state;
    private readonly Spiking _spiking;
    private readonly RunChanges _changes;
    private Engine _engine = null!;
    private Step _step = null!;

    public Stepper(NetworkState state, Spiking spiking, RunChanges changes)
    {
        (_state, _spiking, _changes) = (state, spiking, changes);
        Reset();
    }

    /// <summary>The clock at the start, the states as they are.</summary>
    public void Reset()
    {
        _spiking.BeginStep(forget: true);
        _engine = new Engine(_state, [], _spiking, null, CancellationToken.None, stepByStep: true);
        _step = _engine.Begin()[0];
    }

    public void Step(long step)
    {
        _changes.Update(step);
        _spiking.BeginStep(forget: true);
        _engine.Take(_step, step);
        if (_engine.Diverged) throw Divergence.Find(_state, _spiking, step + 1, null);
    }
}
