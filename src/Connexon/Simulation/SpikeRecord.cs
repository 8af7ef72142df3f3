namespace Connexon;

/// <summary>The spikes of a population, in the order of time.</summary>
public sealed class SpikeRecord
{
    private readonly double _dt;
    private int[] _elements = new int[1024];
    private long[] _steps = new long[1024];

    internal SpikeRecord(Neuron population, int members, double dt) => (Population, Members, _dt) = (population, members, dt);

    /// <summary>The population.</summary>
    public Neuron Population { get; }

    /// <summary>The members of the batch that ran.</summary>
    public int Members { get; }

    /// <summary>The number of spikes, of all neurons and members.</summary>
    public int Count { get; private set; }

    /// <summary>Spike k: the neuron.</summary>
    /// <param name="k">The number of the spike.</param>
    public int Neuron(int k) => _elements[Check(k)] / Members;

    /// <summary>Spike k: the member of the batch.</summary>
    /// <param name="k">The number of the spike.</param>
    public int Member(int k) => _elements[Check(k)] % Members;

    /// <summary>Spike k: the step that reported it, counted from 1.</summary>
    /// <param name="k">The number of the spike.</param>
    public long Step(int k) => _steps[Check(k)];

    /// <summary>Spike k: the time at the end of that step.</summary>
    /// <param name="k">The number of the spike.</param>
    public Time Time(int k) => new(Step(k) * _dt);

    /// <summary>The steps, counted from 1, at which a neuron spiked.</summary>
    /// <param name="neuron">The neuron.</param>
    /// <param name="member">The member of the batch.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron or member.</exception>
    public long[] Steps(int neuron, int member = 0)
    {
        if ((uint)neuron >= (uint)Population.Size || (uint)member >= (uint)Members)
            throw new ArgumentOutOfRangeException(
                nameof(neuron), $"Neuron {neuron}, member {member}: there are neurons 0..{Population.Size - 1} and members 0..{Members - 1}.");
        int element = neuron * Members + member;
        return [.. Enumerable.Range(0, Count).Where(k => _elements[k] == element).Select(k => _steps[k])];
    }

    /// <summary>The times at which a neuron spiked.</summary>
    /// <param name="neuron">The neuron.</param>
    /// <param name="member">The member of the batch.</param>
    public Time[] Times(int neuron, int member = 0) => [.. Steps(neuron, member).Select(k => new Time(k * _dt))];

    internal void Add(long step, int element)
    {
        if (Count == _elements.Length)
        {
            System.Array.Resize(ref _elements, 2 * Count);
            System.Array.Resize(ref _steps, 2 * Count);
        }
        (_elements[Count], _steps[Count]) = (element, step);
        Count++;
    }

    private int Check(int k) => (uint)k < (uint)Count ? k : throw new ArgumentOutOfRangeException(nameof(k), k, $"There are {Count} spikes, 0 to {Count - 1}.");
}
