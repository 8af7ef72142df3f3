namespace Connexon;

/// <summary>What numbers of a network are.</summary>
public enum ParameterKind
{
    /// <summary>A parameter of cells: a conductance, a threshold.</summary>
    Cell,

    /// <summary>Where a state starts.</summary>
    Start,

    /// <summary>The weight of junctions.</summary>
    Weight,
}

/// <summary>Numbers of a network under one name: one for each neuron of a population, or each junction of a junction object.</summary>
public sealed record ParameterEntry
{
    internal ParameterEntry(ParameterKey key, string owner, ParameterKind kind, bool trainable, InitialValues values) =>
        (Key, Owner, Kind, Trainable, Values) = (key, owner, kind, trainable, values);

    /// <summary>What names them in a program.</summary>
    public ParameterKey Key { get; }

    /// <summary>The name of the population or junction object in its network.</summary>
    public string Owner { get; }

    /// <summary>The name: "gNa", "V", "weight".</summary>
    public string Name => Key.Name;

    /// <summary>The name of both, in files too: "HH.gNa".</summary>
    public string FullName => $"{Owner}.{Name}";

    /// <summary>What they are.</summary>
    public ParameterKind Kind { get; }

    /// <summary>The dimension; numbers are in its base unit.</summary>
    public Dimension Dimension => Key.Dimension;

    /// <summary>How many neurons or junctions.</summary>
    public int Count => Key.Count;

    /// <summary>For how many members of a batch they are given; 1 where all have the same.</summary>
    public int Members => Values.Members;

    /// <summary>Whether they are to be learnt (<c>paramType</c> of junctions).</summary>
    public bool Trainable { get; init; }

    /// <summary>The value with its unit, or what the values are.</summary>
    public string ValueText =>
        Values.Uniform is { } value ? QuantityText.Readable(value, Dimension) : (Values with { Dimension = Dimension }).ToString();

    internal InitialValues Values { get; init; }

    /// <summary>What the random numbers of drawn values are drawn for.</summary>
    internal string DrawnAs => Values is DrawnValues { Stream: { } shared } ? $"{Owner}.{shared}" : FullName;

    /// <summary>"HH.gNa = 120 mS".</summary>
    public override string ToString() => $"{FullName} = {ValueText}";
}
