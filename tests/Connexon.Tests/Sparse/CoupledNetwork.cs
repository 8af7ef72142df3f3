namespace Connexon.Tests.Sparse;

/// <summary>Equations of implicit coupling to be solved in tests, and their solution in 28 decimal digits.</summary>
internal sealed class CoupledNetwork
{
    private readonly (int Start, int End)[] _range;
    private readonly int[] _neighbour;
    private readonly double[] _weight;

    private CoupledNetwork(int rows, List<(int Row, int Neighbour, double Weight)> terms, double[] gain, double kappa)
    {
        var sorted = terms.OrderBy(t => t.Row).ToArray();
        var start = new int[rows + 1];
        foreach (var (row, _, _) in terms)
            start[row + 1]++;
        for (int i = 0; i < rows; i++)
            start[i + 1] += start[i];
        (_neighbour, _weight) = ([.. sorted.Select(t => t.Neighbour)], [.. sorted.Select(t => t.Weight)]);
        _range = [.. start.Zip(start.Skip(1))];
        (Gain, Matrix) = (gain, new ConductanceMatrix(rows, start, _neighbour, _weight));
        // A power of two, so that a has an exact decimal form.
        double largest = Matrix.Totals.Zip(gain, (g, f) => g * f).Max();
        A = largest > 0 ? Math.ScaleB(1, Math.ILogB(kappa / largest)) : 1;
    }

    public ConductanceMatrix Matrix { get; }

    public double[] Gain { get; }

    public double A { get; }

    public int Rows => Gain.Length;

    /// <summary>
    /// Two random components and an isolated row (the last); weights and gains differ, row 0 is joined to a fifth of all. The largest kappa
    /// is within a factor 2 below the one given.
    /// </summary>
    public static CoupledNetwork Random(int rows, double kappa, bool reciprocal, bool equal = false)
    {
        var random = new CounterRandom(7, (ulong)rows);
        var terms = new List<(int, int, double)>();
        int half = rows * 3 / 5;
        for (int i = 0; i < rows - 1; i++)
            for (int j = 0; j < i; j++)
                if (i < half == j < half && (i == j + 1 || random.Uniform((ulong)i, (ulong)j) < (j == 0 ? 0.2 : 4.0 / rows)))
                {
                    double g = equal ? 0.5 : Decimals(random.Uniform((ulong)i, (ulong)(rows + j)));
                    terms.Add((i, j, g));
                    if (reciprocal || random.Uniform((ulong)j, (ulong)i) < 0.7) // some one-way
                        terms.Add((j, i, reciprocal ? g : Decimals(random.Uniform((ulong)j, (ulong)(rows + i)))));
                }
        return new(rows, terms,
            [.. Enumerable.Range(0, rows).Select(i => equal ? 1 : Decimals(random.Uniform((ulong)i, 3UL << 40)))], kappa);
    }

    /// <summary>A ring or, with a width above 1, a lattice with open ends; every weight and gain 1.</summary>
    public static CoupledNetwork Lattice(int width, int height, double kappa)
    {
        var terms = new List<(int, int, double)>();
        for (int i = 0; i < width * height; i++)
        {
            if ((i + 1) % width != 0)
                terms.AddRange([(i, i + 1, 1), (i + 1, i, 1)]);
            if (i + width < width * height)
                terms.AddRange([(i, i + width, 1), (i + width, i, 1)]);
        }
        return new(width * height, terms, [.. Enumerable.Repeat(1.0, width * height)], kappa);
    }

    /// <summary>Two cells.</summary>
    public static CoupledNetwork Pair(double toFirst, double toSecond, double gainFirst, double gainSecond, double kappa) =>
        new(2, [(0, 1, toFirst), (1, 0, toSecond)], [gainFirst, gainSecond], kappa);

    /// <summary>The same with other gains.</summary>
    public CoupledNetwork WithGain(double[] gain)
    {
        var terms = _range.SelectMany((r, i) => Enumerable.Range(r.Start, r.End - r.Start).Select(t => (i, _neighbour[t], _weight[t])));
        return new(Rows, [.. terms], gain, Kappa);
    }

    public double Kappa => Matrix.Totals.Zip(Gain, (g, f) => A * g * f).Max();

    public CouplingSolver Solver(SolverKind kind, int batch = 1) => CouplingSolver.For(Matrix, Gain, A, batch, kind);

    /// <summary>Potentials from -80 to 40, with an exact decimal form.</summary>
    public double[] Potentials(int batch = 1, ulong seed = 1) =>
        [.. Enumerable.Range(0, Rows * batch).Select(e => -80 + 120 * Decimals(new CounterRandom(seed, 1).Uniform((ulong)e)))];

    /// <summary>z by Gauss's elimination in decimal arithmetic. The matrix is diagonally dominant: no pivoting.</summary>
    public double[] Reference(double[] r)
    {
        var m = new decimal[Rows, Rows + 1];
        for (int i = 0; i < Rows; i++)
        {
            m[i, i] += 1;
            for (int t = _range[i].Start; t < _range[i].End; t++)
            {
                decimal q = (decimal)A * (decimal)Gain[i] * (decimal)_weight[t];
                m[i, i] += q;
                m[i, _neighbour[t]] -= q;
                m[i, Rows] += q * ((decimal)r[_neighbour[t]] - (decimal)r[i]);
            }
        }
        for (int k = 0; k < Rows; k++)
            for (int i = k + 1; i < Rows; i++)
                if (m[i, k] / m[k, k] is not 0 and decimal f)
                    for (int j = k; j <= Rows; j++)
                        m[i, j] -= f * m[k, j];
        for (int i = Rows - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < Rows; j++)
                m[i, Rows] -= m[i, j] * m[j, Rows];
            m[i, Rows] /= m[i, i];
        }
        return [.. Enumerable.Range(0, Rows).Select(i => (double)m[i, Rows])];
    }

    /// <summary>Solves with a team of threads.</summary>
    public static unsafe double[] Solve(CouplingSolver solver, double[] r, int batch = 1, int threads = 1)
    {
        double[] z = [.. Enumerable.Repeat(double.NaN, r.Length)];
        var barrier = new SpinBarrier(threads);
        fixed (double* pr = r, pz = z)
        {
            var (from, to) = ((nint)pr, (nint)pz);
            Thread[] others =
                [.. Enumerable.Range(1, threads - 1)
                    .Select(k => new Thread(() => solver.Solve(from, to, batch, new Team(k, threads, barrier))))];
            foreach (Thread t in others)
                t.Start();
            solver.Solve(from, to, batch, new Team(0, threads, barrier));
            foreach (Thread t in others)
                t.Join();
        }
        return z;
    }

    // In (0, 1], twelve binary digits: at most twelve decimal ones.
    private static double Decimals(double uniform) => (Math.Floor(uniform * 4095) + 1) / 4096;
}
