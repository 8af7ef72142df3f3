namespace Connexon.Tests.Sparse;

public class ResolventTests
{
    [Theory]
    [InlineData(1e-9, 1e9)]
    [InlineData(1e9, 1e-9)]
    [InlineData(3, 0)]
    public void Two_states_are_those_of_the_formula_to_the_last_digits(double q01, double q10)
    {
        double[] p = Inverse([0, q01, 0, 0, q10, 0, 0, 0], 2, 4);
        double whole = 1 + q01 + q10;
        double[] expected = [(1 + q10) / whole, q01 / whole, 0, 0, q10 / whole, (1 + q01) / whole, 0, 0];
        Assert.All(expected.Zip(p), e => Assert.InRange(e.Second, e.First * (1 - 1e-15), e.First * (1 + 1e-15)));
    }

    [Fact]
    public void Rows_are_probabilities_however_different_the_rates()
    {
        const int n = 50, stride = 52;
        var random = new CounterRandom(3, 3);
        var q = new double[n * stride];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                if (i != j && random.Uniform((ulong)i, (ulong)j) < 0.2)
                    q[i * stride + j] = Math.Pow(10, 24 * random.Uniform((ulong)i, (ulong)(n + j)) - 12);
        double[] p = Inverse(q, n, stride);
        for (int i = 0; i < n; i++)
            Assert.Equal(1, p.AsSpan(i * stride, n).ToArray().Sum(), 1e-13);
        Assert.All(p, x => Assert.InRange(x, 0, 1 + 1e-13));
        // Its inverse again: row 7 of (I + Q) P, relative to what is subtracted.
        double leaving = 1 + q.AsSpan(7 * stride, n).ToArray().Sum();
        for (int j = 0; j < n; j++)
        {
            double flow = Enumerable.Range(0, n).Sum(k => q[7 * stride + k] * p[k * stride + j]);
            Assert.Equal(j == 7 ? 1 / leaving : 0, p[7 * stride + j] - flow / leaving, 1e-14);
        }
    }

    private static unsafe double[] Inverse(double[] rates, int size, int stride)
    {
        double[] matrix = [.. rates];
        fixed (double* p = matrix)
            Resolvent.Invert(p, size, stride);
        return matrix;
    }
}
