namespace Connexon;

/// <summary>A drive that is a function of time and neuron.</summary>
internal sealed class NeuronFunctionDrive(Dimension? dimension, Func<Time, int, double> value) : Drive(dimension)
{
    public override string ToString() => $"{Dimension}, as a function of time and neuron";

    internal override DriveSource Prepare(DriveContext context) =>
        new Source(value, context.Neurons * context.Members, context.Members, Edges, Dimension ?? default);

    private sealed class Source(Func<Time, int, double> value, int elements, int members, DriveEdges? edges, Dimension dimension)
        : DriveSource
    {
        private (double From, double To) _now; // a time, or an interval

        public override DriveEdges? Edges => edges;

        public override void Advance(double t, long step) => _now = (t, t);

        public override void Average(double from, double to, long step) => _now = (from, edges is null ? from : to);

        public override void Add<T>(Span<T> input, int start, int end)
        {
            end = Math.Min(end, elements);
            for (int i = start; i < end; i++) input[i] += Either.Of<T>(Now(i / members));
        }

        private double Now(int neuron) => Finite(_now.From < _now.To
            ? edges!.Mean(t => value(new Time(t), neuron), _now.From, _now.To)
            : value(new Time(_now.From), neuron), dimension, _now.From, neuron);
    }
}
