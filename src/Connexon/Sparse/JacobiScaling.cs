using System.Runtime.Intrinsics;

namespace Connexon;

/// <summary>
/// The equations D^-1 (I + a K) z = -D^-1 a K r, D = 1 + kappa_i being the diagonal: what the methods with sums over the network solve.
/// </summary>
internal sealed unsafe class JacobiScaling
{
    private readonly PinnedArray _diagonal; // 1 / D of each element

    public JacobiScaling(CouplingSystem system, int batch)
    {
        Windows = new RowWindows(system.ScaledMatrix(i => 1 / (1 + system.Kappa[i])), batch);
        _diagonal = OfRows([.. system.Kappa.Select(kappa => 1 / (1 + kappa))]);
    }

    public RowWindows Windows { get; }

    /// <summary>The elements of a value of each row, the same for all members.</summary>
    public PinnedArray OfRows(double[] rows)
    {
        var elements = new PinnedArray(Windows.Length);
        for (int e = 0; e < rows.Length * Windows.Batch; e++)
            elements.Span[e] = rows[e / Windows.Batch];
        return elements;
    }

    /// <summary>A vector of zeros.</summary>
    public PinnedArray NewVector() => new(Windows.Length);

    /// <summary>
    /// into = -D^-1 (v + a K x), in a window. With x = r + v that is the residual of z = v; with x = v, minus the product of the matrix.
    /// </summary>
    public void Apply(int window, double* x, double* v, double* into)
    {
        double* inverse = (double*)_diagonal.Address;
        for (var (e, end) = Windows.Elements(window); e < end; e += 4)
            (-Vector256.Load(inverse + e) * Vector256.Load(v + e)).Store(into + e);
        Windows.AddCurrents(window, x, into);
    }
}
