namespace Connexon;

/// <summary>How fast junctions alone make coupled states move: the extreme eigenvalues of C^-1 L, or bounds of them.</summary>
internal static class CouplingRates
{
    // Beyond so many rows the largest rate is known to 1 %, from above: ten times as many products would hardly change a decision.
    private const int Many = 20_000;
    private const double Fine = 1e-5, Coarse = 1e-2;

    extension(Electrical electrical)
    {
        /// <summary>
        /// The largest rate of the junctions, an upper estimate of the largest eigenvalue of C^-1 L where that is enough.
        /// </summary>
        /// <param name="enough">If a cheap upper bound is already below this, it is returned.</param>
        public double LargestRate(double enough) => electrical.LargestRate(enough, out _);

        /// <summary>The same, with the mode that has it.</summary>
        /// <param name="enough">If a cheap upper bound is already below this, it is returned.</param>
        /// <param name="mode">By how much each row moves; null if the bound was enough.</param>
        public double LargestRate(double enough, out double[]? mode)
        {
            mode = null;
            double bound = Bound(electrical);
            // Between partitions the bound is all that is known.
            if (bound <= enough || electrical.Layout.Cut is not null) return bound;
            (double rate, mode) = Extreme(electrical, largest: true, bound);
            return electrical.IsReciprocal ? rate : bound;
        }

        /// <summary>The junction that takes the largest part in a mode.</summary>
        public Edge Worst(double[] mode) => electrical.Edges().MaxBy(e =>
        {
            double difference = mode[e.Pre] - mode[e.Post];
            return e.Strength * difference * difference;
        });

        /// <summary>
        /// The largest rate at which junctions alone make differences of coupled states grow, an upper estimate where weights are
        /// one-way; 0 without negative weights.
        /// </summary>
        public double FastestGrowth()
        {
            if (!electrical.HasNegative) return 0;
            // Gershgorin: each row's negative weights, twice.
            double[] repulsion = new double[electrical.Gains.Length];
            foreach (Edge e in electrical.Edges())
            {
                repulsion[e.Post] += Math.Max(0, -e.ToPost);
                repulsion[e.Pre] += Math.Max(0, -e.ToPre);
            }
            return electrical.IsReciprocal ? Math.Max(0, -Extreme(electrical, largest: false, Bound(electrical)).Rate)
                : 2 * repulsion.Zip(electrical.Gains).Max(n => n.First * Math.Abs(n.Second));
        }
    }

    private static double Bound(Electrical electrical) =>
        electrical.Exchange.Largest(
            2 * electrical.Strengths.Zip(electrical.Gains).Select(n => n.First * Math.Abs(n.Second)).DefaultIfEmpty().Max());

    // The largest or smallest eigenvalue of C^-1 L with its vector; for non-reciprocal weights that of the mean of both directions.
    private static (double Rate, double[] Mode) Extreme(Electrical electrical, bool largest, double bound)
    {
        // (A state that its own input does not move counts as immensely heavy.)
        double[] scale = [.. electrical.Gains.Select(g => Math.Max(Math.Abs(g), 1e-12))];
        double tolerance = electrical.Matrix.Rows > Many ? Coarse : Fine;
        if (electrical.HasNegative) return SignedSpectrum.Extreme(GraphOf(electrical), scale, largest, bound);
        ConductanceMatrix matrix = electrical.IsReciprocal && electrical.Layout.Precision == Precision.Double ? electrical.Matrix
            : ConductanceMatrix.Of(GraphOf(electrical).Merged().Graph);
        var (rate, mode) = LaplacianSpectrum.LargestEigenvalue(matrix, scale, tolerance);
        return (tolerance > Fine ? Math.Min(bound, (1 + tolerance) * rate) : rate, mode);
    }

    private static WeightedGraph GraphOf(Electrical electrical)
    {
        Edge[] edges = [.. electrical.Edges()];
        return new(
            electrical.Gains.Length, [.. edges.Select(e => e.Pre)], [.. edges.Select(e => e.Post)], [.. edges.Select(e => e.Strength)]);
    }
}
