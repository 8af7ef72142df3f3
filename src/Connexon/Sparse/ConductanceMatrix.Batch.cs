using System.Runtime.Intrinsics;

namespace Connexon;

internal sealed unsafe partial class ConductanceMatrix
{
    private readonly partial struct Product<T>
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
            T* v = voltages + b, y = currents + (nint)row * batch + b;
            int* term = terms + first;
            Vector256<double> v0 = Load(v + (nint)row * batch), sum = default;
            if (weights == null)
            {
                for (; length > 0; length--, term += spacing)
                    sum += Load(v + *term * (nint)batch) - v0;
                Store(y, Vector256.FusedMultiplyAdd(Vector256.Create(common), sum, Load(y)));
                return;
            }
            for (T* g = weights + first; length > 0; length--, term += spacing, g += spacing)
                sum = Vector256.FusedMultiplyAdd(Vector256.Create(One(*g)), Load(v + *term * (nint)batch) - v0, sum);
            Store(y, Load(y) + sum);
        }

        private void AddSixteen(int row, int first, int length, nint spacing, int b)
        {
            T* v = voltages + b, y = currents + (nint)row * batch + b, own = v + (nint)row * batch;
            int* term = terms + first;
            Vector256<double> v0 = Load(own), v1 = Load(own + 4), v2 = Load(own + 8), v3 = Load(own + 12);
            Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
            if (weights == null)
            {
                for (; length > 0; length--, term += spacing)
                {
                    T* other = v + *term * (nint)batch;
                    s0 += Load(other) - v0;
                    s1 += Load(other + 4) - v1;
                    s2 += Load(other + 8) - v2;
                    s3 += Load(other + 12) - v3;
                }
                Vector256<double> w = Vector256.Create(common);
                Store(y, Vector256.FusedMultiplyAdd(w, s0, Load(y)));
                Store(y + 4, Vector256.FusedMultiplyAdd(w, s1, Load(y + 4)));
                Store(y + 8, Vector256.FusedMultiplyAdd(w, s2, Load(y + 8)));
                Store(y + 12, Vector256.FusedMultiplyAdd(w, s3, Load(y + 12)));
                return;
            }
            for (T* g = weights + first; length > 0; length--, term += spacing, g += spacing)
            {
                T* other = v + *term * (nint)batch;
                Vector256<double> w = Vector256.Create(One(*g));
                s0 = Vector256.FusedMultiplyAdd(w, Load(other) - v0, s0);
                s1 = Vector256.FusedMultiplyAdd(w, Load(other + 4) - v1, s1);
                s2 = Vector256.FusedMultiplyAdd(w, Load(other + 8) - v2, s2);
                s3 = Vector256.FusedMultiplyAdd(w, Load(other + 12) - v3, s3);
            }
            Store(y, Load(y) + s0);
            Store(y + 4, Load(y + 4) + s1);
            Store(y + 8, Load(y + 8) + s2);
            Store(y + 12, Load(y + 12) + s3);
        }
    }
}
