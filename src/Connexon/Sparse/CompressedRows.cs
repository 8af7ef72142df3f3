using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>Compressed rows (start, neighbour, weight): checks and conversions.</summary>
internal static class CompressedRows
{
    /// <summary>Throws where the three arrays do not describe rows of a matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Check(int rows, int columns, int[] start, int[] neighbour, double[] weight)
    {
        if (rows < 0 || start.Length != rows + 1)
            throw new ArgumentException($"{rows} rows need {rows + 1} row starts, but {start.Length} are given.");
        if (neighbour.Length != weight.Length || start[0] != 0 || start[^1] != neighbour.Length)
            throw new ArgumentException($"The rows begin at term {start[0]} and end at {start[^1]}, "
                + $"but there are {neighbour.Length} neighbours and {weight.Length} weights.");
        for (int i = 0; i < rows; i++)
        {
            if (start[i] > start[i + 1])
                throw new ArgumentException($"Row {i} begins at term {start[i]} and ends before it, at {start[i + 1]}.");
            for (int k = start[i]; k < start[i + 1]; k++)
                if ((uint)neighbour[k] >= (uint)columns)
                    throw new ArgumentException($"Term {k} joins row {i} to {neighbour[k]}, but rows go from 0 to {columns - 1}.");
        }
    }

    /// <summary>The same rows, neighbours ascending (equal ones in the order given), without the terms of a row with itself.</summary>
    public static (int[] Start, int[] Neighbour, double[] Weight) SortedWithoutSelf(int rows, int[] start, int[] neighbour, double[] weight)
    {
        // Two transpositions by counting sort: linear in the number of terms, and stable.
        var (s, n, w) = Transposed(rows, start, neighbour, weight);
        return Transposed(rows, s, n, w);
    }

    /// <summary>
    /// The same rows, neighbours by an order of columns (equal ones in the order given), without the terms of a row with itself.
    /// </summary>
    public static (int[] Start, int[] Neighbour, double[] Weight) SortedWithoutSelf(
        int rows, int[] start, int[] neighbour, double[] weight, int[] order)
    {
        var (starts, neighbours, weights) = (new int[rows + 1], new List<int>(neighbour.Length), new List<double>(weight.Length));
        for (int i = 0; i < rows; i++)
        {
            foreach (int k in Enumerable.Range(start[i], start[i + 1] - start[i])
                .Where(k => neighbour[k] != i).OrderBy(k => order[neighbour[k]]))
            {
                neighbours.Add(neighbour[k]);
                weights.Add(weight[k]);
            }
            starts[i + 1] = neighbours.Count;
        }
        return (starts, [.. neighbours], [.. weights]);
    }

    /// <summary>Both directions of each edge, neighbours ascending.</summary>
    public static (int[] Start, int[] Neighbour, double[] Weight) Of(WeightedGraph graph)
    {
        var start = new int[graph.Nodes + 1];
        foreach (var (a, b, _) in graph.Edges)
        {
            start[a + 1]++;
            start[b + 1]++;
        }
        for (int i = 0; i < graph.Nodes; i++)
            start[i + 1] = checked(start[i + 1] + start[i]);
        int[] next = start[..^1];
        var neighbour = new int[start[^1]];
        var weight = new double[start[^1]];
        foreach (var (a, b, g) in graph.Edges)
        {
            (neighbour[next[a]], weight[next[a]++]) = (b, g);
            (neighbour[next[b]], weight[next[b]++]) = (a, g);
        }
        return SortedWithoutSelf(graph.Nodes, start, neighbour, weight);
    }

    /// <summary>
    /// The first two rows of which one receives more from the other than it gives, by more than 1e-14 of it; null if there are none.
    /// Several terms of the same two rows are taken together. Neighbours must be ascending and no row joined to itself.
    /// </summary>
    public static (int Row, int Other, double Into, double From)? FirstAsymmetry(int rows, int[] start, int[] neighbour, double[] weight)
    {
        var (otherStart, otherNeighbour, otherWeight) = Transposed(rows, start, neighbour, weight);
        for (int i = 0; i < rows; i++)
            for (int k = start[i], m = otherStart[i]; k < start[i + 1] || m < otherStart[i + 1];)
            {
                int j = Math.Min(k < start[i + 1] ? neighbour[k] : rows, m < otherStart[i + 1] ? otherNeighbour[m] : rows);
                double into = 0, from = 0;
                for (; k < start[i + 1] && neighbour[k] == j; k++)
                    into += weight[k];
                for (; m < otherStart[i + 1] && otherNeighbour[m] == j; m++)
                    from += otherWeight[m];
                if (!(Math.Abs(into - from) <= 1e-14 * Math.Max(Math.Abs(into), Math.Abs(from))))
                    return (i, j, into, from);
            }
        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int[] Start, int[] Neighbour, double[] Weight) Transposed(int rows, int[] start, int[] neighbour, double[] weight)
    {
        var begin = new int[rows + 1];
        for (int i = 0; i < rows; i++)
            for (int k = start[i]; k < start[i + 1]; k++)
                if (neighbour[k] != i)
                    begin[neighbour[k] + 1]++;
        for (int i = 0; i < rows; i++)
            begin[i + 1] += begin[i];
        int[] next = begin[..^1];
        var column = new int[begin[^1]];
        var value = new double[begin[^1]];
        for (int i = 0; i < rows; i++)
            for (int k = start[i]; k < start[i + 1]; k++)
                if (neighbour[k] != i)
                    (column[next[neighbour[k]]], value[next[neighbour[k]]++]) = (i, weight[k]);
        return (begin, column, value);
    }
}
