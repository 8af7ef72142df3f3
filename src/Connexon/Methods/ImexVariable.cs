using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>A state in the stages of a step.</summary>
/// <param name="state">The state with its equation.</param>
/// <param name="coupled">How junctions move it, where they do implicitly; else null.</param>
/// <param name="relaxes">True if it is implicit itself: see <see cref="Relaxation"/>.</param>
internal sealed class ImexVariable(StateVariable state, CoupledState? coupled, bool relaxes = false)
{
    /// <summary>Where a state is kept as it was before the step.</summary>
    public static Symbol StartOf(Symbol s) => new(SymbolKind.Work, $"{s} start", Dimension.None);

    public StateVariable Equation => state;

    public Symbol State => state.Symbol;

    public CoupledState? Coupled => coupled;

    public bool Relaxes => relaxes;

    public Symbol Start => StartOf(State);

    /// <summary>The state after the step.</summary>
    public Expr End => Sum(Start, Tableau.Weights, Tableau.Weights);

    /// <summary>How far the embedded solution is from it.</summary>
    public Expr ErrorOfStep
    {
        get
        {
            double[] difference = [.. Tableau.Weights.Zip(Tableau.Embedded, (b, e) => b - e)];
            return Sum(null, difference, difference);
        }
    }

    /// <summary>
    /// How far rows within a long step may be off because implicit stages are of second order each: by how much what junctions bring at the
    /// end is not what the stages before lead to, on the cubic that it bends. What is left of a fast mode at the start is in the stages,
    /// and not at the end.
    /// </summary>
    public Expr ErrorOfRows
    {
        get
        {
            Expr off = ByJunctions(Tableau.Stages - 1) - Tableau.FastModeAtEnd * ((Expr)ByJunctions(0) - Departs);
            foreach (var (stage, weight) in Tableau.ToEnd) off -= weight * (Expr)ByJunctions(stage);
            return 4 / 27.0 * off; // the largest value of x^2 (1 - x)
        }
    }

    /// <summary>What the stages see of the state, with the weights that the junctions' currents have in the step.</summary>
    public Expr Mean
    {
        get
        {
            double[] cell = new double[Tableau.Stages], junction = new double[Tableau.Stages];
            for (int i = 1; i < Tableau.Stages; i++)
            {
                foreach (var (j, a) in Tableau.Explicit[i].Index()) cell[j] += Tableau.Weights[i] * a;
                foreach (var (j, a) in Tableau.Implicit[i].Append(Tableau.Gamma).Index()) junction[j] += Tableau.Weights[i] * a;
            }
            return Sum(Start, cell, junction);
        }
    }

    /// <summary>dt times the slope of the cell's own equation in stage i.</summary>
    public Symbol ByCell(int i) => new(SymbolKind.Work, $"{State} slope {i}", Dimension.None);

    /// <summary>dt times what the junctions bring in stage i, where they are implicit.</summary>
    public Symbol ByJunctions(int i) => new(SymbolKind.Work, $"{State} junction {i}", Dimension.None);

    /// <summary>
    /// What the junctions do in stage i, times dt: by their currents in the first, by the change that they made in the others.
    /// </summary>
    /// <param name="i">The stage.</param>
    /// <param name="gain">How fast the state answers to their currents.</param>
    public Pass Junction(int i, Expr gain) => i == 0
        ? new Pass(ByJunctions(0), Simplify.Tree(Symbol.TimeStep * (gain * (Expr)coupled!.Brought)))
        : new Pass(new Assignment(ByJunctions(i), (1 / Tableau.Gamma) * (Expr)coupled!.Brought),
            new Assignment(State, State + (Expr)coupled!.Brought));

    // What junctions brought per ms where the step before ended and where this one does, by the stage that is implicit there. Where they
    // are strong, their current from the states is the round-off of a difference, or what a fast mode still has to lose, many times over.
    private Symbol Arrived => new(SymbolKind.Work, $"{State} junction rate", Dimension.None);

    private Symbol ArrivedBefore => new(SymbolKind.Work, $"{State} junction rate before", Dimension.None);

