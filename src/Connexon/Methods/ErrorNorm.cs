using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// How badly a step fits a neuron: its estimated error in parts of what is tolerated, or its length in parts of what the fastest equation
/// allows, whichever is more. A step with more than 1 is done again in halves.
/// </summary>
/// <param name="tolerance">The estimated error that is tolerated, in parts of the scale of the state: 100 mV for voltages, 1 for pure
/// numbers (gates), or the value itself if that is more; the largest value so far for anything else.</param>
/// <param name="longTolerance">The same for a step of several dt; null where there is none.</param>
internal sealed class ErrorNorm(double tolerance, double? longTolerance = null)
{
    /// <summary>
    /// dt times the linear part of an equation (of V: total conductance / C; of a gate: alpha + beta) up to which the explicit method is
    /// both stable and in its order.
    /// </summary>
    public const double LongestStep = 3;

    private const double VoltageScale = 100; // mV

    /// <summary>Where that of each neuron is left.</summary>
    public Symbol Result { get; } = new(SymbolKind.Work, "error norm", Dimension.None);

    /// <summary>Where the estimated error of the first state is left.</summary>
    public Symbol Error { get; } = new(SymbolKind.Work, "error", Dimension.None);

    /// <summary>dt times the linear part of an equation, in parts of what is allowed; junctions count where they are explicit.</summary>
    public static Assignment Stiffness(StateVariable s, Model model, ModelTraits coupling)
    {
        Expr rate = Simplify.Tree(Abs(Symbol.TimeStep * Derivative.Of(s.Slope!, s.Symbol, linearPart: true)));
        if (!coupling.Implicit && coupling.Of(s.Symbol) is { } coupled)
            rate += Abs(Simplify.Tree(2.0 * (Expr)Symbol.TimeStep * coupling.Gain(model, s.Symbol))) * (Expr)coupled.Strength;
        return new(Rate(s.Symbol), rate * (1 / LongestStep));
    }

    /// <summary>An error of a state in parts of what is tolerated.</summary>
    /// <param name="state">The state.</param>
    /// <param name="error">The error.</param>
    /// <param name="start">Its value before the step.</param>
    /// <param name="end">Its value after.</param>
    public Expr Parts(Symbol state, Expr error, Expr start, Expr end) =>
        Abs(error) * PerTolerance / Max(state.Dimension == Dimension.Voltage ? VoltageScale : 1, Max(Abs(start), Abs(end)));

    /// <summary>
    /// A jump of a state in parts of what is tolerated of an error; where a state has no scale of its own, in parts of its value.
    /// </summary>
    /// <param name="state">The state.</param>
    /// <param name="from">From where.</param>
    /// <param name="to">To where.</param>
    public Expr Jump(Symbol state, Expr from, Expr to) => HasScale(state) ? Parts(state, from - to, from, to)
        : Abs(from - to) * PerTolerance / Max(1e-300, Max(Abs(from), Abs(to)));

    /// <summary>Adds what a state says.</summary>
    /// <param name="state">The state.</param>
    /// <param name="start">Its value before the step.</param>
    /// <param name="end">Its value after.</param>
    /// <param name="error">Its estimated error.</param>
    /// <param name="first">True for what is looked at first: it sets the norm.</param>
    /// <param name="report">True for the state whose error the run reports.</param>
    /// <param name="bounded">True if the step must not be longer than the equation allows: not for an implicit one.</param>
    public Pass Look(Symbol state, Expr start, Expr end, Expr error, bool first, bool report, bool bounded = true)
    {
        var assignments = new List<Assignment>();
        Expr scaled;
        if (HasScale(state)) scaled = Parts(state, error, start, end);
        else
        {
            var (largest, before) = Largest(state);
            Expr scale = Max(Max(largest, 1e-300), Max(Abs(start), Abs(end)));
            assignments.AddRange([new(before, largest), new(largest, scale)]);
            scaled = Abs(error) * PerTolerance / scale;
        }
        Expr norm = bounded ? Max(scaled, Rate(state)) : scaled;
        assignments.Add(new(Result, first ? norm : Max(Result, norm)));
        if (report) assignments.Add(new(Error, Abs(error)));
        return new Pass([.. assignments]);
    }

    /// <summary>Adds what the step must not be longer for.</summary>
    /// <param name="others">Norms of their own.</param>
    /// <param name="first">True if nothing has been said yet.</param>
    public Pass Add(IEnumerable<Expr> others, bool first = false)
    {
        Expr worst = others.Aggregate(Max);
        return new Pass(Result, first ? worst : Max(Result, worst));
    }

    /// <summary>
    /// What is remembered of the scale of states, with where it stood before the step: a step that is taken again must leave no mark.
    /// </summary>
    /// <param name="states">The states that move.</param>
    public static IEnumerable<(Symbol Now, Symbol Before)> Memory(IEnumerable<Symbol> states) =>
        states.Where(s => !HasScale(s)).Select(Largest);

    /// <summary>What counts in steps of several dt alone.</summary>
    public static Expr OfLongSteps(Expr norm) => InLongSteps(norm, 0.0);

    private Expr PerTolerance => longTolerance is { } tolerated ? InLongSteps(1 / tolerated, 1 / tolerance) : 1 / tolerance;

    private static Expr InLongSteps(Expr yes, Expr no) => Select(1.5 * (Expr)Symbol.FullStep < (Expr)Symbol.TimeStep, yes, no);

    private static bool HasScale(Symbol state) => state.Dimension == Dimension.Voltage || state.Dimension == Dimension.None;

    private static (Symbol Now, Symbol Before) Largest(Symbol state) => (
        new(SymbolKind.Work, $"{state} largest", Dimension.None), new(SymbolKind.Work, $"{state} largest before", Dimension.None));

    private static Symbol Rate(Symbol state) => new(SymbolKind.Scratch, $"rate {state}", Dimension.None);
}
