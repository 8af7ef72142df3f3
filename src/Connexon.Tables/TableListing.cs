namespace Connexon.Tables;

/// <summary>
/// What a table means by listing a pair of cells in both directions. Some tables write every junction twice (A, B and B, A), some once;
/// taken the wrong way, every conductance is off by a factor of two. Rows that repeat a pair in the same direction are summed under
/// every policy but <see cref="Error"/>.
/// </summary>
public enum TableListing
{
    /// <summary>Each row is a junction set of its own: the counts of both directions are added.</summary>
    AsListed,

    /// <summary>
    /// The second direction repeats the first: a reciprocal pair has the count of the direction that the table lists first.
    /// </summary>
    EachPairOnce,

    /// <summary>A reciprocal pair has the larger of its two counts.</summary>
    Max,

    /// <summary>A reciprocal pair has the mean of its two counts.</summary>
    Mean,

    /// <summary>A pair listed a second time, in either direction, is a <see cref="TableException"/>.</summary>
    Error,
}
