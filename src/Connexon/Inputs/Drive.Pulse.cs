namespace Connexon;

public abstract partial class Drive
{
    /// <summary>A constant value from a time on, for a duration.</summary>
    /// <typeparam name="Q">A quantity type, or double.</typeparam>
    /// <param name="amplitude">The value.</param>
    /// <param name="start">When it begins.</param>
    /// <param name="duration">How long it lasts.</param>
    /// <exception cref="ArgumentException">A value or a time that is not finite, or a negative duration.</exception>
    public static Drive Pulse<Q>(Q amplitude, Time start, Time duration) where Q : struct
    {
        Finite(amplitude, nameof(amplitude));
        return Pulse((Init<Q>)amplitude, start, duration);
    }

    /// <summary>A constant value for each neuron from a time on, for a duration.</summary>
    /// <inheritdoc cref="Pulse{Q}(Q, Time, Time)"/>
    /// <param name="amplitudes">The value of each neuron.</param>
    /// <param name="start">When it begins.</param>
    /// <param name="duration">How long it lasts.</param>
    public static Drive Pulse<Q>(Q[] amplitudes, Time start, Time duration) where Q : struct =>
        Pulse((Init<Q>)amplitudes, start, duration);

    /// <summary>Constant values by a rule from a time on, for a duration.</summary>
    /// <inheritdoc cref="Pulse{Q}(Q, Time, Time)"/>
    /// <param name="amplitude">The rule: <c>Init.Uniform(1 * uA, 2 * uA)</c>, <c>Init.Batch(...)</c>.</param>
    /// <param name="start">When it begins.</param>
    /// <param name="duration">How long it lasts.</param>
    public static Drive Pulse<Q>(Init<Q> amplitude, Time start, Time duration) where Q : struct
    {
        ArgumentNullException.ThrowIfNull(amplitude);
        Finite(start, nameof(start));
        if (!(duration.Value >= 0)) throw new ArgumentException($"The duration is {duration}: it must be 0 or more.", nameof(duration));
        return new PulseDrive(amplitude.Values.Dimension, [new(amplitude.Values, start.Value, start.Value + duration.Value)]);
    }

    /// <summary>A value that begins at a time and holds for ever.</summary>
    /// <typeparam name="Q">A quantity type, or double.</typeparam>
    /// <param name="amplitude">The value.</param>
    /// <param name="start">When it begins.</param>
    /// <exception cref="ArgumentException">A value or a time that is not finite.</exception>
    public static Drive Step<Q>(Q amplitude, Time start) where Q : struct => Pulse(amplitude, start, Ever);

    /// <summary>A value for each neuron that begins at a time and holds for ever.</summary>
    /// <inheritdoc cref="Step{Q}(Q, Time)"/>
    /// <param name="amplitudes">The value of each neuron.</param>
    /// <param name="start">When it begins.</param>
    public static Drive Step<Q>(Q[] amplitudes, Time start) where Q : struct => Pulse(amplitudes, start, Ever);

    /// <summary>Values by a rule that begin at a time and hold for ever.</summary>
    /// <inheritdoc cref="Step{Q}(Q, Time)"/>
    /// <param name="amplitude">The rule: <c>Init.Uniform(1 * uA, 2 * uA)</c>, <c>Init.Batch(...)</c>.</param>
    /// <param name="start">When it begins.</param>
    public static Drive Step<Q>(Init<Q> amplitude, Time start) where Q : struct => Pulse(amplitude, start, Ever);

    /// <summary>A value that jumps at given times and holds until the next, the last for ever.</summary>
    /// <typeparam name="Q">A quantity type, or double.</typeparam>
    /// <param name="steps">Times, ascending, and the value from each on.</param>
    /// <exception cref="ArgumentException">No step, times that do not ascend, or a value or a time that is not finite.</exception>
    public static Drive Step<Q>(params (Time At, Q Value)[] steps) where Q : struct
    {
        foreach (var (_, to) in steps) Finite(to, nameof(steps), "a value");
        return Steps([.. steps.Select(s => (s.At, (Init<Q>)s.Value))], Quantity.Common(steps.Select(s => s.Value)));
    }

    /// <summary>A value for each neuron that jumps at given times and holds until the next, the last for ever.</summary>
    /// <typeparam name="Q">A quantity type, or double.</typeparam>
    /// <param name="steps">Times, ascending, and the values of all neurons from each on.</param>
    /// <exception cref="ArgumentException">No step, times that do not ascend, or a time that is not finite.</exception>
    public static Drive Step<Q>(params (Time At, Q[] Values)[] steps) where Q : struct =>
        Steps([.. steps.Select(s => (s.At, (Init<Q>)s.Values))], Quantity.Common(steps.SelectMany(s => s.Values)));

    private static readonly Time Ever = new(double.PositiveInfinity);

    private static PulseDrive Steps<Q>((Time At, Init<Q> Values)[] steps, Dimension dimension) where Q : struct
    {
        if (steps.Length == 0) throw new ArgumentException("A step drive needs at least one step (time, value).", nameof(steps));
        foreach (var (at, _) in steps) Finite(at, nameof(steps), "a time");
        for (int k = 1; k < steps.Length; k++)
            if (steps[k].At.Value <= steps[k - 1].At.Value)
                throw new ArgumentException($"The steps of a drive must ascend in time, but {steps[k].At} follows {steps[k - 1].At}.",
                    nameof(steps));
        return new PulseDrive(dimension, [.. steps.Select((s, k) => new SquarePulse(s.Values.Values, s.At.Value, End(k)))]);

        double End(int k) => k + 1 < steps.Length ? steps[k + 1].At.Value : double.PositiveInfinity;
    }
}
