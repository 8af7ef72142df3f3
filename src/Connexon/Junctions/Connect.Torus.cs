namespace Connexon;

public static partial class Connect
{
    /// <summary>Joins the neighbours of a grid whose opposite ends meet; cells are numbered as in <see cref="Grid"/>.</summary>
    /// <inheritdoc cref="Grid"/>
    public static ConnectionFunction Torus(int rows, int cols, int depth = 1, Neighbourhood neighbourhood = Neighbourhood.VonNeumann)
        => new Lattice("A torus", rows, cols, depth, neighbourhood, Wraps: true).ToFunction();
}
