namespace Connexon;

/// <summary>
/// What drives a population from outside: a constant, one value per neuron, a function of time, or one of the shapes below. It adds to
/// the junction currents at an input of the model, whose dimension it must have.
/// </summary>
/// <remarks>Times before a shape begins and after it ends count as zero, except that the last value of <c>Step</c> holds.</remarks>
public abstract partial class Drive
{
    private protected Drive(Dimension? dimension) => Dimension = dimension;

    /// <summary>The dimension; null where only the values can say.</summary>
    internal Dimension? Dimension { get; }

    /// <summary>For how many members of a batch it was given; 1 where all have the same.</summary>
    internal virtual int Members => 1;

    /// <summary>True if each step draws a number of its own.</summary>
    internal virtual bool IsNoise => false;

    /// <summary>True if these numbers have nothing to do with each other, so that any part of a step may have numbers of its own.</summary>
    internal virtual bool IsWhite => false;

    /// <summary>The same current for all.</summary>
    public static implicit operator Drive(Current i) => (Init<Current>)i;

    /// <summary>A current for each neuron.</summary>
    public static implicit operator Drive(Current[] i) => (Init<Current>)i;

    /// <summary>Currents by a rule, drawn once.</summary>
    public static implicit operator Drive(Init<Current> i) => new ConstantDrive(i.Values);

    /// <summary>The same conductance for all, for an input that is one.</summary>
    public static implicit operator Drive(Conductance g) => (Init<Conductance>)g;

    /// <summary>Conductances by a rule, or one each.</summary>
    public static implicit operator Drive(Init<Conductance> g) => new ConstantDrive(g.Values);

    /// <summary>The same general quantity for all.</summary>
    public static implicit operator Drive(Quantity q) => (Init<Quantity>)q;

    /// <summary>A general quantity for each neuron.</summary>
    public static implicit operator Drive(Quantity[] q) => (Init<Quantity>)q;

    /// <summary>General quantities by a rule, drawn once.</summary>
    public static implicit operator Drive(Init<Quantity> q) => new ConstantDrive(q.Values);

    /// <summary>A pure number, for models whose input has no unit.</summary>
    public static implicit operator Drive(double number) => (Init<double>)number;

    /// <summary>Pure numbers by a rule, or one each.</summary>
    public static implicit operator Drive(Init<double> numbers) => new ConstantDrive(numbers.Values);

    /// <summary>A current as a function of time, the same for all neurons. It must be a pure function.</summary>
    public static implicit operator Drive(Func<Time, Current> i) => Function(i);

    /// <summary>A straight line from one value to another.</summary>
    /// <param name="from">The value at the start.</param>
    /// <param name="to">The value that is reached at the end.</param>
    /// <param name="start">When it begins.</param>
    /// <param name="duration">How long it lasts.</param>
    /// <exception cref="ArgumentException">A value or a time that is not finite, or a duration that is not positive.</exception>
    public static Drive Ramp<Q>(Q from, Q to, Time start, Time duration) where Q : struct
    {
        Finite(from, nameof(from), "a value");
        Finite(to, nameof(to), "a value");
        Finite(start, nameof(start));
        Finite(duration, nameof(duration));
        Positive(duration, nameof(duration));
        double end = Quantity.Of(to).Value;
        Quantity.Common(from, to);
        return Of(from, a => t => Reached(t, start.Value) && !Reached(t, start.Value + duration.Value)
            ? a + (end - a) * ((t - start.Value) / duration.Value)
            : 0, a => new DrivePiece(a, end, start.Value, duration.Value));
    }

