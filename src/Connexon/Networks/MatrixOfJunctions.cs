using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>Makes one matrix of junctions, each into the rows of both its ends.</summary>
internal static class MatrixOfJunctions
{
    /// <param name="rows">Rows.</param>
    /// <param name="edges">The junctions, object by object.</param>
    /// <param name="weights">Their weights; of each member where members have rows of their own.</param>
    /// <param name="changing">True if weights will be set.</param>
    /// <param name="precision">Of the matrix.</param>
    /// <param name="others">The rows of other partitions, which stand behind these; null where there are none.</param>
    public static (ConductanceMatrix Matrix, WeightTerms? Terms) Make(
        int rows, IReadOnlyList<EdgeColumns> edges, RunWeights weights, bool changing, Precision precision, OtherRows? others)
    {
        var start = new int[rows + 1];
        for (int c = 0; c < weights.Copies; c++)
            foreach (EdgeColumns e in edges) Count(e, weights.Copies, c, start);
        for (int i = 0; i < rows; i++) start[i + 1] += start[i];
        int[] next = start[..^1], neighbour = new int[start[^1]];
        var weight = new double[start[^1]];
        var terms = changing ? new WeightTerms(edges.Sum(e => e.Count) * weights.Copies) : null;
        int first = 0;
        foreach (EdgeColumns e in edges)
            for (int c = 0; c < weights.Copies; c++, first += e.Count)
                Fill(e, weights.Copies, c, weights.Of(e.Junction, c), next, neighbour, weight, terms, first);
        return (new ConductanceMatrix(rows, start, neighbour, weight, changing: changing, precision: precision, others: others), terms);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(EdgeColumns e, int copies, int copy, int[] start)
    {
        int rows = start.Length - 1;
        for (int k = 0; k < e.Count; k++)
        {
            int pre = e.Pre(k) * copies + copy, post = e.Post(k) * copies + copy;
            if (pre < rows) start[pre + 1]++;
            if (post < rows) start[post + 1]++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(
        EdgeColumns e, int copies, int copy, (NumberColumn ToPost, NumberColumn ToPre) weights, int[] next, int[] neighbour,
        double[] weight, WeightTerms? terms, int first)
    {
        int rows = next.Length;
        for (int k = 0; k < e.Count; k++)
        {
            int pre = e.Pre(k) * copies + copy, post = e.Post(k) * copies + copy, number = e.Number(k);
            int into = post < rows ? next[post]++ : -1, from = pre < rows ? next[pre]++ : -1;
            if (into >= 0) (neighbour[into], weight[into]) = (pre, weights.ToPost[number]);
            if (from >= 0) (neighbour[from], weight[from]) = (post, weights.ToPre[number]);
            terms?.Note(first + k, into, from);
        }
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
