namespace Connexon;

/// <summary>What a junction joins: one population with itself, or two.</summary>
/// <param name="Pre">The population that the first ids count.</param>
/// <param name="Post">The population that the second ids count; the same one for junctions within a population.</param>
public readonly record struct Couples(Neuron Pre, Neuron Post)
{
    /// <summary>One population with itself.</summary>
    public static implicit operator Couples(Neuron neurons) => new(neurons, neurons);

    /// <summary>Two populations.</summary>
    public static implicit operator Couples((Neuron Pre, Neuron Post) pair) => new(pair.Pre, pair.Post);
}

/// <summary>The names of the states that a junction joins, or of the inputs that it enters: one name for both sides, or two.</summary>
/// <param name="Pre">The name in the first population.</param>
/// <param name="Post">The name in the second.</param>
public readonly record struct StateNames(string Pre, string Post)
{
    /// <summary>One name for both sides.</summary>
    public static implicit operator StateNames(string name) => new(name, name);

    /// <summary>A name for each side.</summary>
    public static implicit operator StateNames((string Pre, string Post) names) => new(names.Pre, names.Post);
}

/// <summary>Whether the weights of a junction are to be learnt.</summary>
public enum ParamType
{
    /// <summary>A trainable parameter (brainstate's <c>ParamState</c>), the default.</summary>
    Trainable,

    /// <summary>A fixed number.</summary>
    Fixed,
}

/// <summary>What to make of a pair of neurons that is listed more than once, as (i, j) again or as (j, i).</summary>
public enum Listing
{
    /// <summary>Each listing is a junction of its own: their conductances add up. The default, and the original's meaning.</summary>
    AsListed,

    /// <summary>A pair is one junction however often it is listed; the listings must have one weight.</summary>
    EachPairOnce,

    /// <summary>A pair that is listed twice, or a neuron joined to itself, is a mistake.</summary>
    Error,
}

/// <summary>What to make of weights below 0: repulsive junctions, which drive their neurons apart.</summary>
public enum NegativeWeights
{
    /// <summary>They are a mistake: a conductance is not negative. The default.</summary>
    Refused,

    /// <summary>
    /// They are meant. Differences of voltages then grow wherever nothing else holds them, at up to
    /// <see cref="CouplingStrength.FastestGrowth"/>; such junctions are explicit under every method, and those that cannot have that say so
    /// before the first step.
    /// </summary>
    Allowed,
}
