namespace Connexon.NeuroML;

/// <summary>What a name within a type stands for.</summary>
internal abstract record Member(string Name, Place Place);

/// <summary>A number that each component gives.</summary>
internal sealed record ParameterMember(string Name, Dimension Dimension, Place Place) : Member(Name, Place)
{
    /// <summary>What it is where a component does not say.</summary>
    public Quantity? Default { get; init; }

    /// <summary>True if a connection may set it anew (weight), so that it is no part of the component.</summary>
    public bool IsProperty { get; init; }
}

/// <summary>A number that all components of the type share.</summary>
internal sealed record ConstantMember(string Name, Quantity Value, Place Place) : Member(Name, Place);

/// <summary>A dynamic variable.</summary>
internal sealed record StateMember(string Name, Dimension Dimension, Place Place) : Member(Name, Place);

/// <summary>A name that the surroundings must have (v, caConc, temperature).</summary>
internal sealed record RequirementMember(string Name, Dimension Dimension, Place Place) : Member(Name, Place);

/// <summary>A quantity that follows from others.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dimension">Its dimension; null where the file does not say.</param>
/// <param name="Place">Where it is defined.</param>
internal abstract record DerivedMember(string Name, Dimension? Dimension, Place Place) : Member(Name, Place);

/// <summary>One that is an expression.</summary>
internal sealed record ExpressionMember(string Name, Dimension? Dimension, Expr Value, Place Place) : DerivedMember(Name, Dimension, Place);

/// <summary>One that is found along a path, in one place or summed or multiplied over several ("gates[*]/fcond").</summary>
internal sealed record SelectMember(string Name, Dimension? Dimension, string Path, Reduction Reduce, Place Place)
    : DerivedMember(Name, Dimension, Place);

/// <summary>One that is chosen by conditions, of which the first that holds counts; a null condition always holds.</summary>
internal sealed record CasesMember(string Name, Dimension? Dimension, IReadOnlyList<(Expr? Condition, Expr Value)> Cases, Place Place)
    : DerivedMember(Name, Dimension, Place);

/// <summary>How several values become one.</summary>
internal enum Reduction
{
    None,
    Add,
    Multiply,
}
