namespace Connexon;

/// <summary>An amplitude, or one for each neuron, that holds from one time to another.</summary>
/// <param name="Amplitude">The amplitude.</param>
/// <param name="Start">When it begins, in ms.</param>
/// <param name="End">When it ends; infinite for one that does not.</param>
internal readonly record struct SquarePulse(InitialValues Amplitude, double Start, double End);

/// <summary>Square pulses: one after the other, or one.</summary>
internal sealed class PulseDrive(Dimension? dimension, IReadOnlyList<SquarePulse> pulses) : Drive(dimension)
{
    internal override int Members => pulses.Max(p => p.Amplitude.Members);

    internal override string? Problem(string population, Dimension input, int size) => base.Problem(population, input, size)
        ?? pulses.Select(p => ConstantDrive.Problem(p.Amplitude, population, input, size)).FirstOrDefault(p => p is not null);

    internal override IReadOnlyList<Func<int, DrivePiece>> Pieces(int neurons, CounterRandom random) =>
    [
        .. pulses.Select<SquarePulse, Func<int, DrivePiece>>(p =>
            i => DrivePiece.Constant(p.Amplitude.At(i, 0, random), p.Start, p.End - p.Start)),
    ];

    internal override DriveSource Prepare(DriveContext context) =>
        new Source(pulses, [.. pulses.Select(p => p.Amplitude.Uniform is { } all ? [all] : ConstantDrive.Numbers(p.Amplitude, context))],
            context.Neurons * context.Members);

    public override string ToString() => string.Join(", then ", pulses.Select(p =>
        $"{p.Amplitude} {(double.IsFinite(p.End) ? $"{new Time(p.Start)} .. {new Time(p.End)}" : $"from {new Time(p.Start)} on")}"));

    private sealed class Source(IReadOnlyList<SquarePulse> pulses, double[][] amplitudes, int elements) : DriveSource
    {
        private readonly double[] _on = new double[pulses.Count]; // 1 while a pulse lasts

        public override DriveEdges Edges { get; } = new(pulses.SelectMany(p => (double[])[p.Start, p.End]));

        public override void Advance(double t, long step)
        {
            for (int k = 0; k < _on.Length; k++) _on[k] = Reached(t, pulses[k].Start) && !Reached(t, pulses[k].End) ? 1 : 0;
        }

        public override void Average(double from, double to, long step)
        {
            for (int k = 0; k < _on.Length; k++)
                _on[k] = Math.Max(0, Math.Min(to, pulses[k].End) - Math.Max(from, pulses[k].Start)) / (to - from);
        }

        public override void Add<T>(Span<T> input, int start, int end)
        {
            end = Math.Min(end, elements);
            for (int k = 0; k < _on.Length; k++)
            {
                if (_on[k] == 0) continue;
                double[] amplitude = amplitudes[k];
                if (amplitude is [var all])
                    for (int i = start; i < end; i++) input[i] += Either.Of<T>(_on[k] * all);
                else
                    for (int i = start; i < end; i++) input[i] += Either.Of<T>(_on[k] * amplitude[i]);
            }
        }
    }
}
