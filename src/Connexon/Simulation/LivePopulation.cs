using Connexon.Compilation;

namespace Connexon;

/// <summary>A population in a loop of the user's own: its states, and the junction currents that wait for its next step.</summary>
internal sealed class LivePopulation : ILiveStates
{
    private readonly Neuron _neurons;
    private readonly ulong _seed;
    private readonly Group _group;
    private readonly PinnedArray _input;
    private readonly PinnedArray _scratch;
    private readonly Dictionary<(LiveJunction, bool ToPost), (double[] Currents, bool Fresh)> _waiting = [];
    private (Drive Drive, DriveSource Source)? _drive;
    private long _step;

    public LivePopulation(Neuron neurons, int? batchSize, Time dt, ulong seed)
    {
        (_neurons, _seed, Dt) = (neurons, seed, dt.Value);
        string[] problems =
        [
            .. new Network(neurons).Check(),
            .. new RunSettings(0 * dt, dt, Method.ExponentialEuler, seed, Batch: batchSize ?? 1).Problems(),
        ];
        if (problems.Length > 0) throw new NetworkException(problems);
        var plan = new GroupPlan([neurons]);
        Members = batchSize ?? 1;
        int elements = Group.Padded(neurons.Size) * Members;
        _input = new PinnedArray(elements);
        _group = new Group(plan, Members, s => s.Kind == SymbolKind.Input ? _input : null);
        _group.Prepare(Method.ExponentialEuler.Plan(plan.Model), Dt, VectorWidth.Widest);
        _scratch = new PinnedArray(_group.ScratchLength);
        Reset();
    }

    public int Members { get; }

    public double Dt { get; }

    /// <summary>Back to the start: states, clock, and nothing waits.</summary>
    public void Reset()
    {
        InitialStates.Fill(_group, _seed, 0, n => n.DisplayName);
        _waiting.Clear();
        _drive = null;
        _step = 0;
    }

    public double Get(Symbol state, int member, int neuron) => _group.Array(state)[Element(member, neuron)];

    public void Set(Symbol state, int member, int neuron, double value) => _group.Array(state)[Element(member, neuron)] = value;

    /// <summary>A state as it stands: element neuron * members + member.</summary>
    public ReadOnlySpan<double> Values(Symbol state) => _group.Array(state);

    /// <summary>Junction currents for the next step. The same junction again replaces what it said before.</summary>
    public void Await(LiveJunction junction, bool toPost, double[] currents) => _waiting[(junction, toPost)] = (currents, true);

    public Spikes Step(Drive drive)
    {
        Source(drive).Advance(_step * Dt, _step);
        _input.Span.Clear();
        _drive!.Value.Source.Add(_input.Span, 0, _neurons.Size * Members);
        foreach (var key in _waiting.Keys)
        {
            var (currents, fresh) = _waiting[key];
            if (!fresh) continue;
            for (int i = 0; i < currents.Length; i++) _input.Span[i] += currents[i];
            _waiting[key] = (currents, false);
        }
        _group.SetTime(_step * Dt);
        for (int stage = 0; stage < _group.Kernels.Stages.Count; stage++) _group.Run(stage, _scratch.Address, 0, _group.Elements);
        _step++;
        return new Spikes(_group, _neurons.Size);
    }

    private DriveSource Source(Drive drive)
    {
        if (_drive is { } known && ReferenceEquals(known.Drive, drive)) return known.Source;
        if (_neurons.Model.Input is not { } input) throw new ArgumentException($"{_neurons} is driven, but its model has no input.");
        if (drive.Problem($"{_neurons}", input.Dimension, _neurons.Size) is { } problem) throw new ArgumentException(problem);
        var random = new CounterRandom(_seed, CounterRandom.Stream($"{_neurons.DisplayName}.drive 0"));
        _drive = (drive, drive.Prepare(new DriveContext(_neurons.Size, Members, 0, Dt, random)));
        return _drive.Value.Source;
    }

    private int Element(int member, int neuron) =>
        (uint)neuron < (uint)_neurons.Size && (uint)member < (uint)Members
            ? neuron * Members + member
            : throw new ArgumentOutOfRangeException(
                nameof(neuron), $"Neuron {neuron}, member {member}: {_neurons} has neurons 0..{_neurons.Size - 1} and members 0..{Members - 1}.");
}
