using Connexon.Compilation;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// The default: an additive Runge-Kutta method of fourth order (<see cref="Tableau"/>), cells explicit and junctions implicit in one
/// constant matrix I + gamma dt C^-1 L; where coupling is weak, junctions are explicit in the same stages and nothing is solved.
/// Equal voltages stay equal exactly, because only differences enter.
/// </summary>
/// <remarks>
/// A step whose estimated error is above the tolerance in some state of some neuron, or that is too long for the fastest linear
/// part of an equation, is done again in two halves, the whole network with it, and so on. Both are read from equations
/// and numbers; no model is known by name.
/// </remarks>
/// <param name="name">The name.</param>
/// <param name="tolerance">The largest estimated error of a step, in parts of the scale of the state (see <see cref="StepStrain"/>).</param>
/// <param name="halvings">How often a step may be halved.</param>
internal sealed class Imex4(string name, double tolerance, int halvings) : Method
{
    // Up to here the explicit method is as close, and a stage costs one product instead of a solve.
    private const double WeakKappa = 0.5;

    public override string Name => name;

    public override string Summary => "fourth order, junctions implicit where strong; error estimate, sub-steps where a cell is stiff";

    public override double? CouplingBound => null;

    internal override double ImplicitPart => Tableau.Gamma;

    internal override int Halvings => halvings;

    internal override bool CarriesSpikelets => true;

    internal override bool IsImplicit(double kappa) => kappa > WeakKappa;

    internal override Scheme Plan(Model model, CouplingPlan coupling)
    {
        var moving = model.States.Where(s => s.Slope is not null).Select(s => new Variable(s, coupling.Implicit && coupling.State == s.Symbol)).ToArray();
        var kept = model.States.Where(s => s.Slope is null).Select(s => s.Symbol).ToArray();
        SpikeRule? resets = model.Spike is { Rising: false } rule ? rule : null;
        var stages = new List<Stage>();
        for (int stage = 0; stage < Tableau.Stages; stage++)
        {
            int i = stage;
            var passes = new List<Pass>();
            foreach (Variable x in moving.Where(x => x.Coupled)) passes.Add(x.Junction(i, model));
            if (i == 0 && kept.Length > 0) passes.Add(new Pass([.. kept.Select(s => new Assignment(Start(s), s))]));
            if (i < Tableau.Stages - 1) passes.AddRange(Pair(moving, x => x.Slope(i, null), (x, _) => x.Move(i, resets)));
            else passes.AddRange(resets is null ? Finish(model, moving, coupling)
                    : Restarting(model, moving, coupling, resets));
            Coupling how = !coupling.Implicit ? Coupling.Input : i == 0 ? Coupling.Current : Coupling.Implicit;
            stages.Add(new Stage(Tableau.Nodes[i], how, passes));
        }
        if (coupling.Resets) stages.Add(new Stage(1, Coupling.Charge, Carry(model, moving, coupling)));
        return new Scheme(stages)
        {
            Starts = [.. model.States.Select(s => (s.Symbol, Start(s.Symbol))), .. StepStrain.Memory(moving.Select(x => x.State))],
            Strain = StepStrain.Result,
            Error = StepStrain.Error,
            Crossing = model.Spike is { } spike ? moving.First(x => x.State == spike.Watched).Crossing(resets is null ? null : Restart.Found) : null,
        };
    }

    // A state whose value no other equation still has to read ends the stage in the pass that computes its slope: one trip to memory less.
    private static IEnumerable<Pass> Pair(Variable[] moving, Func<Variable, Pass> slopeOf, Func<Variable, bool, Pass> endOf)
    {
        bool[] alone = [.. moving.Select((x, k) => !moving.Skip(k + 1).Any(y => y.Equation.Slope!.Mentions(s => s == x.State)))];
        bool first = true;
        for (int k = 0; k < moving.Length; k++)
        {
            Pass slope = slopeOf(moving[k]);
            yield return alone[k] ? Fused(slope, endOf(moving[k], first)) : slope;
            first &= !alone[k];
        }
        for (int k = 0; k < moving.Length; k++)
        {
            if (alone[k]) continue;
            yield return endOf(moving[k], first);
            first = false;
        }
    }

    private static Pass Fused(Pass slope, Pass end)
    {
        Expr? Known(Symbol s)
        {
            foreach (Assignment a in slope.Assignments)
                if (a.Target == s) return a.Value;
            return null;
        }
        return new Pass([.. slope.Assignments, .. end.Assignments.Select(a => a with { Value = a.Value.Replace(Known) })]);
    }

    private IEnumerable<Pass> Finish(Model model, Variable[] moving, CouplingPlan coupling)
    {
        var strain = new StepStrain(tolerance);
        foreach (Pass p in Pair(moving, x => x.Slope(Tableau.Stages - 1, StepStrain.Stiffness(x.Equation, model, coupling)), (x, first) => new Pass(
        [
            .. strain.Look(x.State, x.Start, x.End, x.ErrorOfStep, first, report: x == moving[0]).Assignments,
            .. (coupling.Resets ? new Pass(x.State, x.End) : SpikePasses.Step(model.Spike, x.State, before: x.Start, after: x.End)).Assignments,
        ]))) yield return p;
        if (model.Spike is { } rule && !coupling.Resets)
            foreach (Pass p in SpikePasses.Note(rule, countsThisStep: false)) yield return p;
    }

