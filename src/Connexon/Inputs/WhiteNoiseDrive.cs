namespace Connexon;

/// <summary>White noise, held over each step and scaled so that its effect does not depend on the step.</summary>
internal sealed class WhiteNoiseDrive(Quantity deviation, double over) : Drive(deviation.Dimension)
{
    internal override bool IsNoise => true;

    internal override bool IsWhite => true;

    public override string ToString() => $"white noise, {deviation} over {new Time(over)}";

    internal override DriveSource Prepare(DriveContext context) => new Source(deviation.Value * Math.Sqrt(over / context.Dt), context);

    private sealed class Source(double scale, DriveContext context) : DriveSource
    {
        private long _step;

        public override void Advance(double t, long step) => _step = step;

        public override void Add<T>(Span<T> input, int start, int end)
        {
            end = Math.Min(end, context.Neurons * context.Members);
            for (int i = start; i < end; i++) input[i] += Either.Of<T>(scale * Noise.Draw(context, i, _step));
        }
    }
}

/// <summary>The normal number of an element at a step, whatever the batch and the order of drawing.</summary>
internal static class Noise
{
    public static double Draw(DriveContext context, int element, long step)
    {
        var (neuron, member) = Math.DivRem(element, context.Members);
        return context.Random.Normal((ulong)step, ((ulong)(context.FirstMember + member) << 32) | (uint)(context.From + neuron));
    }
}
