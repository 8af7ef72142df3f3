namespace Connexon;

/// <summary>The spikes of a population by one condition, in the order of time.</summary>
public sealed partial class SpikeRecord
{
    private readonly double _dt;
    private int[] _elements = new int[1024];
    private long[] _steps = new long[1024];
    private double[]? _times;
    private int _stored;
    private long _forgotten;

    internal SpikeRecord(Neuron population, string condition, int members, double dt, bool located) =>
        (Population, Condition, Members, _dt, _times) = (population, condition, members, dt, located ? new double[1024] : null);

    /// <summary>The population.</summary>
    public Neuron Population { get; }

    /// <summary>The spike condition of its model (<see cref="SpikeRule.Name"/>).</summary>
    public string Condition { get; }

    /// <summary>That of a population and condition.</summary>
    /// <param name="records">Among these.</param>
    /// <param name="population">The population.</param>
    /// <param name="condition">The name of the condition; null for the first.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal static SpikeRecord Find(IEnumerable<SpikeRecord> records, Neuron population, string? condition)
    {
        SpikeRecord[] own = [.. records.Where(r => ReferenceEquals(r.Population, population))];
        if (own.Length == 0) throw new ArgumentException($"{population} is not part of this network.");
        return condition is null ? own[0] : own.FirstOrDefault(r => r.Condition == condition)
            ?? throw new ArgumentException(
                $"'{condition}' is not a spike condition of {population}. It has {string.Join(", ", own.Select(r => $"'{r.Condition}'"))}.",
                nameof(condition));
    }

    /// <summary>The members of the batch that ran.</summary>
    public int Members { get; }

    /// <summary>The number of spikes, of all neurons and members.</summary>
    public int Count => checked((int)Total);

    internal long Total => _forgotten + _stored;

    /// <summary>
    /// False if they were written to a file, or counted alone (<see cref="Network.RecordSpikes"/>): their number is known, and no more.
    /// </summary>
    public bool IsKept { get; internal set; } = true;

    /// <summary>Spike k: the neuron.</summary>
    /// <param name="k">The number of the spike.</param>
    /// <exception cref="InvalidOperationException">They were not kept.</exception>
    public int Neuron(int k) => _elements[Check(k)] / Members;

    /// <summary>Spike k: the member of the batch.</summary>
    /// <param name="k">The number of the spike.</param>
    /// <exception cref="InvalidOperationException">They were not kept.</exception>
    public int Member(int k) => _elements[Check(k)] % Members;

    /// <summary>Spike k: the step that reported it, counted from 1.</summary>
    /// <param name="k">The number of the spike.</param>
    /// <exception cref="InvalidOperationException">They were not kept.</exception>
    public long Step(int k) => _steps[Check(k)];

    /// <summary>Spike k: the time at which the threshold was crossed; the end of the step under methods that do not locate it.</summary>
    /// <param name="k">The number of the spike.</param>
    /// <exception cref="InvalidOperationException">They were not kept.</exception>
    public Time Time(int k) => new(TimeAt(Check(k)));

    /// <summary>The steps, counted from 1, at which a neuron spiked.</summary>
    /// <param name="neuron">The neuron.</param>
    /// <param name="member">The member of the batch.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron or member.</exception>
    /// <exception cref="InvalidOperationException">They were not kept.</exception>
    public long[] Steps(int neuron, int member = 0) => [.. Of(neuron, member).Select(k => _steps[k])];

    /// <summary>The times at which a neuron spiked.</summary>
    /// <param name="neuron">The neuron.</param>
    /// <param name="member">The member of the batch.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron or member.</exception>
    /// <exception cref="InvalidOperationException">They were not kept.</exception>
    public Time[] Times(int neuron, int member = 0) => [.. Of(neuron, member).Select(k => new Time(TimeAt(k)))];

    /// <summary>The spikes of the last step.</summary>
    internal int StepCount { get; private set; }

    /// <summary>Spike k of the last step: neuron * members + member.</summary>
    internal int InStep(int k) => _elements[_stored - StepCount + k];

    /// <summary>A spike that is not forgotten yet: neuron * members + member, and its time in ms.</summary>
    internal (int Element, double Time) At(long k) => (_elements[k - _forgotten], TimeAt((int)(k - _forgotten)));

    /// <summary>A step begins.</summary>
    /// <param name="forget">Whether the spikes before it are still wanted.</param>
    internal void BeginStep(bool forget)
    {
        StepCount = 0;
        if (forget) _stored = 0;
    }

    /// <summary>Counts the spikes until now, and keeps nothing else of them.</summary>
    internal void Forget()
    {
        _forgotten += _stored;
        (_stored, StepCount) = (0, 0);
    }

    internal void Add(long step, int element, double time)
    {
        StepCount++;
        if (_stored == _elements.Length)
        {
            System.Array.Resize(ref _elements, 2 * _stored);
            System.Array.Resize(ref _steps, 2 * _stored);
            if (_times is not null) System.Array.Resize(ref _times, 2 * _stored);
        }
        int k = _stored++;
        // A step of several dt hands over spikes by neurons, not by time.
        for (; k > 0 && _steps[k - 1] > step; k--)
        {
            (_elements[k], _steps[k]) = (_elements[k - 1], _steps[k - 1]);
            if (_times is not null) _times[k] = _times[k - 1];
        }
        (_elements[k], _steps[k]) = (element, step);
        if (_times is not null) _times[k] = time;
    }

    private IEnumerable<int> Of(int neuron, int member)
    {
        if ((uint)neuron >= (uint)Population.Size || (uint)member >= (uint)Members)
            throw new ArgumentOutOfRangeException(
                nameof(neuron),
                $"Neuron {neuron}, member {member}: there are neurons 0..{Population.Size - 1} and members 0..{Members - 1}.");
        int element = neuron * Members + member;
        ThrowIfNotKept();
        return Enumerable.Range(0, _stored).Where(k => _elements[k] == element);
    }

    private double TimeAt(int stored) => _times is null ? _steps[stored] * _dt : _times[stored];

    // Those of the step just done are there whether they are kept or not.
    private int Check(int k)
    {
        if ((uint)k >= (uint)Count) throw NoSuch(k);
        if (k < _forgotten) ThrowIfNotKept();
        return (int)(k - _forgotten);
    }

    private void ThrowIfNotKept()
    {
        if (!IsKept)
            throw new InvalidOperationException(
                $"The spikes of {Population.DisplayName} were not kept in memory: there are {Count}. "
                    + "Ask for keep: true in RecordSpikes, or read the file.");
    }

    private ArgumentOutOfRangeException NoSuch(int k) => new(nameof(k), k, $"There are {Count} spikes, 0 to {Count - 1}.");
}
