using System.Numerics;
using System.Runtime.CompilerServices;

namespace Connexon;

internal sealed unsafe partial class ConductanceMatrix
{
    /// <summary>The same of voltages v and currents y in memory of the matrix's precision.</summary>
    public void AddCurrents(PinnedArray v, PinnedArray y, int batch, int sliceStart, int sliceEnd) =>
        AddCurrents(v.Address, y.Address, batch, sliceStart, sliceEnd);

    /// <summary>Adds the junction currents of the rows of some slices: y[i] += sum_j g_ij (v[j] - v[i]).</summary>
    /// <param name="v">The address of Rows * batch numbers of the matrix's precision, voltages; element (i, b) is at i * batch + b. Not
    /// changed.</param>
    /// <param name="y">The address of as many numbers, currents, laid out alike; must not overlap v.</param>
    /// <param name="batch">The number of runs side by side, at least 1.</param>
    /// <param name="sliceStart">The first slice.</param>
    /// <param name="sliceEnd">One past the last slice, at most <see cref="Slices"/>. Different slices write different rows of y.</param>
    /// <exception cref="ArgumentOutOfRangeException">A batch below 1 or slices that do not exist.</exception>
    public void AddCurrents(nint v, nint y, int batch, int sliceStart, int sliceEnd)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(sliceStart);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sliceEnd, Slices);
        if (singles is null) AddCurrents(v, y, weights, batch, sliceStart, sliceEnd);
        else AddCurrents(v, y, singles, batch, sliceStart, sliceEnd);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddCurrents<T>(nint v, nint y, T[] numbers, int batch, int sliceStart, int sliceEnd)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (int* row = slotRow, term = neighbours)
        fixed (T* g = numbers)
        {
            var p = new Product<T>((T*)v, (T*)y, term, g, batch, commonWeight);
            int side = batch / 4 * 4; // this many runs four at a time, the others one by one
            for (int slot = sliceStart * Lanes; slot < sliceEnd * Lanes; slot += Lanes)
            {
                int lanes = Math.Min(Lanes, Rows - slot), spacing = step[slot / Lanes];
                for (int lane = slot; batch > 1 && lane < slot + lanes; lane++)
                    p.AddSideBySide(row[lane], first[lane], length[lane], spacing, side);
                for (int b = side; b < batch; b++)
                    if (spacing == 1)
                        for (int lane = slot; lane < slot + lanes; lane++)
                            p.AddRow(row[lane], first[lane], length[lane], b);
                    else if (batch == 1)
                        p.AddColumns(row + slot, first[slot], length[slot], new Adjacent());
                    else
                        p.AddColumns(row + slot, first[slot], length[slot], new Strided(batch, b));
            }
        }
    }

    // The product of one call: addresses of the vectors and of the terms.
    private readonly partial struct Product<T>(T* voltages, T* currents, int* terms, T* weights, int batch, double common)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
