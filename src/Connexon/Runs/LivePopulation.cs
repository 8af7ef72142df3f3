namespace Connexon;

/// <summary>
/// A population in a loop of the user's own: a session of it alone, and the junction currents that wait for its next step.
/// </summary>
internal sealed class LivePopulation : ILiveStates
{
    private readonly Neuron _neurons;
    private readonly Dictionary<(LiveJunction, bool ToPost), (InputPort To, double[] Currents, bool Fresh)> _waiting = [];
    private readonly Session _session;
    private (Drive Drive, DriveSource Source)? _drive;

    public LivePopulation(Neuron neurons, int? batchSize, Time dt, ulong seed)
    {
        (_neurons, Seed, Dt, Members) = (neurons, seed, dt.Value, batchSize ?? 1);
        _session = new Network(neurons).Start(dt, Method.ExponentialEuler, seed, Members);
    }

    public ulong Seed { get; }

    public int Members { get; }

    public double Dt { get; }

    /// <summary>Back to the start: states, clock, and nothing waits.</summary>
    public void Reset()
    {
        _session.Reset();
        _waiting.Clear();
        _drive = null;
    }

    public double Get(Symbol state, int member, int neuron) => Values(state)[Element(member, neuron)];

    public void Set(Symbol state, int member, int neuron, double value) =>
        _session.State.Values(_neurons, state)[Element(member, neuron)] = value;

    /// <summary>A state as it stands: element neuron * members + member.</summary>
    public ReadOnlySpan<double> Values(Symbol state) => _session.State.Values(_neurons, state);

    /// <summary>Junction currents for the next step. The same junction again replaces what it said before.</summary>
    public void Await(LiveJunction junction, bool toPost, InputPort to, double[] currents) =>
        _waiting[(junction, toPost)] = (to, currents, true);

    public Spikes Step(Drive drive)
    {
        Source(drive).Advance(_session.Time.Value, _session.Steps);
        Span<double> input = _session.State.Nodes.Inputs.Span;
        input.Clear();
        _drive!.Value.Source.Add(input[Place(_neurons.Model.Input!)..], 0, _neurons.Size * Members);
        foreach (var key in _waiting.Keys)
        {
            var (to, currents, fresh) = _waiting[key];
            if (!fresh) continue;
            Span<double> there = input[Place(to.Symbol)..];
            for (int i = 0; i < currents.Length; i++) there[i] += currents[i];
            _waiting[key] = (to, currents, false);
        }
        _session.Step();
        return _session.Spikes(_neurons);
    }

    private int Place(Symbol input) => _session.State.Layout.FirstInput(_neurons, input) * Members;

    private DriveSource Source(Drive drive)
    {
        if (_drive is { } known && ReferenceEquals(known.Drive, drive)) return known.Source;
        if (_neurons.Model.Input is not { } input) throw new ArgumentException($"{_neurons} is driven, but its model has no input.");
        if (drive.Problem($"{_neurons}", input.Dimension, _neurons.Size) is { } problem) throw new ArgumentException(problem);
        var random = new CounterRandom(Seed, CounterRandom.Stream($"{_neurons.DisplayName}.drive 0"));
        _drive = (drive, drive.Prepare(new DriveContext(_neurons.Size, Members, 0, Dt, random)));
        return _drive.Value.Source;
    }

    private int Element(int member, int neuron) =>
        (uint)neuron < (uint)_neurons.Size && (uint)member < (uint)Members
            ? neuron * Members + member
            : throw new ArgumentOutOfRangeException(
                nameof(neuron),
                $"Neuron {neuron}, member {member}: {_neurons} has neurons 0..{_neurons.Size - 1} and members 0..{Members - 1}.");
}
