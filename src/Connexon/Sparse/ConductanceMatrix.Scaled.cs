namespace Connexon;

internal sealed partial class ConductanceMatrix
{
    // The rows of another matrix, each times its factor; the places of the terms are shared.
    private ConductanceMatrix(ConductanceMatrix other, double[] factor)
    {
        (Rows, Columns, Others, Window, Terms, Slices) = (other.Rows, other.Columns, other.Others, other.Window, other.Terms, other.Slices);
        (slotRow, length, first, step, neighbours) = (other.slotRow, other.length, other.first, other.step, other.neighbours);
        Totals = [.. other.Totals.Zip(factor, (g, f) => g * f)];
        int[] coupled = [.. Enumerable.Range(0, Rows).Where(i => other.Totals[i] != 0)];
        if (other.IsUniform
            && (Others?.Exchange.AreAlike(coupled.Select(i => factor[i])) ?? coupled.All(i => factor[i] == factor[coupled[0]])))
        {
            (weights, IsUniform) = ([], true);
            commonWeight = coupled.Length > 0 ? other.commonWeight * factor[coupled[0]] : 0;
            return;
        }
        weights = new double[neighbours.Length];
        for (int slot = 0; slot < Rows; slot++)
            for (int k = 0; k < length[slot]; k++)
            {
                int at = other.PlaceOf(slot, k);
                weights[at] = other.WeightAt(at) * factor[slotRow[slot]];
            }
    }

    /// <summary>The same terms, those of row i times factor[i]: sum_j factor_i g_ij (v_j - v_i). Costs little more than the new
    /// weights.</summary>
    public ConductanceMatrix Scaled(double[] factor) => new(this, factor);

    /// <summary>The terms in compressed rows, neighbours ascending.</summary>
    public (int[] Start, int[] Neighbour, double[] Weight) ToRows()
    {
        var start = new int[Rows + 1];
        var neighbour = new int[Terms];
        var weight = new double[Terms];
        int[] slotOf = new int[Rows];
        for (int slot = 0; slot < Rows; slot++)
            slotOf[slotRow[slot]] = slot;
        int term = 0;
        for (int i = 0; i < Rows; i++)
        {
            for (int k = 0; k < length[slotOf[i]]; k++)
            {
                int at = PlaceOf(slotOf[i], k);
                if (neighbours[at] != i) // the others are padding
                    (neighbour[term], weight[term++]) = (neighbours[at], WeightAt(at));
            }
            start[i + 1] = term;
        }
        return (start, neighbour, weight);
    }

    private int PlaceOf(int slot, int k) => first[slot] + k * step[slot / Lanes];

    private double WeightAt(int place) => IsUniform ? commonWeight : singles?[place] ?? weights[place];
}
