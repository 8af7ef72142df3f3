namespace Connexon;

/// <summary>A drive of some neurons of a population; the others have none.</summary>
/// <param name="drive">The drive, over as many neurons as are driven.</param>
/// <param name="neurons">Which, each once.</param>
internal sealed class PartialDrive(Drive drive, int[] neurons) : Drive(drive.Dimension)
{
    internal override int Members => drive.Members;

    internal override bool IsNoise => drive.IsNoise;

    internal override bool IsWhite => drive.IsWhite;

    internal override string? Problem(string population, Dimension input, int size)
    {
        foreach (int i in neurons)
            if ((uint)i >= (uint)size) return $"A drive of {population} is for neuron {i}: there are neurons 0 to {size - 1}.";
        if (neurons.GroupBy(i => i).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return $"A drive of {population} names neuron {twice.Key} {twice.Count()} times: name each once, drives add up.";
        return drive.Problem($"{neurons.Length} neurons of {population}", input, neurons.Length);
    }

    internal override IReadOnlyList<Func<int, DrivePiece>>? Pieces(int size, CounterRandom random) =>
        drive.Pieces(neurons.Length, random)?.Select<Func<int, DrivePiece>, Func<int, DrivePiece>>(
            piece => i => Array.IndexOf(neurons, i) is >= 0 and var k ? piece(k) : DrivePiece.Constant(0, 0, 0)).ToArray();

    internal override DriveSource Prepare(DriveContext context)
    {
        var inner = context with { Neurons = neurons.Length, From = 0 };
        var mine = neurons.Index().Select(n => (At: n.Item - context.From, Of: n.Index)).Where(p => p.At >= 0 && p.At < context.Neurons)
            .OrderBy(p => p.At).ToArray();
        return new Source(drive.Prepare(inner), [.. mine.Select(p => p.At)], [.. mine.Select(p => p.Of)], neurons.Length * context.Members,
            context.Members);
    }

    public override string ToString() =>
        $"{drive}, at {(neurons.Length > 5 ? $"{neurons.Length} neurons" : $"neuron {string.Join(", ", neurons)}")}";

    /// <param name="drive">Over the neurons that are driven, in the order in which they were named.</param>
    /// <param name="at">Which of the population they are, ascending.</param>
    /// <param name="of">The number of each among those named.</param>
    /// <param name="elements">How many elements the drive has.</param>
    /// <param name="members">The members of the batch.</param>
    private sealed class Source(DriveSource drive, int[] at, int[] of, int elements, int members) : DriveSource
    {
        private readonly double[] _values = drive.IsConstant ? Values(drive, new double[elements]) : new double[elements];

        public override bool IsConstant => drive.IsConstant;

        public override DriveEdges? Edges => drive.Edges;

        public override void Advance(double t, long step)
        {
            drive.Advance(t, step);
            Values(drive, _values);
        }

        public override void Average(double from, double to, long step)
        {
            drive.Average(from, to, step);
            Values(drive, _values);
        }

        public override void Add<T>(Span<T> input, int start, int end)
        {
            int first = Array.BinarySearch(at, start / members);
            for (int k = first < 0 ? ~first : first; k < at.Length && at[k] * members < end; k++)
                for (int b = 0; b < members; b++)
                    if (at[k] * members + b is var i && i >= start && i < end) input[i] += Either.Of<T>(_values[of[k] * members + b]);
        }

        private static double[] Values(DriveSource drive, double[] values)
        {
            Array.Clear(values);
            drive.Add<double>(values, 0, values.Length);
            return values;
        }
    }
}
