namespace Connexon;

/// <summary>How alike the neurons of a population behave.</summary>
public static class Synchrony
{
    /// <summary>
    /// chi = sqrt(Var_t(mean_i x_i) / mean_i Var_t(x_i)) of a recorded state: 1 if all neurons move together, about 1 / sqrt(N) if they are
    /// independent (Golomb and Rinzel 1993, doi:10.1103/PhysRevE.48.4810; Golomb 2007, Scholarpedia 2:1347).
    /// </summary>
    /// <param name="trace">What was recorded.</param>
    /// <param name="from">Rows before this time are left out.</param>
    /// <param name="member">The member of the batch.</param>
    /// <returns>chi, between 0 and 1; NaN where it is undefined: fewer than two rows, or no neuron that moves at all.</returns>
    public static double Chi(Trace trace, Time from = default, int member = 0)
    {
        int first = 0;
        while (first < trace.Rows && trace.Times[first] < from.Value) first++;
        var mean = new double[trace.Rows - first];
        double single = 0;
        for (int i = 0; i < trace.Columns; i++)
        {
            double[] x = trace.Numbers(i, member)[first..];
            single += Variance(x) / trace.Columns;
            for (int r = 0; r < x.Length; r++) mean[r] += x[r] / trace.Columns;
        }
        return single > 0 ? Math.Sqrt(Variance(mean) / single) : double.NaN;
    }

    private static double Variance(double[] x)
    {
        if (x.Length < 2) return 0;
        double mean = x.Average();
        return x.Average(v => (v - mean) * (v - mean));
    }
}
