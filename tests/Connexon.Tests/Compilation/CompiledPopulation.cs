using Connexon.Compilation;

namespace Connexon.Tests.Compilation;

/// <summary>Steps uncoupled neurons by the kernels of one vector width, as a run does.</summary>
internal sealed class CompiledPopulation
{
    private readonly Neuron _population;
    private readonly NetworkState _state;
    private readonly Share _share;
    private readonly int _stages;
    private long _step;

    public CompiledPopulation(Neuron population, Method method, double dt, VectorWidth width, Func<int, double> input)
    {
        (_population, _stages) = (population, method.Skeleton(default).Stages.Count);
        var drive = Init.Each(i => new Quantity(input(i), population.Model.Input!.Dimension));
        var network = new Network(population).Drive(population, drive);
        _state = NetworkState.Of(network, new RunSettings(new Time(dt), new Time(dt), method), width);
        foreach (PreparedDrive d in _state.Drives) d.Source.Advance(0, 0);
        _share = new Share(_state, new Team(0, 1, new SpinBarrier(1)));
        _share.SetInputs(Coupling.Input);
    }

    public IEnumerable<bool> Spiked => Enumerable.Range(0, _population.Size).Select(i => _state.Groups[0].Spikes[i]);

    public Span<double> Values(Symbol state) => _state.Values(_population, state);

    public void Step()
    {
        _state.Groups[0].SetTime(_step++ * _state.Dt);
        for (int stage = 0; stage < _stages; stage++) _share.Step(stage, takesInput: true);
    }
}
