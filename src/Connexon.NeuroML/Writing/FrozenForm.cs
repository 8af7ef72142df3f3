namespace Connexon.NeuroML;

/// <summary>
/// How a file says that a derived variable is taken as a constant where a method asks for the linear part of an equation
/// (<see cref="Functions.Frozen"/>): in its description, which has no meaning to others.
/// </summary>
internal static class FrozenForm
{
    public const string Description = "instantaneous: taken as a constant in the linear part of an equation";

    public static Expr Read(Expr value, string? description) => description == Description ? Functions.Frozen(value) : value;
}
