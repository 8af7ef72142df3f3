namespace Connexon;

/// <summary>Ornstein-Uhlenbeck noise by its exact transition (Gillespie 1996, doi:10.1103/PhysRevE.54.2084).</summary>
internal sealed class OrnsteinUhlenbeckDrive(Quantity mean, double deviation, double correlation) : Drive(mean.Dimension)
{
    internal override bool IsNoise => true;

    public override string ToString() =>
        $"Ornstein-Uhlenbeck noise, {mean} +- {mean with { Value = deviation }}, correlated over {new Time(correlation)}";

    internal override DriveSource Prepare(DriveContext context) =>
        new Source(mean.Value, deviation, Math.Exp(-context.Dt / correlation), context);

    private sealed class Source(double mean, double deviation, double decay, DriveContext context) : DriveSource
    {
        // Of the step before and of this one, by turns: a method may take a step again after it has looked ahead to the next.
        private readonly double[][] _values =
            [new double[context.Neurons * context.Members], new double[context.Neurons * context.Members]];
        private readonly double _kick = deviation * Math.Sqrt(1 - decay * decay);
        private long _step, _furthest = -1;
        private bool _new;

        public override void Advance(double t, long step) => (_new, _step, _furthest) = (step > _furthest, step, Math.Max(step, _furthest));

        public override void Add<T>(Span<T> input, int start, int end)
        {
            double[] value = _values[_step & 1], before = _values[~_step & 1];
            end = Math.Min(end, value.Length);
            for (int i = start; i < end; i++)
            {
                if (_new)
                {
                    double draw = Noise.Draw(context, i, _step);
                    value[i] = _step == 0 ? deviation * draw : decay * before[i] + _kick * draw;
                }
                input[i] += Either.Of<T>(mean + value[i]);
            }
        }
    }
}
