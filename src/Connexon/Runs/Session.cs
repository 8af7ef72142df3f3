namespace Connexon;

/// <summary>
/// A network on its way, step by step: its time, states, spikes and parameters. <c>network.Start(dt)</c> makes one to be stepped by hand;
/// <c>network.BetweenSteps</c> hands over that of a run, which steps itself. It changes nothing of the network:
/// another session, or run, begins anew.
/// </summary>
/// <remarks>
/// At each instant: the spikes of the step that has ended are there; then what is done between steps; then events act; then a row is
/// recorded; then the next step begins, with the states and weights as they stand.
/// </remarks>
public sealed class Session
{
    private readonly NetworkState _state;
    private readonly Spiking _spiking;
    private readonly RunChanges _changes;
    private readonly Stepper? _stepper; // none in a run

    internal Session(NetworkState state, Spiking spiking, bool ofRun)
    {
        (_state, _spiking) = (state, spiking);
        _changes = new RunChanges(state, this);
        if (!ofRun) _stepper = new Stepper(state, spiking, _changes);
    }

    /// <summary>Steps done.</summary>
    public long Steps { get; internal set; }

    /// <summary>The time.</summary>
    public Time Time => new(Steps * _state.Dt);

    /// <summary>Members of the batch.</summary>
    public int Members => _state.Members;

    /// <summary>The parameters as they stand, a copy.</summary>
    public Parameters Parameters => _state.Numbers.Now;

    internal NetworkState State => _state;

    internal RunChanges Changes => _changes;

    /// <summary>One step.</summary>
    /// <exception cref="InvalidOperationException">This is the session of a run, which steps itself.</exception>
    /// <exception cref="DivergenceException">A state stopped being a finite number.</exception>
    /// <exception cref="NetworkException">Weights were set that an explicit method does not stand.</exception>
    public void Step()
    {
        if (_stepper is null)
            throw new InvalidOperationException("This is the session of a run, which steps itself: use network.Start(dt) to step by hand.");
        _stepper.Step(Steps);
        Steps++;
    }

    /// <summary>The spikes of the step just done.</summary>
    /// <param name="population">The population.</param>
    /// <param name="condition">By which spike condition of its model, by name; the first if none is named.</param>
    /// <exception cref="ArgumentException">The population is not part of the network, or has no such condition.</exception>
    public Spikes Spikes(Neuron population, string? condition = null) => new(_spiking.Of(population, condition));

    /// <summary>The value of a state; the next step starts from what is set.</summary>
    /// <param name="state">The state.</param>
    /// <param name="neuron">The neuron.</param>
    /// <param name="member">The member of the batch.</param>
    /// <exception cref="ArgumentException">The population is not part of the network, or the value has another dimension.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron or member.</exception>
    public Quantity this[State state, int neuron, int member = 0]
    {
        get
        {
            var (values, element) = Place(state, neuron, member);
            return new(values[element], state.Dimension);
        }
        set
        {
            if (value.Dimension != state.Dimension)
                throw new ArgumentException($"{state} is {state.Dimension}, but {value} is {value.Dimension}.");
            if (!double.IsFinite(value.Value)) throw new ArgumentException($"{state} is set to {value}: it must be finite.");
            var (values, element) = Place(state, neuron, member);
            values[element] = value.Value;
        }
    }

    /// <summary>
    /// A number of the run, without factors of <see cref="Network.Vary"/>; the next step is made with what is set. What is to be set must
    /// be declared (<c>changes:</c>).
    /// </summary>
    /// <param name="key">What: <c>gap.Weight</c>, <c>cells.Parameter("gNa")</c>.</param>
    /// <param name="index">The neuron or junction.</param>
    /// <param name="member">The member of the batch.</param>
    /// <exception cref="ArgumentException">The network has no such numbers, or the value has another dimension or cannot be.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron, junction or member.</exception>
    /// <exception cref="InvalidOperationException">They were not declared to change.</exception>
    public Quantity this[ParameterKey key, int index, int member = 0]
    {
        get
        {
            InRange(key.Count, index, member);
            return new(_state.Numbers.Get(key, index, member), key.Dimension);
        }
        set
        {
            InRange(key.Count, index, member);
            _changes.Set(key, index, member, value);
        }
    }

    /// <summary>Back to the start, under a method that keeps nothing but states from step to step.</summary>
    internal void Reset()
    {
        foreach (Group g in _state.AllGroups) InitialStates.Fill(g);
        _stepper!.Reset();
        Steps = 0;
    }

    internal void RenewThresholds() => _spiking.Renew();

    private (PinnedArray Values, int Element) Place(State state, int neuron, int member)
    {
        InRange(state.Neurons.Size, neuron, member);
        var (group, at) = _state.Find(state.Neurons);
        return (group.Memory(state.Variable.Symbol), at.Of(neuron) * Members + member);
    }

    private void InRange(int count, int index, int member)
    {
        if ((uint)index >= (uint)count || (uint)member >= (uint)Members)
            throw new ArgumentOutOfRangeException(
                nameof(index), $"Number {index}, member {member}: there are numbers 0..{count - 1} and members 0..{Members - 1}.");
    }
}
