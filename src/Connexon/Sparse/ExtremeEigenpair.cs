using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>
/// The largest or smallest eigenvalue of a large symmetric operator that is only known by its product: locally optimal conjugate
/// gradients, Knyazev 2001, doi:10.1137/S1064827500366124, with one vector. Each step finds the best combination of the current vector,
/// its residual and the last direction; it needs one product and a handful of vectors.
/// </summary>
internal sealed class ExtremeEigenpair
{
    private readonly Action<double[], double[]> multiply;
    private readonly double[] preconditioner;
    private readonly int sign;
    private readonly List<double[]> known = [];

    /// <summary>A search among the vectors orthogonal to those found so far.</summary>
    /// <param name="multiply">(x, y): sets y to the operator's product with x.</param>
    /// <param name="preconditioner">What a residual is multiplied by, element by element; positive.</param>
    /// <param name="largest">Whether the largest or the smallest eigenvalue is sought.</param>
    public ExtremeEigenpair(Action<double[], double[]> multiply, double[] preconditioner, bool largest)
        => (this.multiply, this.preconditioner, sign) = (multiply, preconditioner, largest ? 1 : -1);

    /// <summary>Excludes a vector of length 1, orthogonal to those excluded before.</summary>
    public void Exclude(double[] vector) => known.Add(vector);

    /// <summary>The next eigenvalue, with a vector of length 1 whose residual is at most tolerance * eigenvalue.</summary>
    /// <exception cref="InvalidOperationException">No convergence in the number of steps allowed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (double Value, double[] Vector) Next(double tolerance, int maxSteps = 200_000)
    {
        int n = preconditioner.Length;
        var start = new CounterRandom(0, CounterRandom.Stream("ExtremeEigenpair"));
        Direction x = new(n), residual = new(n), last = new(n);
        for (int i = 0; i < n; i++)
            x.Vector[i] = start.Uniform((ulong)i, (ulong)known.Count) - 0.5;
        x.MakeOrthogonal(known, []);
        double value = 0, error = 0;
        bool hasLast = false;
        for (int step = 0; step < maxSteps; step++)
        {
            if (step % 32 == 0) // the product is otherwise carried along by recurrence, and drifts
                multiply(x.Vector, x.Product);
            value = DenseVector.Dot(x.Vector, x.Product);
            for (int i = 0; i < n; i++)
                residual.Vector[i] = x.Product[i] - value * x.Vector[i];
            error = Math.Sqrt(DenseVector.Dot(residual.Vector, residual.Vector));
            if (error <= tolerance * Math.Abs(value))
                return (value, x.Vector);
            for (int i = 0; i < n; i++)
                residual.Vector[i] *= preconditioner[i];
            if (!residual.MakeOrthogonal(known, [x]))
                return (value, x.Vector);
            multiply(residual.Vector, residual.Product);
            hasLast = hasLast && last.MakeOrthogonal(known, [x, residual]);
            Combine(x, residual, last, hasLast);
            hasLast = true;
        }
        throw new InvalidOperationException(
            $"No eigenvalue found in {maxSteps} steps: the estimate {value} still has a residual of {error}.");
    }

    // Replaces x by the best combination of the three directions, and last by its part outside x.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Combine(Direction x, Direction residual, Direction last, bool hasLast)
    {
        Direction[] basis = hasLast ? [x, residual, last] : [x, residual];
        var matrix = new double[basis.Length, basis.Length];
        for (int i = 0; i < basis.Length; i++)
            for (int j = 0; j < basis.Length; j++)
                matrix[i, j] = sign * DenseVector.Dot(basis[i].Vector, basis[j].Product);
        double[] c = SmallEigenvector.OfLargest(matrix);
        double c2 = hasLast ? c[2] : 0;
        for (int i = 0; i < x.Vector.Length; i++)
        {
            last.Vector[i] = c[1] * residual.Vector[i] + c2 * last.Vector[i];
            last.Product[i] = c[1] * residual.Product[i] + c2 * last.Product[i];
            x.Vector[i] = c[0] * x.Vector[i] + last.Vector[i];
            x.Product[i] = c[0] * x.Product[i] + last.Product[i];
        }
    }

    // A vector with its product.
    private sealed class Direction(int n)
    {
        public readonly double[] Vector = new double[n], Product = new double[n];

        // Gram and Schmidt, twice; false where nothing is left. Products of excluded vectors are no concern: they are eigenvectors.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public bool MakeOrthogonal(List<double[]> known, Direction[] others)
        {
            double length = Math.Sqrt(DenseVector.Dot(Vector, Vector));
            if (!(length > 0))
                return false;
            for (int pass = 0; pass < 2; pass++)
            {
                foreach (double[] v in known)
                    DenseVector.Subtract(Vector, v, DenseVector.Dot(Vector, v));
                foreach (Direction other in others)
                {
                    double part = DenseVector.Dot(Vector, other.Vector);
                    DenseVector.Subtract(Vector, other.Vector, part);
                    DenseVector.Subtract(Product, other.Product, part);
                }
            }
            double left = Math.Sqrt(DenseVector.Dot(Vector, Vector));
            if (!(left > 1e-12 * length))
                return false;
            double scale = 1 / left;
            for (int i = 0; i < Vector.Length; i++)
                (Vector[i], Product[i]) = (Vector[i] * scale, Product[i] * scale);
            return true;
        }
    }
}
