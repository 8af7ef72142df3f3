namespace Connexon;

/// <summary>A drive that is a function of time and neuron.</summary>
internal sealed class NeuronFunctionDrive(Dimension? dimension, Func<Time, int, double> value) : Drive(dimension)
{
    internal override DriveSource Prepare(DriveContext context) =>
        new Source(value, context.Neurons * context.Members, context.Members, Edges);

    private sealed class Source(Func<Time, int, double> value, int elements, int members, DriveEdges? edges) : DriveSource
    {
        private Time _now;

        public override void Advance(double t, long step) => _now = new Time(t);

        public override double SmoothUntil(double t) => edges?.After(t) ?? t;

        public override void Add<T>(Span<T> input, int start, int end)
        {
            end = Math.Min(end, elements);
            for (int i = start; i < end; i++) input[i] += Either.Of<T>(value(_now, i / members));
        }
    }
}
