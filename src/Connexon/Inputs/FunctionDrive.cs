namespace Connexon;

/// <summary>A drive that is a function of time alone.</summary>
internal sealed class FunctionDrive(Dimension? dimension, Func<double, double> value) : Drive(dimension)
{
    /// <summary>As written by users, with quantities.</summary>
    public FunctionDrive(Dimension? dimension, Func<Time, double> value) : this(dimension, (double t) => value(new Time(t))) { }

    /// <summary>The straight line that it is, if it is one.</summary>
    internal DrivePiece? Line { get; init; }

    internal override IReadOnlyList<Func<int, DrivePiece>>? Pieces(int neurons, CounterRandom random) => Line is null ? null : [_ => Line];

    public override string ToString() => $"{Dimension}, as a function of time";

    internal override DriveSource Prepare(DriveContext context) => new Source(value, context.Neurons * context.Members,
        Edges ?? (Line is null ? null : new([Line.Start, Line.Start + Line.Duration])), Dimension ?? default);

    private sealed class Source(Func<double, double> value, int elements, DriveEdges? edges, Dimension dimension) : DriveSource
    {
        private double _now;

        public override DriveEdges? Edges => edges;

        public override void Advance(double t, long step) => _now = Finite(value(t), dimension, t);

        public override void Average(double from, double to, long step) =>
            _now = Finite(edges is null ? value(from) : edges.Mean(value, from, to), dimension, from);

        public override void Add<T>(Span<T> input, int start, int end)
        {
            end = Math.Min(end, elements);
            for (int i = start; i < end; i++) input[i] += Either.Of<T>(_now);
        }
    }
}
