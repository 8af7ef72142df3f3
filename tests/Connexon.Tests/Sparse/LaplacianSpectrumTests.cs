namespace Connexon.Tests.Sparse;

public class LaplacianSpectrumTests
{
    public static TheoryData<string, int> Families => new()
    {
        { "ring", 3 }, { "ring", 50 }, { "path", 41 }, { "complete", 12 }, { "star", 30 }, { "torus", 100 }, { "two rings", 60 },
        { "hypercube", 64 },
        { "complete", 700 }, { "star", 1500 }, { "ring", 900 }, { "torus", 900 }, { "path", 800 }, { "two rings", 1000 },
        { "hypercube", 1024 },
    };

    [Theory, MemberData(nameof(Families))]
    public void Spectra_are_the_analytic_ones(string family, int n)
    {
        const double g = 0.3;
        double[] expected = [.. Analytic(family, n).Select(x => g * x).Order()];
        var spectrum = new LaplacianSpectrum(Graph(family, n, g));
        int count = n <= 600 ? n : 4;
        Assert.Equal(expected.Length, n);
        AssertClose(expected[..count], spectrum.Smallest(count), n);
        AssertClose([.. expected.Reverse().Take(count)], spectrum.Largest(count), n);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(601)]
    public void A_pair_has_twice_its_weight(int nodes)
    {
        var spectrum = new LaplacianSpectrum(new(nodes, [0], [1], [0.7]));
        Assert.Equal(1.4, spectrum.Largest()[0], 1e-12);
        Assert.Equal([0, nodes == 2 ? 1.4 : 0], spectrum.Smallest(2), (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal(1.4, spectrum.GershgorinBound(Ones(nodes)));
    }

    [Fact]
    public void Mirrored_and_repeated_pairs_add_and_pairs_of_weight_0_do_not_conduct()
    {
        var spectrum = new LaplacianSpectrum(new(3, [0, 1, 1], [1, 0, 2], [0.25, 0.5, 0]));
        Assert.Equal([0, 0, 1.5], spectrum.Smallest(3), (x, y) => Math.Abs(x - y) < 1e-15);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(1200)]
    public void The_scaled_largest_eigenvalue_comes_with_its_vector(int n)
    {
        var random = new CounterRandom(4, 4);
        var (a, b) = Connect.Random(6.0 / n, 1)(n, n);
        var graph = new WeightedGraph(n, a, b, [.. a.Select((_, e) => 0.1 + random.Uniform((ulong)e))]);
        double[] scale = [.. Enumerable.Range(0, n).Select(i => 0.5 + random.Uniform((ulong)i, 1))];
        var spectrum = new LaplacianSpectrum(graph);
        var (value, x) = spectrum.LargestEigenvalue(scale);
        double[] product = new double[n];
        foreach (var (i, j, g) in graph.Edges)
        {
            product[i] += scale[i] * g * (x[i] - x[j]);
            product[j] += scale[j] * g * (x[j] - x[i]);
        }
        Assert.Equal(1, Math.Sqrt(x.Sum(u => u * u)), 1e-12);
        Assert.InRange(Math.Sqrt(product.Zip(x, (p, u) => (p - value * u) * (p - value * u)).Sum()), 0, 1e-5 * value);
        double bound = spectrum.GershgorinBound(scale), largestEntry = scale.Zip(graph.Strengths, (s, d) => s * d).Max();
        Assert.Equal(2 * largestEntry, bound, 1e-12);
        Assert.InRange(value, largestEntry, bound);
        if (n == 40)
        {
            double[][] dense = [.. scale.Select(_ => new double[n])];
            foreach (var (i, j, g) in graph.Edges)
            {
                dense[i][i] += scale[i] * g;
                dense[j][j] += scale[j] * g;
                dense[i][j] = dense[j][i] = -g * Math.Sqrt(scale[i] * scale[j]);
            }
            Assert.Equal(1, SymmetricEigenvalues.Of(dense)[^1] / value, 1e-6);
        }
    }

    [Fact]
    public void The_largest_eigenvalue_of_a_ring_of_10000_cells_is_4_g()
    {
        // The hardest case: nearly equal eigenvalues next to the largest.
        var (value, _) = new LaplacianSpectrum(Graph("ring", 10_000, 0.3)).LargestEigenvalue(Ones(10_000));
        Assert.Equal(1, value / 1.2, 1e-6);
    }

    [Fact]
    public void Without_edges_all_is_0()
    {
        var spectrum = new LaplacianSpectrum(new(3, [], [], []));
        Assert.Equal([0, 0, 0], spectrum.Smallest(3));
        Assert.Equal(0, spectrum.LargestEigenvalue([1, 2, 3]).Value);
        Assert.Equal(0, new LaplacianSpectrum(new(0, [], [], [])).LargestEigenvalue([]).Value);
    }

    [Fact]
    public void What_has_no_spectrum_is_refused_with_the_numbers()
    {
        Assert.Equal("The pair 0 - 1 has the weight -1; a spectrum needs weights of 0 or more. (Parameter 'graph')", Refused([-1]));
        var spectrum = new LaplacianSpectrum(new(2, [0], [1], [1]));
        Assert.Equal("A graph of 2 nodes has as many eigenvalues, but 3 were asked for. (Parameter 'count')",
            Assert.Throws<ArgumentException>(() => spectrum.Smallest(3)).Message);
        Assert.Equal("The factor of node 1 is 0; give a positive number. (Parameter 'scale')",
            Assert.Throws<ArgumentException>(() => spectrum.LargestEigenvalue([1, 0])).Message);
    }

    private static string Refused(double[] weight)
        => Assert.Throws<ArgumentException>(() => new LaplacianSpectrum(new(2, [0], [1], weight))).Message;

    private static double[] Ones(int n) => [.. Enumerable.Repeat(1.0, n)];

    // Direct spectra are exact to round-off; iterated values have an error of the residual squared over the gap, never above the residual.
    private static void AssertClose(double[] expected, double[] actual, int n)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int k = 0; k < expected.Length; k++)
            Assert.InRange(actual[k] - expected[k], -Tolerance(expected[k]), Tolerance(expected[k]));

        double Tolerance(double x) => n <= 600 ? 1e-12 * (1 + x) : 1e-6 * x;
    }

