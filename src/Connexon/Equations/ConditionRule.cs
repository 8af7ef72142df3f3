namespace Connexon;

/// <summary>What is set at the end of every step in which a condition holds.</summary>
/// <param name="Test">The condition, on states as they stand after the step.</param>
/// <param name="Sets">States and their values, all read before any is written.</param>
internal sealed record ConditionRule(Expr Test, IReadOnlyList<(Symbol State, Expr Value)> Sets)
{
    public bool Same(ConditionRule other) => Test.Equals(other.Test) && Sets.SequenceEqual(other.Sets);
}
