namespace Connexon;

/// <summary>What changes in a network while it runs, besides its states.</summary>
/// <param name="Factors">Junctions whose weights are multiplied by a function of time.</param>
/// <param name="Actions">
/// What the user does between steps: an Action of the session, which is made from a network and so is not known here.
/// </param>
/// <param name="Declared">The numbers that actions may set.</param>
internal sealed record Changes(IReadOnlyList<(GapJunction Junction, Func<Time, double> Factor)> Factors, IReadOnlyList<Delegate> Actions,
    IReadOnlyList<ParameterKey> Declared)
{
    public static Changes None { get; } = new([], [], []);

    /// <summary>The same with more numbers that may be set.</summary>
    public Changes Declaring(IReadOnlyList<ParameterKey> more) => this with { Declared = [.. Declared, .. more] };

    public bool Any => Factors.Count > 0 || Actions.Count > 0;

    /// <summary>True if weights may change.</summary>
    public bool OfJunctions => Factors.Count > 0 || Declared.Any(d => d is Weights);
}
