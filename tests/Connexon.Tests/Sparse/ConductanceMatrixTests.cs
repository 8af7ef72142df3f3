namespace Connexon.Tests.Sparse;

public class ConductanceMatrixTests
{
    public enum Weights { Equal, Symmetric, Directed }

    [Theory]
    [InlineData(1000, 10, Weights.Equal)]
    [InlineData(1003, 10, Weights.Symmetric)]
    [InlineData(517, 40, Weights.Directed)]
    [InlineData(7, 3, Weights.Directed)]
    public void Currents_are_those_of_the_dense_product(int n, int k, Weights kind)
    {
        var (matrix, dense) = Build(n, k, kind);
        foreach (int batch in new[] { 1, 3, 16 })
        {
            double[] v = Voltages(n * batch), y = Voltages(n * batch, 9), before = [.. y];
            Add(matrix, v, y, batch);
            for (int i = 0; i < n; i++)
                for (int b = 0; b < batch; b++)
                {
                    double expected = before[i * batch + b];
                    for (int j = 0; j < n; j++)
                        expected += dense[i, j] * (v[j * batch + b] - v[i * batch + b]);
                    Assert.Equal(expected, y[i * batch + b], 1e-9);
                }
        }
    }

    [Theory]
    [InlineData(Weights.Equal)]
    [InlineData(Weights.Symmetric)]
    public void Currents_of_symmetric_weights_sum_to_zero(Weights kind)
    {
        double[] v = Voltages(1003), y = new double[1003];
        Add(Build(1003, 20, kind).Matrix, v, y, 1);
        Assert.InRange(Math.Abs(y.Sum()) / y.Sum(Math.Abs), 0, 1e-14);
        Assert.True(y.Sum(Math.Abs) > 1000);
    }

    [Theory]
    [InlineData(Weights.Equal)]
    [InlineData(Weights.Symmetric)]
    [InlineData(Weights.Directed)]
    public void Equal_voltages_give_exactly_zero(Weights kind)
    {
        foreach (int batch in new[] { 1, 2, 5, 16 })
        {
            double[] v = [.. Enumerable.Repeat(-65.123456789, 1003 * batch)], y = new double[v.Length];
            Add(Build(1003, 10, kind).Matrix, v, y, batch);
            Assert.All(y, x => Assert.Equal(0L, BitConverter.DoubleToInt64Bits(x)));
        }
    }

    [Theory]
    [InlineData(Weights.Equal)]
    [InlineData(Weights.Symmetric)]
    [InlineData(Weights.Directed)]
    public void A_result_has_the_same_bits_for_every_batch_window_and_partition(Weights kind)
    {
        const int n = 1003;
        int[] hub = [.. Enumerable.Range(300, 600)]; // makes one slice be stored by rows
        ConductanceMatrix matrix = Build(n, 10, kind, hub).Matrix, other = Build(n, 10, kind, hub, window: 64).Matrix;
        double[] v = Voltages(n), one = Voltages(n, 9);
        double[] start = [.. one];
        Add(matrix, v, one, 1);
        foreach (int batch in new[] { 1, 2, 3, 4, 5, 8, 16, 23 })
        {
            double[] vs = [.. v.SelectMany(x => Enumerable.Repeat(x, batch))], ys = [.. start.SelectMany(x => Enumerable.Repeat(x, batch))];
            double[] whole = [.. ys];
            Add(other, vs, whole, batch);
            foreach (var (from, to) in new[] { (40, matrix.Slices), (0, 13), (13, 40) }) // partitions, in any order
                Add(matrix, vs, ys, batch, from, to);
            double[] expected = [.. one.SelectMany(x => Enumerable.Repeat(x, batch))];
            Assert.Equal(expected, ys); // exact
            Assert.Equal(expected, whole);
        }
    }

