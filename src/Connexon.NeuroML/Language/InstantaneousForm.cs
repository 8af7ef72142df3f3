namespace Connexon.NeuroML;

/// <summary>
/// How a file says that a derived variable is instantaneous, and held where a method asks for the linear part of an equation
/// (<see cref="ModelBuilder.Instantaneous"/>): in its description, which has no meaning to others.
/// </summary>
internal static class InstantaneousForm
{
    // Files that were written carry these words: they stay.
    public const string Description = "instantaneous: taken as a constant in the linear part of an equation";

    public static Expr Read(Expr value, string? description) =>
        description == Description ? new Expr(Operation.Instantaneous, value) : value;
}
