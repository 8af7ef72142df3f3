using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>
/// Eigenvalues of the weighted Laplacian L of a graph: (L x)_i = sum_j g_ij (x_i - x_j). None is negative; 0 occurs once per connected
/// component; the second smallest says how well the graph holds together, the largest how fast coupled cells can exchange charge.
/// In the unit of the weights (mS in a network).
/// </summary>
/// <remarks>Up to 600 nodes all eigenvalues are found directly; beyond, one by one by an iteration that needs only products with L, to a
/// relative residual of 1e-7.</remarks>
public sealed class LaplacianSpectrum
{
    private const int DenseLimit = 600;
    private const double Tolerance = 1e-7;

    private readonly WeightedGraph graph; // merged, conducting edges only
    private readonly ConductanceMatrix matrix;
    private double[]? all;

    /// <summary>Prepares the spectrum of a graph.</summary>
    /// <param name="graph">The graph; no weight is negative.</param>
    /// <exception cref="ArgumentException">A negative weight.</exception>
    public LaplacianSpectrum(WeightedGraph graph)
    {
        var edges = graph.Merged().Graph.Edges.ToArray();
        foreach (var (a, b, weight) in edges)
            if (weight < 0)
                throw new ArgumentException($"The pair {a} - {b} has the weight {weight}; a spectrum needs weights of 0 or more.",
                    nameof(graph));
        edges = [.. edges.Where(e => e.Weight > 0)];
        this.graph = new(graph.Nodes, [.. edges.Select(e => e.A)], [.. edges.Select(e => e.B)], [.. edges.Select(e => e.Weight)]);
        matrix = ConductanceMatrix.Of(this.graph);
    }

    /// <summary>The smallest eigenvalues, ascending: 0 for each connected component, then the others.</summary>
    /// <param name="count">How many, from 1 to the number of nodes; default 2.</param>
    /// <exception cref="ArgumentException">A count that is out of this range.</exception>
    /// <exception cref="InvalidOperationException">The iteration did not converge.</exception>
    public double[] Smallest(int count = 2)
    {
        Check(count);
        if (graph.Nodes <= DenseLimit)
            return All()[..count];
        var search = new ExtremeEigenpair(Multiply, [.. graph.Strengths.Select(s => s > 0 ? 1 / s : 1)], largest: false);
        GraphComponents components = graph.Components;
        for (int c = 0; c < components.Count && components.Count < count; c++)
            search.Exclude([.. components.Label.Select(label => label == c ? 1 / Math.Sqrt(components.Sizes[c]) : 0)]);
        var zeros = new double[Math.Min(components.Count, count)];
        return [.. zeros, .. Find(search, count - zeros.Length)];
    }

    /// <summary>The largest eigenvalues, descending.</summary>
    /// <inheritdoc cref="Smallest"/>
    public double[] Largest(int count = 1)
    {
        Check(count);
        return graph.Nodes <= DenseLimit ? [.. All().Reverse().Take(count)]
            : Find(new(Multiply, [.. Enumerable.Repeat(1.0, graph.Nodes)], largest: true), count);
    }

    /// <summary>
    /// The largest eigenvalue of diag(scale) L and its vector, by products with L alone: for cells of capacitance C, scale = 1/C gives the
    /// fastest rate at which junction currents change voltages. The relative residual is at most 1e-5; the value is then exact to better
    /// than 1e-6 even in a ring of 100 000 cells, where the neighbouring eigenvalues all but coincide.
    /// </summary>
    /// <param name="scale">One positive factor per node.</param>
    /// <returns>The eigenvalue, and its eigenvector of length 1 (one number per node).</returns>
    /// <exception cref="ArgumentException">Another number of factors than nodes, or a factor that is not positive.</exception>
    /// <exception cref="InvalidOperationException">The iteration did not converge.</exception>
    public (double Value, double[] Vector) LargestEigenvalue(ReadOnlySpan<double> scale)
    {
        CheckScale(scale);
        return LargestEigenvalue(matrix, scale.ToArray(), 1e-5);
    }

    /// <summary>The same of the Laplacian of a symmetric matrix, to a relative residual.</summary>
    internal static (double Value, double[] Vector) LargestEigenvalue(ConductanceMatrix matrix, double[] scale, double tolerance)
    {
        double[] root = [.. scale.Select(Math.Sqrt)];
        var scaled = new double[root.Length];
        // The symmetric matrix of the same eigenvalues: sqrt(scale) L sqrt(scale).
        var search = new ExtremeEigenpair([MethodImpl(MethodImplOptions.AggressiveOptimization)] (x, y) =>
        {
            for (int i = 0; i < x.Length; i++)
                scaled[i] = root[i] * x[i];
            Multiply(matrix, scaled, y);
            for (int i = 0; i < x.Length; i++)
                y[i] *= root[i];
        }, [.. root.Select(_ => 1.0)], largest: true);
        var (value, vector) = search.Next(tolerance);
        double length = Math.Sqrt(vector.Select((u, i) => root[i] * u * root[i] * u).Sum());
        return (value, [.. vector.Select((u, i) => length > 0 ? root[i] * u / length : 0)]);
    }

    /// <summary>A bound that no eigenvalue of diag(scale) L exceeds (Gershgorin): twice the largest scale times strength.</summary>
    /// <inheritdoc cref="LargestEigenvalue(ReadOnlySpan{double})"/>
    /// <returns>The bound: at least the eigenvalue, reached by a single pair, and at most twice the eigenvalue.</returns>
    public double GershgorinBound(ReadOnlySpan<double> scale)
    {
        CheckScale(scale);
        double bound = 0;
        for (int i = 0; i < scale.Length; i++)
            bound = Math.Max(bound, 2 * scale[i] * graph.Strengths[i]);
        return bound;
    }

    private double[] All()
    {
        if (all != null)
            return all;
        double[][] rows = [.. graph.Strengths.Select((_, i) => new double[graph.Nodes])];
        foreach (var (a, b, weight) in graph.Edges)
        {
            rows[a][b] = rows[b][a] = -weight;
            rows[a][a] += weight;
            rows[b][b] += weight;
        }
        double[] values = SymmetricEigenvalues.Of(rows);
        Array.Clear(values, 0, graph.Components.Count); // zero is exact
        return all = values;
    }

    private static double[] Find(ExtremeEigenpair search, int count)
    {
        var values = new double[count];
        for (int k = 0; k < count; k++)
        {
            (values[k], double[] vector) = search.Next(Tolerance);
            search.Exclude(vector);
        }
        return values;
    }

    private void Multiply(double[] x, double[] y) => Multiply(matrix, x, y);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Multiply(ConductanceMatrix matrix, double[] x, double[] y)
    {
        Array.Clear(y);
        fixed (double* from = x, to = y)
            matrix.AddCurrents((nint)from, (nint)to, 1, 0, matrix.Slices);
        for (int i = 0; i < y.Length; i++)
            y[i] = -y[i];
    }

    private void Check(int count)
    {
        if (count < 1 || count > graph.Nodes)
            throw new ArgumentException($"A graph of {graph.Nodes} nodes has as many eigenvalues, but {count} were asked for.",
                nameof(count));
    }

    private void CheckScale(ReadOnlySpan<double> scale)
    {
        if (scale.Length != graph.Nodes)
            throw new ArgumentException($"{scale.Length} factors were given for {graph.Nodes} nodes.", nameof(scale));
        for (int i = 0; i < scale.Length; i++)
            if (!(scale[i] > 0 && double.IsFinite(scale[i])))
                throw new ArgumentException($"The factor of node {i} is {scale[i]}; give a positive number.", nameof(scale));
    }
}
