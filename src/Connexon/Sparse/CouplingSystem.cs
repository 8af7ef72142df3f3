namespace Connexon;

/// <summary>
/// The linear equations of one implicit stage, (I + a K) z = -a K r with (K v)_i = gain_i sum_j g_ij (v_i - v_j), and what is known of
/// them before they are solved.
/// </summary>
internal sealed class CouplingSystem
{
    private readonly double[] _gain;

    /// <summary>Takes the matrix as it is now; a change of weights or gains needs a new system and a new solver.</summary>
    /// <param name="matrix">g_ij, finite and not negative.</param>
    /// <param name="gain">1 / C of each row, or what stands for it; finite and not negative. A row with gain 0 does not move.</param>
    /// <param name="a">A time: the part of a step that is implicit in this stage. Finite and not negative.</param>
    /// <param name="batch">The members of the vectors that will be solved for.</param>
    /// <exception cref="ArgumentException">A number outside its range, or not one gain per row.</exception>
    public CouplingSystem(ConductanceMatrix matrix, double[] gain, double a, int batch = 1)
    {
        Check(matrix, gain, a);
        (Matrix, _gain, A) = (matrix, gain, a);
        Rows = matrix.ToRows();
        Kappa = [.. matrix.Totals.Zip(gain, (g, f) => a * f * g)];
        LargestKappa = Agreed(Kappa.DefaultIfEmpty().Max());
        matrix.Others?.Exchange.Prepare(batch);
        if (matrix.Others is null) OneWay = CompressedRows.FirstAsymmetry(matrix.Rows, Rows.Start, Rows.Neighbour, Rows.Weight);
        int wrong = Rows.Weight.AsSpan().IndexOfAnyExceptInRange(0, double.MaxValue);
        if (wrong >= 0)
            throw new ArgumentException(
                $"A junction into row {RowOfTerms()[wrong]} from row {Rows.Neighbour[wrong]} has the weight {Rows.Weight[wrong]}; "
                + "implicit coupling needs finite weights, 0 or more.", nameof(matrix));
    }

    public ConductanceMatrix Matrix { get; }

    /// <summary>The time a.</summary>
    public double A { get; }

    /// <summary>The terms of the matrix in compressed rows.</summary>
    public (int[] Start, int[] Neighbour, double[] Weight) Rows { get; }

    /// <summary>The coupling number of each row: a gain_i sum_j g_ij.</summary>
    public double[] Kappa { get; }

    /// <summary>The largest coupling number.</summary>
    public double LargestKappa { get; }

    /// <summary>Whether g_ij = g_ji. Then K is self-adjoint in the inner product sum_i C_i x_i y_i, and its eigenvalues are real.</summary>
    public bool IsReciprocal => Matrix.Others?.AreReciprocal ?? OneWay is null;

    /// <summary>The first two rows that do not give each other the same, if there are such.</summary>
    public (int Row, int Other, double Into, double From)? OneWay { get; }

    /// <summary>1 / gain_i, the weights of that inner product; 0 where the gain is 0, because such a row does not move.</summary>
    public double[] Capacitance() => [.. _gain.Select(f => f > 0 ? 1 / f : 0)];

    /// <summary>a gain_i g of a weight in row i.</summary>
    public double Rate(int row, double weight) => A * _gain[row] * weight;

    /// <summary>a gain_i g_ij, each row also times a factor of its own.</summary>
    public ConductanceMatrix ScaledMatrix(Func<int, double> factor) => Matrix.Scaled([.. _gain.Select((f, i) => A * f * factor(i))]);

    /// <summary>No eigenvalue of a K is larger, if the junctions are reciprocal: the largest kappa_i + kappa_j of a junction
    /// (Anderson and Morley 1985, doi:10.1080/03081088508817681, with weights).</summary>
    public double LargestEigenvalueBound()
    {
        double[] kappa = WithThoseOfOthers();
        double bound = 0;
        for (int i = 0; i < Matrix.Rows; i++)
            for (int k = Rows.Start[i]; k < Rows.Start[i + 1]; k++)
                bound = Math.Max(bound, kappa[i] + kappa[Rows.Neighbour[k]]);
        return Agreed(bound);
    }

    /// <summary>The nodes of each connected component that has junctions, ascending; the largest component first.</summary>
    public int[][] CoupledComponents()
    {
        var graph = new WeightedGraph(Matrix.Rows, RowOfTerms(), Rows.Neighbour, Rows.Weight);
        GraphComponents components = graph.Components;
        int[][] nodes = [.. components.Sizes.TakeWhile(size => size > 1).Select(size => new int[size])];
        var filled = new int[nodes.Length];
        for (int i = 0; i < Matrix.Rows; i++)
            if (components.Label[i] is int c && c < nodes.Length)
                nodes[c][filled[c]++] = i;
        return nodes;
    }

    private unsafe double[] WithThoseOfOthers()
    {
        if (Matrix.Others is not { } others) return Kappa;
        double[] kappa = [.. Kappa, .. new double[others.Exchange.Foreign]];
        others.Exchange.Prepare(1);
        fixed (double* address = kappa) others.Exchange.Bring(address, 1);
        return kappa;
    }

    private double Agreed(double mine) => Matrix.Others?.Exchange.Largest(mine) ?? mine;

    private int[] RowOfTerms()
    {
        var row = new int[Matrix.Terms];
        for (int i = 0; i < Matrix.Rows; i++)
            row.AsSpan(Rows.Start[i]..Rows.Start[i + 1]).Fill(i);
        return row;
    }

    private static void Check(ConductanceMatrix matrix, double[] gain, double a)
    {
        if (gain.Length != matrix.Rows)
            throw new ArgumentException($"{matrix.Rows} rows need as many gains, but {gain.Length} are given.", nameof(gain));
        if (!(a >= 0 && double.IsFinite(a)))
            throw new ArgumentException($"The implicit time is {a} ms; it must be a finite number, 0 or more.", nameof(a));
        for (int i = 0; i < gain.Length; i++)
            if (!(gain[i] >= 0 && double.IsFinite(gain[i])))
                throw new ArgumentException($"Row {i} has the gain 1/C = {gain[i]}; implicit coupling needs finite gains, 0 or more.",
                    nameof(gain));
    }
}