    /// <summary>A sine: bias + amplitude sin(2 pi frequency t + phase).</summary>
    /// <param name="amplitude">The amplitude.</param>
    /// <param name="frequency">The frequency: <c>40 * Hz</c>.</param>
    /// <param name="bias">The mean.</param>
    /// <param name="phase">The phase at t = 0, in radians.</param>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static Drive Sine<Q>(Q amplitude, Rate frequency, Q bias = default, double phase = 0) where Q : struct
    {
        Finite(amplitude, nameof(amplitude));
        Finite(frequency, nameof(frequency));
        Finite(bias, nameof(bias));
        Finite(phase, nameof(phase));
        double mean = Quantity.Of(bias).Value;
        if (mean != 0) Quantity.Common(amplitude, bias);
        return Of(amplitude, a => t => mean + a * Math.Sin(2 * Math.PI * frequency.Value * t + phase));
    }

    /// <summary>
    /// White noise, independent for each neuron: its mean over a time <paramref name="over"/> has the given standard deviation, whatever
    /// the step. (In each step it is drawn with deviation * sqrt(over / dt).)
    /// </summary>
    /// <param name="deviation">The standard deviation of the mean over that time.</param>
    /// <param name="over">The time.</param>
    /// <exception cref="ArgumentException">A time that is not positive.</exception>
    public static Drive WhiteNoise<Q>(Q deviation, Time over) where Q : struct =>
        new WhiteNoiseDrive(Finite(deviation, nameof(deviation)), Positive(over, nameof(over)));

    /// <summary>
    /// Ornstein-Uhlenbeck noise, independent for each neuron: a given mean, stationary standard deviation and correlation time. The step
    /// from one value to the next is exact for any dt; it starts from the stationary distribution.
    /// </summary>
    /// <param name="mean">The mean.</param>
    /// <param name="deviation">The stationary standard deviation.</param>
    /// <param name="correlation">The correlation time.</param>
    /// <exception cref="ArgumentException">A time that is not positive, or unlike dimensions.</exception>
    public static Drive OrnsteinUhlenbeck<Q>(Q mean, Q deviation, Time correlation) where Q : struct =>
        new OrnsteinUhlenbeckDrive(new Quantity(Finite(mean, nameof(mean)).Value, Quantity.Common(mean, deviation)),
            Finite(deviation, nameof(deviation)).Value,
            Positive(correlation, nameof(correlation)));

    /// <summary>The straight lines that it is made of, those of each neuron in the first member; null where it is not said so.</summary>
    /// <param name="neurons">How many neurons.</param>
    /// <param name="random">What values are drawn from.</param>
    internal virtual IReadOnlyList<Func<int, DrivePiece>>? Pieces(int neurons, CounterRandom random) => null;

    /// <summary>What it is: "10 uA 5 ms .. 10 ms".</summary>
    public override string ToString() => $"a drive of {Dimension}";

    /// <summary>The times, in ms, at which it jumps or bends; null where that may be at any time.</summary>
    internal DriveEdges? Edges { get; init; }

    /// <summary>What is wrong with this drive for a population; null if nothing.</summary>
    internal virtual string? Problem(string population, Dimension input, int size) =>
        Dimension is { } d && d != input ? $"The drive of {population} is {d}, but its input is {input}." : null;

    /// <summary>The drive made ready for a run.</summary>
    internal abstract DriveSource Prepare(DriveContext context);

    private static double Positive(Time time, string parameter) =>
        time.Value > 0 ? time.Value : throw new ArgumentException($"The time is {time}: it must be positive.", parameter);

    private static Quantity Finite<Q>(Q given, string parameter, string? what = null) where Q : struct => Quantity.Of(given) is var q
        && double.IsFinite(q.Value) ? q
            : throw new ArgumentException($"A drive has {what ?? $"the {parameter}"} {q}: give a finite one.", parameter);

    // Times are products and sums of rounded numbers: a step that should fall on a time may miss it by an ulp or two.
    private protected static bool Reached(double t, double at) => t >= at - 1e-14 * Math.Abs(at);

    private static FunctionDrive Of<Q>(Q amplitude, Func<double, Func<double, double>> shape, Func<double, DrivePiece>? piece = null)
        where Q : struct
    {
        Quantity a = Quantity.Of(amplitude);
        return new FunctionDrive(a.Dimension, shape(a.Value)) { Line = piece?.Invoke(a.Value) };
    }
}
