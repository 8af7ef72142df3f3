namespace Connexon;

/// <summary>How many digits the states, parameters and weights of a run have.</summary>
public enum Precision
{
    /// <summary>64 bits: 16 digits.</summary>
    Double,

    /// <summary>
    /// 32 bits: 7 digits, in half the memory, and half the time or less. Time, sums over a cell's junctions and what is recorded stay
    /// double. V of cells at rest is right to 1e-5, a spike to a step (docs/numerics.md). For explicit methods and plain networks; what
    /// needs more is refused.
    /// </summary>
    Single,
}
