namespace Connexon;

/// <summary>Eigenvectors of a matrix of two or three rows, by Jacobi's rotations.</summary>
internal static class SmallEigenvector
{
    /// <summary>The eigenvector, of length 1, of the largest eigenvalue.</summary>
    /// <param name="a">The symmetric matrix; overwritten. Where its two halves differ by round-off, the upper counts.</param>
    public static double[] OfLargest(double[,] a)
    {
        int n = a.GetLength(0);
        var vectors = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                (vectors[i, j], a[j, i]) = (i == j ? 1 : 0, a[Math.Min(i, j), Math.Max(i, j)]);
        for (int sweep = 0; sweep < 12; sweep++) // converges quadratically: 4 or 5 suffice
            for (int p = 0; p < n; p++)
                for (int q = p + 1; q < n; q++)
                    if (a[p, q] != 0)
                        Rotate(a, vectors, p, q);
        int best = 0;
        for (int i = 1; i < n; i++)
            best = a[i, i] > a[best, best] ? i : best;
        return [.. Enumerable.Range(0, n).Select(i => vectors[i, best])];
    }

    // The rotation of the plane (p, q) that makes a[p, q] zero.
    private static void Rotate(double[,] a, double[,] vectors, int p, int q)
    {
        int n = a.GetLength(0);
        double theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        double tangent = 1 / (theta + double.CopySign(double.Hypot(theta, 1), theta));
        double cosine = 1 / double.Hypot(tangent, 1), sine = tangent * cosine;
        for (int i = 0; i < n; i++)
        {
            (a[i, p], a[i, q]) = (cosine * a[i, p] - sine * a[i, q], sine * a[i, p] + cosine * a[i, q]);
            (vectors[i, p], vectors[i, q]) = (cosine * vectors[i, p] - sine * vectors[i, q], sine * vectors[i, p] + cosine * vectors[i, q]);
        }
        for (int i = 0; i < n; i++)
            (a[p, i], a[q, i]) = (cosine * a[p, i] - sine * a[q, i], sine * a[p, i] + cosine * a[q, i]);
        a[p, q] = a[q, p] = 0;
    }
}