    private static WeightedGraph Graph(string family, int n, double g)
    {
        int side = (int)Math.Round(Math.Sqrt(n));
        var (a, b) = family switch
        {
            "ring" => Connect.Ring(n, n),
            "path" => Connect.Grid(1, n)(n, n),
            "complete" => Connect.AllToAll(n, n),
            "star" => (new int[n - 1], [.. Enumerable.Range(1, n - 1)]),
            "torus" => Connect.Torus(side, side)(n, n),
            "two rings" => TwoRings(n),
            _ => Hypercube(n),
        };
        return new(n, a, b, [.. a.Select(_ => g)]);
    }

    private static (int[], int[]) TwoRings(int n)
    {
        var (a, b) = Connect.Ring(n / 2, n / 2);
        return ([.. a, .. a.Select(i => i + n / 2)], [.. b, .. b.Select(i => i + n / 2)]);
    }

    private static (int[], int[]) Hypercube(int n)
    {
        var pairs = from i in Enumerable.Range(0, n)
                    from bit in Enumerable.Range(0, 30)
                    where 1 << bit < n && (i & 1 << bit) == 0
                    select (i, i | 1 << bit);
        return ([.. pairs.Select(p => p.Item1)], [.. pairs.Select(p => p.Item2)]);
    }

    private static IEnumerable<double> Analytic(string family, int n)
    {
        int side = (int)Math.Round(Math.Sqrt(n));
        return family switch
        {
            "ring" => Ring(n),
            "path" => Enumerable.Range(0, n).Select(k => 2 - 2 * Math.Cos(Math.PI * k / n)),
            "complete" => Enumerable.Range(0, n).Select(k => k == 0 ? 0.0 : n),
            "star" => Enumerable.Range(0, n).Select(k => k == 0 ? 0.0 : k == 1 ? n : 1),
            "torus" => from x in Ring(side) from y in Ring(side) select x + y,
            "two rings" => Ring(n / 2).Concat(Ring(n / 2)),
            _ => Enumerable.Range(0, n).Select(k => 2.0 * System.Numerics.BitOperations.PopCount((uint)k)),
        };

        static IEnumerable<double> Ring(int n) => Enumerable.Range(0, n).Select(k => 2 - 2 * Math.Cos(2 * Math.PI * k / n));
    }
}
