namespace Connexon;

/// <summary>A straight line of a drive; nothing before and after.</summary>
/// <param name="From">The value at its start.</param>
/// <param name="To">The value that is reached at its end.</param>
/// <param name="Start">When it begins, in ms.</param>
/// <param name="Duration">How long it lasts, in ms; infinite for one that does not end.</param>
internal sealed record DrivePiece(double From, double To, double Start, double Duration)
{
    /// <summary>One value throughout.</summary>
    public static DrivePiece Constant(double value, double start, double duration) => new(value, value, start, duration);
}
