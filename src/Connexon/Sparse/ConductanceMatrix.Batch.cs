using System.Runtime.Intrinsics;

namespace Connexon;

internal sealed unsafe partial class ConductanceMatrix
{
    private readonly partial struct Product
    {
        // One row for the first 'runs' runs of the batch (a multiple of 4): a neighbour's voltages lie side by side.
        public void AddSideBySide(int row, int first, int length, int spacing, int runs)
        {
            int b = 0;
            for (; b + 16 <= runs; b += 16)
                AddSixteen(row, first, length, spacing, b);
            for (; b < runs; b += 4)
                AddFour(row, first, length, spacing, b);
        }

        private void AddFour(int row, int first, int length, nint spacing, int b)
        {
            double* v = voltages + b, y = currents + (nint)row * batch + b;
            int* term = terms + first;
            Vector256<double> v0 = Vector256.Load(v + (nint)row * batch), sum = default;
            if (weights == null)
            {
                for (; length > 0; length--, term += spacing)
                    sum += Vector256.Load(v + *term * (nint)batch) - v0;
                Vector256.FusedMultiplyAdd(Vector256.Create(common), sum, Vector256.Load(y)).Store(y);
                return;
            }
            for (double* g = weights + first; length > 0; length--, term += spacing, g += spacing)
                sum = Vector256.FusedMultiplyAdd(Vector256.Create(*g), Vector256.Load(v + *term * (nint)batch) - v0, sum);
            (Vector256.Load(y) + sum).Store(y);
        }

        private void AddSixteen(int row, int first, int length, nint spacing, int b)
        {
            double* v = voltages + b, y = currents + (nint)row * batch + b, own = v + (nint)row * batch;
            int* term = terms + first;
            Vector256<double> v0 = Vector256.Load(own), v1 = Vector256.Load(own + 4), v2 = Vector256.Load(own + 8), v3 = Vector256.Load(own + 12);
            Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
            if (weights == null)
            {
                for (; length > 0; length--, term += spacing)
                {
                    double* other = v + *term * (nint)batch;
                    s0 += Vector256.Load(other) - v0;
                    s1 += Vector256.Load(other + 4) - v1;
                    s2 += Vector256.Load(other + 8) - v2;
                    s3 += Vector256.Load(other + 12) - v3;
                }
                Vector256<double> w = Vector256.Create(common);
                Vector256.FusedMultiplyAdd(w, s0, Vector256.Load(y)).Store(y);
                Vector256.FusedMultiplyAdd(w, s1, Vector256.Load(y + 4)).Store(y + 4);
                Vector256.FusedMultiplyAdd(w, s2, Vector256.Load(y + 8)).Store(y + 8);
                Vector256.FusedMultiplyAdd(w, s3, Vector256.Load(y + 12)).Store(y + 12);
                return;
            }
            for (double* g = weights + first; length > 0; length--, term += spacing, g += spacing)
            {
                double* other = v + *term * (nint)batch;
                Vector256<double> w = Vector256.Create(*g);
                s0 = Vector256.FusedMultiplyAdd(w, Vector256.Load(other) - v0, s0);
                s1 = Vector256.FusedMultiplyAdd(w, Vector256.Load(other + 4) - v1, s1);
                s2 = Vector256.FusedMultiplyAdd(w, Vector256.Load(other + 8) - v2, s2);
                s3 = Vector256.FusedMultiplyAdd(w, Vector256.Load(other + 12) - v3, s3);
            }
            (Vector256.Load(y) + s0).Store(y);
            (Vector256.Load(y + 4) + s1).Store(y + 4);
            (Vector256.Load(y + 8) + s2).Store(y + 8);
            (Vector256.Load(y + 12) + s3).Store(y + 12);
        }
    }
}
