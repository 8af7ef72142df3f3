using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Connexon;

internal sealed unsafe partial class ConductanceMatrix
{
    // Where the element of a node lies, for one run of the batch.
    private interface IPlace
    {
        nint Of(int node);
    }

    private readonly struct Adjacent : IPlace
    {
        public nint Of(int node) => node;
    }

    private readonly struct Strided(nint batch, nint b) : IPlace
    {
        public nint Of(int node) => node * batch + b;
    }

    private readonly partial struct Product<T>
    {
        // Eight rows of one run at once.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void AddColumns<TPlace>(int* row, int first, int columns, TPlace place) where TPlace : struct, IPlace
        {
            T* v = voltages, y = currents;
            int* term = terms + first, end = term + Lanes * (nint)columns;
            Vector256<double> v0 = Gather(v, row, place), v1 = Gather(v, row + 4, place), sum0 = default, sum1 = default;
            Vector256<double> y0 = Gather(y, row, place), y1 = Gather(y, row + 4, place);
            if (weights == null)
            {
                for (; term < end; term += Lanes)
                {
                    sum0 += Gather(v, term, place) - v0;
                    sum1 += Gather(v, term + 4, place) - v1;
                }
                Vector256<double> w = Vector256.Create(common);
                Scatter(y, row, place, Vector256.FusedMultiplyAdd(w, sum0, y0));
                Scatter(y, row + 4, place, Vector256.FusedMultiplyAdd(w, sum1, y1));
                return;
            }
            for (T* g = weights + first; term < end; term += Lanes, g += Lanes)
            {
                sum0 = Vector256.FusedMultiplyAdd(Load(g), Gather(v, term, place) - v0, sum0);
                sum1 = Vector256.FusedMultiplyAdd(Load(g + 4), Gather(v, term + 4, place) - v1, sum1);
            }
            Scatter(y, row, place, y0 + sum0);
            Scatter(y, row + 4, place, y1 + sum1);
        }

        // One row of one run.
        public void AddRow(int row, int first, int length, int b)
        {
            var place = new Strided(batch, b);
            T* v = voltages, y = currents;
            nint own = place.Of(row);
            double v0 = One(v[own]), sum = 0;
            if (weights == null)
            {
                for (int k = first; k < first + length; k++)
                    sum += One(v[place.Of(terms[k])]) - v0;
                y[own] = Rounded(Math.FusedMultiplyAdd(common, sum, One(y[own])));
                return;
            }
            for (int k = first; k < first + length; k++)
                sum = Math.FusedMultiplyAdd(One(weights[k]), One(v[place.Of(terms[k])]) - v0, sum);
            y[own] = Rounded(One(y[own]) + sum);
        }
    }
}
