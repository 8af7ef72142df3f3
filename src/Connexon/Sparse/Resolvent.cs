using System.Runtime.Intrinsics;

namespace Connexon;

/// <summary>
/// The inverse of I + Q, where Q is the Laplacian of given rates: P_ij is the probability to end at j of a walk that starts at i, jumps
/// from k to m at the rate q_km, and ends at the rate 1. So rows sum to 1 and no element is negative.
/// </summary>
/// <remarks>
/// States are eliminated one after the other, and the walk is told without them. The pivot is a sum of the rates that leave, never 1 minus
/// something (Grassmann, Taksar and Heyman 1985, doi:10.1287/opre.33.5.1107): nothing is subtracted, so every element is right to a few
/// units of round-off per elimination however large the rates are.
/// </remarks>
internal static unsafe class Resolvent
{
    /// <summary>Turns rates into the inverse, in place.</summary>
    /// <param name="matrix">The address of q_ij, not negative, at i * stride + j; the diagonal is not read.</param>
    /// <param name="size">The number of states.</param>
    /// <param name="stride">The distance of rows, a multiple of 4; what lies between must be 0.</param>
    public static void Invert(double* matrix, int size, int stride)
    {
        for (int k = 0; k < size; k++)
        {
            // Columns of states still there hold rates (after their row's elimination: probabilities) to go there, the others to end there.
            double* pivot = matrix + (nint)k * stride;
            pivot[k] = 0;
            double leaving = 1;
            for (int j = 0; j < size; j++)
                leaving += pivot[j];
            pivot[k] = 1;
            for (int j = 0; j < size; j++)
                pivot[j] /= leaving;
            for (int i = 0; i < size; i++)
            {
                double* row = matrix + (nint)i * stride;
                double into = row[k];
                if (i == k || into == 0)
                    continue;
                row[k] = 0;
                // For a state still there, this spoils the diagonal: a way back to where it began, which its pivot does not count.
                Add(row, pivot, into, stride);
            }
        }
    }

    private static void Add(double* row, double* pivot, double factor, int length)
    {
        Vector256<double> f = Vector256.Create(factor);
        for (int j = 0; j < length; j += 4)
            Vector256.FusedMultiplyAdd(f, Vector256.Load(pivot + j), Vector256.Load(row + j)).Store(row + j);
    }
}