    private IEnumerable<Pass> Restarting(Model model, Variable[] moving, CouplingPlan coupling, SpikeRule resets)
    {
        var strain = new StepStrain(tolerance);
        foreach (Variable x in moving) yield return x.Slope(Tableau.Stages - 1, StepStrain.Stiffness(x.Equation, model, coupling));
        foreach (Variable x in moving) yield return strain.Look(x.State, x.Start, x.End, x.ErrorOfStep, first: x == moving[0], report: x == moving[0]);
        var restart = new Restart(model, resets, coupling, [.. moving.Select(x => x.Course())]);
        foreach (Pass p in restart.Passes()) yield return p;
        if (restart.Strain(strain) is { } more) yield return more;
    }

    // What spikes of others within the step still owe to this cell; its own spike is known after that.
    // A cell that has itself spiked in the step should have known before: that counts as an error.
    private List<Pass> Carry(Model model, Variable[] moving, CouplingPlan coupling)
    {
        var passes = new List<Pass>();
        Expr? owed = coupling.State is { } c
            ? Simplify.Tree(model.InputGain(c)) * (new Symbol(SymbolKind.Junction, c.Name, Dimension.None)
                + (Expr)new Symbol(SymbolKind.JunctionTotal, c.Name, Dimension.None) * new Symbol(SymbolKind.Charge, c.Name, Dimension.None))
            : null;
        foreach (Variable x in moving)
        {
            Expr after = owed is not null && x.State == coupling.State ? x.State + owed : x.State;
            if (model.Spike is { Rising: true } spike && spike.Watched == x.State) passes.Add(SpikePasses.Step(spike, x.State, before: x.Start, after));
            else if (after.Symbol is null)
            {
                passes.Add(new Pass(x.State, SpikePasses.Held(model.Spike, x.State, after)));
                if (model.Spike is { Rising: false })
                    passes.Add(new Pass(StepStrain.Result, Max(StepStrain.Result, Select(
                        (Expr)Restart.Found < 1.0, new StepStrain(tolerance).Parts(x.State, owed!, x.Start, x.State), 0.0))));
            }
        }
        if (model.Spike is { Rising: true } rule) passes.AddRange(SpikePasses.Note(rule, countsThisStep: false));
        return passes;
    }

    private static Symbol Start(Symbol s) => new(SymbolKind.Work, $"{s} start", Dimension.None);

    /// <summary>A state in the stages of a step.</summary>
    private sealed class Variable(StateVariable state, bool coupled)
    {
        private readonly Symbol _junction = new(SymbolKind.Junction, state.Symbol.Name, Dimension.None);

        public StateVariable Equation => state;

        public Symbol State => state.Symbol;

        public bool Coupled => coupled;

        public Symbol Start => Start(State);

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

        /// <summary>What the junctions do in stage i, times dt: by their currents in the first, by the change that they made in the others.</summary>
        public Pass Junction(int i, Model model) => i == 0
            ? new Pass(ByJunctions(0), Simplify.Tree(Symbol.TimeStep * (model.InputGain(State) * (Expr)_junction)))
            : new Pass(new Assignment(ByJunctions(i), (1 / Tableau.Gamma) * (Expr)_junction), new Assignment(State, State + (Expr)_junction));

        /// <summary>dt times the slope in stage i; in the last one also how long the step is for the equation.</summary>
        public Pass Slope(int i, Assignment? stiffness)
        {
            var slope = new Assignment(ByCell(i), Simplify.Tree(Symbol.TimeStep * state.Slope!));
            return stiffness is null ? new Pass(slope) : new Pass(slope, stiffness.Value);
        }

        /// <summary>To where stage i + 1 begins.</summary>
        public Pass Move(int i, SpikeRule? rule)
        {
            Expr next = Sum(i == 0 ? State : Start, Tableau.Explicit[i + 1], Tableau.Implicit[i + 1]);
            var move = new Assignment(State, SpikePasses.Held(rule, State, next));
            return i == 0 ? new Pass(new Assignment(Start, State), move) : new Pass(move);
        }

        public Crossing Crossing(Symbol? found) =>
            new(Start, State, Slopes(0), Slopes(Tableau.Stages - 1)) { Found = found };

        public Course Course() => new(
            State, state.Slope!, Start, End, Total(0), Total(Tableau.Stages - 1), coupled ? ByJunctions(Tableau.Stages - 1) : null);

        private Expr Total(int i) => Slopes(i).Select(s => (Expr)s).Aggregate((a, b) => a + b);

        private Symbol[] Slopes(int i) => coupled ? [ByCell(i), ByJunctions(i)] : [ByCell(i)];

        private Symbol ByCell(int i) => new(SymbolKind.Work, $"{State} slope {i}", Dimension.None);

        private Symbol ByJunctions(int i) => new(SymbolKind.Work, $"{State} junction {i}", Dimension.None);

        private Expr Sum(Expr? start, double[] cell, double[] junction)
        {
            Expr? sum = start;
            for (int j = 0; j < cell.Length; j++)
            {
                if (cell[j] != 0) sum = Add(sum, cell[j] * (Expr)ByCell(j));
                if (coupled && junction[j] != 0) sum = Add(sum, junction[j] * (Expr)ByJunctions(j));
            }
            return sum!;
        }

        private static Expr Add(Expr? sum, Expr term) => sum is null ? term : sum + term;
    }
}
