namespace Connexon;

/// <summary>How a network is run: everything that a result depends on, beside the network itself, and how many threads.</summary>
/// <param name="Duration">How long, in model time.</param>
/// <param name="Dt">The step; the duration must be a whole number of steps.</param>
/// <param name="Method">The numerical method.</param>
/// <param name="Seed">The seed of all random numbers.</param>
/// <param name="Threads">How many threads step the network, 1 to 1024; the result does not depend on it.</param>
/// <param name="Batch">How many members run side by side; member b draws random numbers of its own.</param>
/// <param name="Member">Run only this member of the batch, with the same bits as in the batch; null for all.</param>
/// <param name="Solver">What solves for implicit junctions. A named one makes the junctions implicit also where they are weak.</param>
/// <param name="Parameters">The numbers to run with; null for those that the network was built with.</param>
/// <param name="Precision">Of states, parameters and weights.</param>
public sealed record RunSettings(Time Duration, Time Dt, Method Method, ulong Seed = 0, int Threads = 1, int Batch = 1, int? Member = null,
    SolverKind Solver = SolverKind.Automatic, Parameters? Parameters = null, Precision Precision = Precision.Double)
{
    internal const int MostThreads = 1024;

    /// <summary>The number of steps.</summary>
    public long Steps => (long)Math.Round(Duration.Value / Dt.Value);

    /// <summary>"100 ms by Imex4, dt = 0.1 ms, seed 1".</summary>
    public override string ToString() => $"{Duration} by {Method}, dt = {Dt}, seed {Seed}"
        + (Batch > 1 ? $", {Batch} members" : "") + (Member is { } m ? $", of which member {m}" : "")
        + (Threads > 1 ? $", {Threads} threads" : "") + (Solver == SolverKind.Automatic ? "" : $", {Solver}")
        + (Precision == Precision.Double ? "" : ", single precision") + (Parameters is null ? "" : $", other parameters: {Parameters}");

    internal int MembersThatRun => Member is null ? Batch : 1;

    internal IEnumerable<string> Problems()
    {
        if (!(double.IsFinite(Dt.Value) && Dt.Value > 0)) yield return $"dt is {Dt}: it must be positive.";
        if (!(double.IsFinite(Duration.Value) && Duration.Value >= 0)) yield return $"The duration is {Duration}: it must not be negative.";
        else if (Dt.Value > 0 && double.IsFinite(Dt.Value))
        {
            double steps = Duration.Value / Dt.Value;
            if (steps > 1e15) yield return $"{Duration} in steps of {Dt} are {steps:E1} steps: at most 1E15 are possible.";
            else if (Duration.Value > 0 && Math.Round(steps) == 0 || steps < 1 && !StepAdvice.IsWhole(Duration.Value, Dt.Value))
                yield return $"A step of {Dt} is longer than the run, {Duration}: "
                    + $"choose a dt of {StepAdvice.Step(Duration, Duration)} or less.";
            else if (!StepAdvice.IsWhole(Duration.Value, Dt.Value))
                yield return $"{Duration} is not a whole number of steps of {Dt}: "
                    + $"choose {string.Join(" or ", StepAdvice.Durations(Duration, Dt))}, or a dt of {StepAdvice.Step(Duration, Dt)}.";
        }
        if (Solver != SolverKind.Automatic && Method.Treatment.Part == 0)
            yield return $"SolverKind.{Solver} was asked for, but {Method} solves for nothing: "
                + $"leave the solver out, or use {Method.Imex4} or {Method.Fast}.";
        if (Threads is < 1 or > MostThreads)
            yield return $"{Threads} threads: 1 to {MostThreads} are possible, and more than the {Environment.ProcessorCount} processors "
                + "of this machine make nothing faster.";
        if (Batch < 1) yield return $"A batch of {Batch}: at least 1 member is needed.";
        if (Member is { } m && (m < 0 || m >= Batch)) yield return $"Member {m} of a batch of {Batch}: members go from 0 to {Batch - 1}.";
    }
}
