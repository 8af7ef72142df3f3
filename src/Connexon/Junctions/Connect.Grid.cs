namespace Connexon;

public static partial class Connect
{
    /// <summary>
    /// Joins the neighbours of a grid with open ends; cell (r, c, d) is number (r * cols + c) * depth + d of the population.
    /// </summary>
    /// <param name="rows">The number of rows, at least 1.</param>
    /// <param name="cols">The number of columns, at least 1.</param>
    /// <param name="depth">The number of layers; default 1, a plane.</param>
    /// <param name="neighbourhood">Who is a neighbour; default those that share a side.</param>
    /// <returns>A connection function for one population of rows * cols * depth cells.</returns>
    /// <exception cref="ArgumentException">A side below 1; and, when connecting, a population of another size.</exception>
    public static ConnectionFunction Grid(int rows, int cols, int depth = 1, Neighbourhood neighbourhood = Neighbourhood.VonNeumann)
        => new Lattice("A grid", rows, cols, depth, neighbourhood, Wraps: false).ToFunction();
}
