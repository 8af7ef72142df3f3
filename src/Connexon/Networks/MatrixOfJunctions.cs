namespace Connexon;

/// <summary>Makes one matrix of junctions, each into the rows of both its ends.</summary>
internal static class MatrixOfJunctions
{
    /// <param name="rows">Rows.</param>
    /// <param name="edges">The junctions; gone through twice.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="changing">True if weights will be set.</param>
    /// <param name="precision">Of the matrix.</param>
    /// <param name="others">The rows of other partitions, which stand behind these; null where there are none.</param>
    public static (ConductanceMatrix Matrix, WeightTerms? Terms) Make(int rows, IEnumerable<Edge> edges, int count, bool changing, Precision precision, OtherRows? others)
    {
        var start = new int[rows + 1];
        foreach (Edge e in edges)
        {
            if (e.Pre < rows) start[e.Pre + 1]++;
            if (e.Post < rows) start[e.Post + 1]++;
        }
        for (int i = 0; i < rows; i++) start[i + 1] += start[i];
        int[] next = start[..^1], neighbour = new int[start[^1]];
        var weight = new double[start[^1]];
        var terms = changing ? new WeightTerms(count) : null;
        int k = 0;
        foreach (Edge e in edges)
        {
            int into = e.Post < rows ? next[e.Post]++ : -1, from = e.Pre < rows ? next[e.Pre]++ : -1;
            if (into >= 0) (neighbour[into], weight[into]) = (e.Pre, e.ToPost);
            if (from >= 0) (neighbour[from], weight[from]) = (e.Post, e.ToPre);
            terms?.Note(k++, into, from);
        }
        return (new ConductanceMatrix(rows, start, neighbour, weight, changing: changing, precision: precision, others: others), terms);
    }
}

/// <summary>The two terms of a matrix that each junction is, so that its weight can be set.</summary>
/// <param name="count">How many junctions there are.</param>
internal sealed class WeightTerms(int count)
{
    private readonly int[] _toPost = new int[count], _toPre = new int[count];

    public void Note(int edge, int toPost, int toPre) => (_toPost[edge], _toPre[edge]) = (toPost, toPre);

    /// <summary>Sets both weights of a junction.</summary>
    public void Put(ConductanceMatrix matrix, int edge, Edge e)
    {
        if (_toPost[edge] >= 0) matrix.SetWeight(_toPost[edge], e.Post, e.ToPost);
        if (_toPre[edge] >= 0) matrix.SetWeight(_toPre[edge], e.Pre, e.ToPre);
    }
}
