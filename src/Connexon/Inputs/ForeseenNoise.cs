namespace Connexon;

/// <summary>
/// White noise for a method that takes 3/2 of what comes in less 1/2 of what came in a step before (<see cref="Fast"/>): what makes of that
/// the noise as it was drawn, I_n = (2 noise_n + I_{n-1}) / 3. Else its increments would have 5/2 of their variance, made good by the next.
/// </summary>
/// <param name="noise">The noise as drawn.</param>
/// <param name="elements">How many elements it drives.</param>
internal sealed class ForeseenNoise(DriveSource noise, int elements) : DriveSource
{
    private readonly double[] _value = new double[elements];
    private long _step, _furthest = -1;
    private bool _new;

    public override void Advance(double t, long step)
    {
        noise.Advance(t, step);
        (_new, _step, _furthest) = (step > _furthest, step, Math.Max(step, _furthest));
    }

    public override void Add<T>(Span<T> input, int start, int end)
    {
        end = Math.Min(end, elements);
        if (_new)
        {
            // The first step is taken as it comes.
            double drawn = _step == 0 ? 1 : 2 / 3.0, before = _step == 0 ? 0 : 1 / 3.0;
            Span<double> value = _value;
            for (int i = start; i < end; i++) value[i] *= before / drawn;
            noise.Add(value, start, end);
            for (int i = start; i < end; i++) value[i] *= drawn;
        }
        for (int i = start; i < end; i++) input[i] += Either.Of<T>(_value[i]);
    }
}
