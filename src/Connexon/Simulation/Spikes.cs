namespace Connexon;

/// <summary>Which neurons spiked in the step just done, in a loop of the user's own; stands until the next step.</summary>
public readonly struct Spikes
{
    private readonly Group _group;
    private readonly int _size;

    internal Spikes(Group group, int size) => (_group, _size) = (group, size);

    /// <summary>True if a neuron spiked; with a batch, in its first member.</summary>
    /// <param name="neuron">The neuron.</param>
    public bool this[int neuron] => this[0, neuron];

    /// <summary>True if a neuron spiked in a member of the batch.</summary>
    /// <param name="member">The member.</param>
    /// <param name="neuron">The neuron.</param>
    public bool this[int member, int neuron] =>
        (uint)neuron < (uint)_size && (uint)member < (uint)_group.Members
            ? _group.Plan.Model.Spike is not null && _group.Spiked(neuron * _group.Members + member)
            : throw new ArgumentOutOfRangeException(
                nameof(neuron), $"Neuron {neuron}, member {member}: there are neurons 0..{_size - 1} and members 0..{_group.Members - 1}.");

    /// <summary>How many neurons spiked, of all members.</summary>
    public int Count
    {
        get
        {
            int count = 0;
            for (int i = 0; i < _size; i++)
                for (int b = 0; b < _group.Members; b++)
                    if (this[b, i]) count++;
            return count;
        }
    }
}