    [Fact]
    public void A_slice_writes_its_rows_and_no_other_and_windows_are_ranges_of_rows()
    {
        ConductanceMatrix matrix = Build(1003, 10, Weights.Directed).Matrix;
        Assert.Equal(126, matrix.Slices);
        double[] v = Voltages(1003);
        for (int s = 0; s < matrix.Slices; s++)
        {
            var y = new double[1003];
            Add(matrix, v, y, 1, s, s + 1);
            Assert.Equal([.. y.Index().Where(p => p.Item != 0).Select(p => p.Index)], matrix.RowsOf(s).ToArray().Where(r => r != 5)
                .Order());
        }
        int perWindow = matrix.Window / ConductanceMatrix.Lanes;
        Assert.Equal(Enumerable.Range(256, 256), Enumerable.Range(perWindow, perWindow).SelectMany(s => matrix.RowsOf(s).ToArray())
            .Order());
        Assert.Equal(3, matrix.RowsOf(125).Length);
    }

    [Fact]
    public void A_row_with_5000_neighbours_and_empty_rows_are_correct()
    {
        const int n = 6000;
        int[] ends = [.. Enumerable.Range(500, 5000)];
        double[] g = [.. ends.Select(e => 1.0 / e)];
        ConductanceMatrix matrix = ConductanceMatrix.Of(new(n, [.. ends.Select(_ => 3)], ends, g));
        double[] v = Voltages(n), y = new double[n];
        Add(matrix, v, y, 1);
        Assert.Equal(ends.Sum(e => (v[e] - v[3]) / e), y[3], 1e-9);
        Assert.Equal((v[3] - v[700]) / 700, y[700], 1e-12);
        Assert.Equal((0.0, 0.0, 0.0), (y[0], y[499], y[5999]));
        Assert.Equal(g.Sum(), matrix.Totals[3], 1e-12);
        Assert.Equal(10000, matrix.Terms);
    }

    [Fact]
    public void A_matrix_without_terms_or_without_rows_adds_nothing()
    {
        double[] y = [1, 2, 3];
        Add(new(3, [0, 0, 0, 0], [], []), [4, 5, 6], y, 1);
        Assert.Equal([1, 2, 3], y);
        Add(new(0, [0], [], []), [], [], 4);
    }

    [Fact]
    public void Neighbours_in_any_order_and_terms_of_a_row_with_itself_do_not_matter()
    {
        double[] v = [0.1, 0.7, -0.3], y = new double[3], z = new double[3];
        Add(new(3, [0, 3, 3, 4], [2, 0, 1, 1], [0.3, 9, 0.2, 0.5]), v, y, 1);
        ConductanceMatrix sorted = new(3, [0, 2, 2, 3], [1, 2, 1], [0.2, 0.3, 0.5]);
        Add(sorted, v, z, 1);
        Assert.Equal(z, y);
        Assert.Equal(Math.FusedMultiplyAdd(0.3, -0.3 - 0.1, 0.2 * (0.7 - 0.1)), z[0]);
        Assert.Equal([0.5, 0, 0.5], sorted.Totals);
    }

    [Fact]
    public void Equal_weights_are_multiplied_once_at_the_end()
    {
        ConductanceMatrix matrix = new(3, [0, 2, 2, 2], [1, 2], [0.3, 0.3]);
        double[] y = [5, 0, 0];
        Add(matrix, [0.1, 0.7, -0.3], y, 1);
        Assert.True(matrix.IsUniform);
        Assert.Equal(Math.FusedMultiplyAdd(0.3, (0.7 - 0.1) + (-0.3 - 0.1), 5), y[0]);
    }

