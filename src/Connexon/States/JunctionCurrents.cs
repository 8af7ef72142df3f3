namespace Connexon;

/// <summary>
/// What a junction object gives to its two sides, positive depolarising: exactly what is added to their inputs. (The original returns
/// the opposite of what the pre side receives.) The values stand until the next Update of the same junction.
/// </summary>
/// <param name="Pre">What the pre neurons receive: minus the sum of d over the junctions that begin at each.</param>
/// <param name="Post">What the post neurons receive: the sum of d over the junctions that end at each.</param>
public readonly record struct JunctionCurrents(CurrentsOfSide Pre, CurrentsOfSide Post);

/// <summary>The junction currents of the neurons of one side.</summary>
public readonly struct CurrentsOfSide
{
    private readonly double[] _values;
    private readonly int _members;
    private readonly Dimension _dimension;

    internal CurrentsOfSide(double[] values, int members, Dimension dimension) =>
        (_values, _members, _dimension) = (values, members, dimension);

    /// <summary>The number of neurons.</summary>
    public int Count => _values.Length / _members;

    /// <summary>The current of a neuron; with a batch, of its first member.</summary>
    /// <param name="neuron">The neuron.</param>
    public Quantity this[int neuron] => this[0, neuron];

    /// <summary>The current of a neuron in a member of the batch.</summary>
    /// <param name="member">The member.</param>
    /// <param name="neuron">The neuron.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron or member.</exception>
    public Quantity this[int member, int neuron] =>
        (uint)neuron < (uint)Count && (uint)member < (uint)_members
            ? new Quantity(_values[neuron * _members + member], _dimension)
            : throw new ArgumentOutOfRangeException(
                nameof(neuron), $"Neuron {neuron}, member {member}: there are neurons 0..{Count - 1} and members 0..{_members - 1}.");
}
