namespace Connexon;

/// <summary>
/// All eigenvalues of a dense symmetric matrix: Householder reflections to three diagonals, then implicit QL steps
/// (Golub and Van Loan, Matrix Computations, 4th ed., sections 8.3.1 and 8.3.5).
/// </summary>
internal static class SymmetricEigenvalues
{
    /// <summary>The eigenvalues, ascending.</summary>
    /// <param name="rows">The matrix, full and symmetric; overwritten.</param>
    public static double[] Of(double[][] rows)
    {
        int n = rows.Length;
        double[] diagonal = new double[n], off = new double[n];
        for (int k = 0; k < n; k++)
        {
            if (k + 2 < n)
                Reflect(rows, k);
            diagonal[k] = rows[k][k];
            off[k] = k + 1 < n ? rows[k][k + 1] : 0;
        }
        ImplicitQL(diagonal, off);
        Array.Sort(diagonal);
        return diagonal;
    }

    // Makes row k zero beyond its second diagonal by the reflection I - 2 u u' of the rows and columns after k.
    private static void Reflect(double[][] rows, int k)
    {
        int n = rows.Length;
        var u = new double[n];
        double norm = 0;
        for (int i = k + 1; i < n; i++)
            norm = double.Hypot(norm, u[i] = rows[k][i]);
        if (norm == 0)
            return;
        double image = u[k + 1] > 0 ? -norm : norm; // the sign that does not cancel
        u[k + 1] -= image;
        double length = 0;
        for (int i = k + 1; i < n; i++)
            length = double.Hypot(length, u[i]);
        for (int i = k + 1; i < n; i++)
            u[i] /= length;
        var w = new double[n];
        double projection = 0;
        for (int i = k + 1; i < n; i++)
        {
            for (int j = k + 1; j < n; j++)
                w[i] += rows[i][j] * u[j];
            projection += u[i] * w[i];
        }
        for (int i = k + 1; i < n; i++)
            w[i] = 2 * (w[i] - projection * u[i]);
        for (int i = k + 1; i < n; i++)
            for (int j = k + 1; j < n; j++)
                rows[i][j] -= u[i] * w[j] + w[i] * u[j];
        rows[k][k + 1] = image;
    }

    // off[i] couples i and i + 1.
    private static void ImplicitQL(double[] diagonal, double[] off)
    {
        for (int low = 0; low < diagonal.Length; low++)
            for (int high; (high = BlockEnd(diagonal, off, low)) > low;)
            {
                double half = (diagonal[low + 1] - diagonal[low]) / (2 * off[low]);
                double shift = diagonal[low] - off[low] / (half + double.CopySign(double.Hypot(half, 1), half)); // Wilkinson's
                double g = diagonal[high] - shift, sine = 1, cosine = 1, moved = 0;
                int i = high - 1;
                for (; i >= low; i--)
                {
                    double f = sine * off[i], b = cosine * off[i], r = double.Hypot(f, g);
                    off[i + 1] = r;
                    if (r == 0) // the block falls in two
                    {
                        diagonal[i + 1] -= moved;
                        off[high] = 0;
                        break;
                    }
                    (sine, cosine) = (f / r, g / r);
                    g = diagonal[i + 1] - moved;
                    r = (diagonal[i] - g) * sine + 2 * cosine * b;
                    moved = sine * r;
                    diagonal[i + 1] = g + moved;
                    g = cosine * r - b;
                }
                if (i >= low)
                    continue;
                diagonal[low] -= moved;
                off[low] = g;
                off[high] = 0;
            }
    }

    private static int BlockEnd(double[] diagonal, double[] off, int low)
    {
        int high = low;
        while (high + 1 < diagonal.Length
            && Math.Abs(off[high]) > double.Epsilon + 1.2e-16 * (Math.Abs(diagonal[high]) + Math.Abs(diagonal[high + 1])))
            high++;
        return high;
    }
}