    [Theory]
    [InlineData(Weights.Equal, true)]
    [InlineData(Weights.Equal, false)]
    [InlineData(Weights.Directed, false)]
    public void Scaled_rows_are_the_rows_times_their_factors(Weights kind, bool sameFactor)
    {
        const int n = 517;
        ConductanceMatrix matrix = Build(n, 10, kind, [.. Enumerable.Range(100, 300)]).Matrix;
        double[] factor = [.. Enumerable.Range(0, n).Select(i => sameFactor && i != 5 ? 0.75 : 1 + i / 512.0)]; // row 5 has no terms

        ConductanceMatrix scaled = matrix.Scaled(factor);

        double[] v = Voltages(n), y = new double[n], z = new double[n];
        Add(matrix, v, y, 1);
        Add(scaled, v, z, 1);
        Assert.Equal(sameFactor, scaled.IsUniform);
        Assert.All(y.Zip(z).Index(), p => Assert.Equal(factor[p.Index] * p.Item.First, p.Item.Second, 1e-11));
        Assert.Equal(factor[7] * matrix.Totals[7], scaled.Totals[7]);
        Assert.Contains(y, x => Math.Abs(x) > 1);
    }

    [Theory]
    [InlineData(Weights.Equal)]
    [InlineData(Weights.Directed)]
    public void The_terms_come_back_as_rows(Weights kind)
    {
        const int n = 517;
        var (matrix, dense) = Build(n, 10, kind, [.. Enumerable.Range(100, 300)]);

        var (start, neighbour, weight) = matrix.ToRows();

        Assert.Equal(matrix.Terms, start[n]);
        for (int i = 0; i < n; i++)
        {
            int[] expected = [.. Enumerable.Range(0, n).Where(j => dense[i, j] != 0)];
            Assert.Equal(expected, neighbour[start[i]..start[i + 1]]);
            Assert.Equal(expected.Select(j => dense[i, j]), weight[start[i]..start[i + 1]]);
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_its_numbers()
    {
        Assert.Equal("Term 1 joins row 0 to 2, but rows go from 0 to 1.",
            Assert.Throws<ArgumentException>(() => new ConductanceMatrix(2, [0, 2, 2], [1, 2], [1, 1])).Message);
        Assert.Equal("2 rows need 3 row starts, but 2 are given.",
            Assert.Throws<ArgumentException>(() => new ConductanceMatrix(2, [0, 2], [1, 0], [1, 1])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Add(new(3, [0, 0, 0, 0], [], []), [4, 5, 6], [0, 0, 0], 1, 0, 2));
    }

    private static double[] Voltages(int count, ulong seed = 1)
        => [.. Enumerable.Range(0, count).Select(i => -65 + 20 * new CounterRandom(seed, 1).Normal((ulong)i))];

    // A random matrix with about k terms in a row, and the same dense. Row 5 is empty; row 8 is joined to the hub's nodes too.
    private static (ConductanceMatrix Matrix, double[,] Dense) Build(int n, int k, Weights kind, int[]? hub = null, int window = 256)
    {
        var random = new CounterRandom(2, (ulong)n);
        var dense = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < i; j++)
            {
                bool joined = i != 5 && j != 5 && (random.Uniform((ulong)i, (ulong)j) * n < k || hub != null && j == 8 && hub.Contains(i));
                dense[i, j] = !joined ? 0 : kind == Weights.Equal ? 0.3 : 0.1 + random.Uniform((ulong)i, (ulong)(n + j));
                dense[j, i] = !joined ? 0 : kind != Weights.Directed ? dense[i, j] : 0.1 + random.Uniform((ulong)j, (ulong)(n + i));
            }
        int[][] rows = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Where(j => dense[i, j] != 0).ToArray())];
        int[] start = [0, .. rows.Select((_, i) => rows[..(i + 1)].Sum(r => r.Length))];
        double[] weights = [.. rows.SelectMany((r, i) => r.Select(j => dense[i, j]))];
        return (new(n, start, [.. rows.SelectMany(r => r)], weights, window), dense);
    }

    private static void Add(ConductanceMatrix matrix, double[] v, double[] y, int batch) => Add(matrix, v, y, batch, 0, matrix.Slices);

    private static unsafe void Add(ConductanceMatrix matrix, double[] v, double[] y, int batch, int from, int to)
    {
        fixed (double* pv = v, py = y)
            matrix.AddCurrents((nint)pv, (nint)py, batch, from, to);
    }
}
