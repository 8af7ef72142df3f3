namespace Connexon;

/// <summary>What changes in a network while it runs, besides its states.</summary>
/// <param name="Factors">Junctions whose weights are multiplied by a function of time.</param>
/// <param name="Actions">What the user does between steps.</param>
internal sealed record Changes(IReadOnlyList<(GapJunction Junction, Func<Time, double> Factor)> Factors, IReadOnlyList<Action<StepView>> Actions)
{
    public static Changes None { get; } = new([], []);

    public bool Any => Factors.Count > 0 || Actions.Count > 0;
}
