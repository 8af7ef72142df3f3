namespace Connexon;

/// <summary>Ornstein-Uhlenbeck noise by its exact transition (Gillespie 1996, doi:10.1103/PhysRevE.54.2084).</summary>
internal sealed class OrnsteinUhlenbeckDrive(Quantity mean, double deviation, double correlation) : Drive(mean.Dimension)
{
    internal override bool IsNoise => true;

    internal override DriveSource Prepare(DriveContext context) => new Source(mean.Value, deviation, Math.Exp(-context.Dt / correlation), context);

    private sealed class Source(double mean, double deviation, double decay, DriveContext context) : DriveSource
    {
        private readonly double[] _value = new double[context.Neurons * context.Members];
        private readonly double _kick = deviation * Math.Sqrt(1 - decay * decay);
        private long _step = -1;
        private bool _new;

        public override void Advance(double t, long step) => (_new, _step) = (step != _step, step);

        public override void Add(Span<double> input, int start, int end)
        {
            end = Math.Min(end, _value.Length);
            for (int i = start; i < end; i++)
            {
                if (_new)
                {
                    double draw = Noise.Draw(context, i, _step);
                    _value[i] = _step == 0 ? deviation * draw : decay * _value[i] + _kick * draw;
                }
                input[i] += mean + _value[i];
            }
        }
    }
}
