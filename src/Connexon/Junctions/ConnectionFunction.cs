namespace Connexon;

/// <summary>
/// Says which neurons are joined: given the sizes of the two populations, a pre id and a post id for each junction. Ids are flat
/// indices that begin at 0. Each entry is one undirected junction: list a pair once.
/// </summary>
/// <param name="preSize">The number of neurons of the pre population.</param>
/// <param name="postSize">The number of neurons of the post population; the same number where one population is joined with itself.</param>
public delegate (int[] PreIds, int[] PostIds) ConnectionFunction(int preSize, int postSize);
