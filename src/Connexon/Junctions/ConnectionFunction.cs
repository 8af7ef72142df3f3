namespace Connexon;

/// <summary>
/// Says which cells are joined. Junction k joins cell PreIds[k] of the first population to cell PostIds[k] of the second (or of the same);
/// ids are flat, from 0. A junction is undirected: each pair is listed once, in either order. <see cref="Connect"/> has ready rules; any
/// function of this shape will do: <c>(preSize, postSize) => ([0, 1, 2], [1, 2, 0])</c>.
/// </summary>
/// <param name="preSize">The number of cells of the first population.</param>
/// <param name="postSize">The number of cells of the second; the same as preSize where a population is joined to itself.</param>
/// <returns>Two arrays of one length.</returns>
public delegate (int[] PreIds, int[] PostIds) ConnectionFunction(int preSize, int postSize);