    private Symbol Departs => new(SymbolKind.Work, $"{State} junction at start", Dimension.None);

    /// <summary>
    /// Takes at the start of a step what junctions bring there: from the step before, or from the states if there is none.
    /// </summary>
    public Pass Depart() => new(new Assignment(ArrivedBefore, Arrived),
        new Assignment(Departs, Select(0.0 < Abs(Arrived), (Expr)Symbol.TimeStep * (Expr)Arrived, ByJunctions(0))));

    /// <summary>Keeps for the next step what junctions bring at the end of this one.</summary>
    public Pass Arrive() => new(Arrived, (Expr)ByJunctions(Tableau.Stages - 1) / Symbol.TimeStep);

    /// <summary>What a step that is taken again must put back of that.</summary>
    public (Symbol Now, Symbol Before) Memory => (Arrived, ArrivedBefore);

    /// <summary>
    /// The state that solves x = x so far + gamma dt (a x + b), linear as it is, and dt times the slope there, as the change that it made.
    /// </summary>
    public Pass Relax(int i)
    {
        Expr a = Derivative.Of(state.Slope!, State), b = state.Slope!.Replace(s => s == State ? (Expr)new Quantity(0, s.Dimension) : null);
        Expr reach = Tableau.Gamma * (Expr)Symbol.TimeStep;
        Expr change = Simplify.Tree(reach * (a * State + b) / (1.0 - reach * a));
        return new Pass(new Assignment(ByCell(i), (1 / Tableau.Gamma) * change), new Assignment(State, State + change));
    }

    /// <summary>
    /// dt times the slope in stage i; in the last one also how long the step is for the equation. Nothing where it is known already.
    /// </summary>
    public Pass Slope(int i, Assignment? stiffness)
    {
        if (relaxes && i > 0) return new Pass();
        var slope = new Assignment(ByCell(i), Simplify.Tree(Symbol.TimeStep * state.Slope!));
        return stiffness is null ? new Pass(slope) : new Pass(slope, stiffness.Value);
    }

    /// <summary>To where stage i + 1 begins.</summary>
    public Pass Move(int i, SpikePasses spikes)
    {
        Expr next = Sum(i == 0 ? State : Start, (relaxes ? Tableau.Implicit : Tableau.Explicit)[i + 1], Tableau.Implicit[i + 1]);
        var move = new Assignment(State, spikes.Held(State, next));
        return i == 0 ? new Pass(new Assignment(Start, State), move) : new Pass(move);
    }

    /// <summary>The state over the step.</summary>
    /// <param name="found">Where a crossing of its threshold was found already; null if it was not looked for.</param>
    /// <param name="afterJump">True if a state of a partner may have jumped since the step before.</param>
    public Hermite Hermite(Symbol? found = null, bool afterJump = false) => new(Start, State,
        coupled is null || afterJump ? Slopes(0) : [ByCell(0), Departs], Slopes(Tableau.Stages - 1))
    { Found = found };

    /// <summary>The same, were nothing to happen in the step.</summary>
    public StateOverStep OverStep() => new(
        State, state.Slope!, Start, End, Total(0), Total(Tableau.Stages - 1), coupled is not null ? ByJunctions(Tableau.Stages - 1) : null);

    /// <summary>dt times the slope in stage i, of the cell's own equation and by junctions.</summary>
    public Expr Total(int i) => Slopes(i).Select(s => (Expr)s).Aggregate((a, b) => a + b);

    private Symbol[] Slopes(int i) => coupled is not null ? [ByCell(i), ByJunctions(i)] : [ByCell(i)];

    private Expr Sum(Expr? start, double[] cell, double[] junction)
    {
        Expr? sum = start;
        for (int j = 0; j < Math.Max(cell.Length, junction.Length); j++)
        {
            if (j < cell.Length && cell[j] != 0) sum = Add(sum, cell[j] * (Expr)ByCell(j));
            if (coupled is not null && junction[j] != 0) sum = Add(sum, junction[j] * (Expr)ByJunctions(j));
        }
        return sum!;
    }

    private static Expr Add(Expr? sum, Expr term) => sum is null ? term : sum + term;
}
