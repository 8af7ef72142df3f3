namespace Connexon;

/// <summary>
/// Names numbers of a network: a parameter of a population (<c>cells.Parameter("gNa")</c>), where a state starts (<c>cells.V.Start</c>),
/// weights (<c>gap.Weight</c>). <see cref="Parameters"/> holds them.
/// </summary>
public class ParameterKey : IEquatable<ParameterKey>
{
    internal ParameterKey(object owner, string name, Dimension dimension, int count) =>
        (Owner, Name, Dimension, Count) = (owner, name, dimension, count);

    /// <summary>The name: "gNa", "V", "weight".</summary>
    public string Name { get; }

    /// <summary>The dimension.</summary>
    public Dimension Dimension { get; }

    /// <summary>How many numbers: one for each neuron or junction.</summary>
    public int Count { get; }

    /// <summary>The population or junction object.</summary>
    internal object Owner { get; }

    /// <summary>What there is one number of.</summary>
    private protected virtual string Entity => "neuron";

    /// <summary>What is wrong with values in this place; null if nothing.</summary>
    internal virtual string? Problem(InitialValues values) => values.Problem($"{this}", Dimension, Count, Entity, Entity + "s");

    /// <summary>Whether both name the same numbers.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(ParameterKey? other) => other is not null && ReferenceEquals(Owner, other.Owner) && Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParameterKey);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Owner), Name);

    /// <summary>"gNa of HH(100)".</summary>
    public override string ToString() => $"{Name} of {Owner}";
}
