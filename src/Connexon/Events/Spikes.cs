namespace Connexon;

/// <summary>Which neurons of a population spiked in the step just done; stands until the next step.</summary>
public readonly struct Spikes
{
    private readonly SpikeRecord _record;

    internal Spikes(SpikeRecord record) => _record = record;

    /// <summary>True if a neuron spiked; with a batch, in its first member.</summary>
    /// <param name="neuron">The neuron.</param>
    public bool this[int neuron] => this[0, neuron];

    /// <summary>True if a neuron spiked in a member of the batch.</summary>
    /// <param name="member">The member.</param>
    /// <param name="neuron">The neuron.</param>
    public bool this[int member, int neuron]
    {
        get
        {
            int size = _record.Population.Size, members = _record.Members;
            if ((uint)neuron >= (uint)size || (uint)member >= (uint)members)
                throw new ArgumentOutOfRangeException(
                    nameof(neuron), $"Neuron {neuron}, member {member}: there are neurons 0..{size - 1} and members 0..{members - 1}.");
            for (int k = 0; k < _record.StepCount; k++)
                if (_record.InStep(k) == neuron * members + member) return true;
            return false;
        }
    }

    /// <summary>How many spikes, of all members.</summary>
    public int Count => _record.StepCount;

    /// <summary>The neuron of spike k of the step.</summary>
    /// <param name="k">The number of the spike, in the order of neurons; 0 to Count - 1.</param>
    public int Neuron(int k) => _record.Neuron(_record.Count - _record.StepCount + k);

    /// <summary>The member of the batch of spike k of the step.</summary>
    /// <inheritdoc cref="Neuron"/>
    public int Member(int k) => _record.Member(_record.Count - _record.StepCount + k);

    /// <summary>When spike k of the step crossed the threshold; the end of the step under methods that do not locate it.</summary>
    /// <inheritdoc cref="Neuron"/>
    public Time Time(int k) => _record.Time(_record.Count - _record.StepCount + k);
}
