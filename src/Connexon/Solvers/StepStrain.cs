using Connexon.Compilation;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// How badly a step fits a neuron: its estimated error in parts of what is tolerated, or its length in parts of what the fastest equation
/// allows, whichever is more. A step with more than 1 is done again in halves.
/// </summary>
/// <param name="tolerance">The estimated error that is tolerated, in parts of the scale of the state: 100 mV for voltages, 1 for pure
/// numbers (gates), the largest value so far for anything else.</param>
internal sealed class StepStrain(double tolerance)
{
    /// <summary>
    /// dt times the linear part of an equation (of V: total conductance / C; of a gate: alpha + beta) up to which the explicit method is
    /// both stable and in its order.
    /// </summary>
    public const double LongestStep = 3;

    private const double VoltageScale = 100; // mV

    /// <summary>Where the strain of each neuron is left.</summary>
    public static Symbol Result { get; } = new(SymbolKind.Work, "strain", Dimension.None);

    /// <summary>Where the estimated error of the first state is left.</summary>
    public static Symbol Error { get; } = new(SymbolKind.Work, "error", Dimension.None);

    /// <summary>dt times the linear part of an equation, in parts of what is allowed.</summary>
    public static Assignment Stiffness(StateVariable s) =>
        new(Rate(s.Symbol), Simplify.Tree(Abs(Symbol.TimeStep * Derivative.Of(s.Slope!, s.Symbol, linearPart: true)) * (1 / LongestStep)));

    /// <summary>Adds what a state says.</summary>
    /// <param name="state">The state.</param>
    /// <param name="start">Its value before the step.</param>
    /// <param name="end">Its value after.</param>
    /// <param name="error">Its estimated error.</param>
    /// <param name="first">True for the first state of a model.</param>
    public Pass Look(Symbol state, Expr start, Expr end, Expr error, bool first)
    {
        var assignments = new List<Assignment>();
        Expr size = Abs(error), scaled;
        if (state.Dimension == Dimension.Voltage) scaled = size * (1 / (tolerance * VoltageScale));
        else if (state.Dimension == Dimension.None) scaled = size * (1 / tolerance);
        else
        {
            var largest = new Symbol(SymbolKind.Work, $"{state} largest", Dimension.None);
            Expr scale = Max(Max(largest, 1e-300), Max(Abs(start), Abs(end)));
            assignments.Add(new(largest, scale));
            scaled = size * (1 / tolerance) / scale;
        }
        Expr strain = Max(scaled, Rate(state));
        assignments.Add(new(Result, first ? strain : Max(Result, strain)));
        if (first) assignments.Add(new(Error, size));
        return new Pass([.. assignments]);
    }

    private static Symbol Rate(Symbol state) => new(SymbolKind.Scratch, $"rate {state}", Dimension.None);
}
