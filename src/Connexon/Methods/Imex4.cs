using Connexon.Programs;

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
/// <param name="strideTolerance">The tolerance of a step of several dt at once; null if there are none.</param>
internal sealed class Imex4(string name, double tolerance, int halvings, double? strideTolerance = null) : Method
{
    // At most 128 steps of dt at once.
    private const int MostDoublings = 7;

    // Up to here the explicit method is as close, and a stage costs one product instead of a solve.
    private const double WeakKappa = 0.5;

    private readonly StepStrain _strain = new(tolerance, strideTolerance);

    public override string Name => name;

    public override string Summary => "fourth order, junctions implicit where strong; error estimate, sub-steps where a cell is stiff"
        + (Strides ? ", many steps at once where nothing happens" : "");

    public override double? CouplingBound => null;

    internal override double ImplicitPart => Tableau.Gamma;

    internal override int Halvings => halvings;

    internal override int Doublings => strideTolerance is null ? 0 : MostDoublings;

    internal override Method AtHalfTheStep => strideTolerance is { } strides ? Adaptive(Math.Max(strides / 16, 1e-13)) : this;

    internal override bool CarriesSpikelets => true;

    internal override bool IsImplicit(double kappa) => kappa > WeakKappa;

    internal override Scheme Plan(Model model, CouplingPlan coupling)
    {
        List<StateVariable> relaxing = Relaxing(model, coupling);
        var moving = model.States.Where(s => s.Slope is not null)
            .Select(s => new ImexVariable(s, coupling.Implicit && coupling.Couples(s.Symbol), relaxing.Contains(s))).ToArray();
        var kept = model.States.Where(s => s.Slope is null).Select(s => s.Symbol).ToArray();
        SpikeRule? resets = model.Spike is { Rising: false } rule ? rule : null;
        OwnSteps? own = resets is not null && (coupling.RunsAway || SpikePasses.Moves(resets)) ? new OwnSteps(model, resets, moving) : null;
        var stages = new List<Stage>();
        for (int stage = 0; stage < Tableau.Stages; stage++)
        {
            int i = stage;
            var passes = new List<Pass>();
            foreach (ImexVariable x in moving.Where(x => x.Coupled)) passes.Add(x.Junction(i, coupling.Gain(model, x.State)));
            if (i > 0) passes.AddRange(relaxing.Select(s => moving.First(x => x.Equation == s).Relax(i)));
            int ready = passes.Count;
            if (i == 0 && kept.Length > 0) passes.Add(new Pass([.. kept.Select(s => new Assignment(ImexVariable.StartOf(s), s))]));
            if (i == 0) passes.AddRange(SpikePasses.Begin(model.Spike));
            if (i == 0 && own is not null) passes.Add(own.Begin());
            if (i < Tableau.Stages - 1)
                passes.AddRange(PassPairs.Of(moving, x => own is null ? x.Slope(i, null) : own.Limited(i, x, x.Slope(i, null)), (x, _) => x.Move(i, resets)));
            else passes.AddRange(resets is null ? Finish(model, moving, coupling)
                    : own is null ? Restarting(model, moving, coupling, resets) : Asking(model, moving, coupling, own));
            if (MovingThreshold.Of(model) && i == 0) passes.Add(MovingThreshold.AtStart(model.Spike!, moving));
            Coupling how = !coupling.Implicit ? Coupling.Input : i == 0 ? Coupling.Current : Coupling.Implicit;
            stages.Add(new Stage(Tableau.Nodes[i], how, passes) { Ready = ready });
        }
        if (coupling.Resets) stages.Add(new Stage(1, Coupling.Charge, Carry(model, moving, coupling)) { TakesInput = false });
        return new Scheme(stages)
        {
            Starts = [.. model.States.Select(s => (s.Symbol, ImexVariable.StartOf(s.Symbol))), .. StepStrain.Memory(moving.Select(x => x.State))],
            Strain = moving.Length > 0 || (model.Gives is not null && Guards(model).Any()) ? StepStrain.Result : null,
            Error = moving.Length > 0 ? StepStrain.Error : null,
            Crossing = MovingThreshold.Of(model) ? MovingThreshold.Course
                : model.Spike is { } spike ? moving.First(x => x.State == spike.Watched).Cubic(resets is null ? null : Restart.Found) : null,
            Own = own is null ? null : Alone(new OwnCourse(model, resets!, coupling, moving, _strain)),
            Courses = Strides ? [.. moving.Select(x => x.Cubic())] : [],
        };
    }

    private OwnScheme Alone(OwnCourse course) => new(Tableau.Stages - 1, course.Begin(), course.Step(), course.End(), halvings);

    private bool Strides => strideTolerance is not null;

    // What sits on neurons reads what others have at the stage, and nobody waits for it. In a neuron gates relax, where steps may be long.
    private List<StateVariable> Relaxing(Model model, CouplingPlan coupling) => model.Gives is not null ? Relaxation.Order(model)
        : !Strides || model.Spike is { Rising: false } ? []
        : Relaxation.Order(model, s => coupling.Couples(s.Symbol) || coupling.Read.Contains(s.Symbol.Name) || s.Slope!.Mentions(SymbolKind.Input));

    private IEnumerable<Expr> Guards(Model model) => Strides ? StrideGuard.Of(model, _strain) : [];

    private IEnumerable<Pass> Finish(Model model, ImexVariable[] moving, CouplingPlan coupling)
    {
        Expr[] guards = [.. Guards(model)];
        if (Strides && !coupling.Resets && model.Spike is { } watched && !SpikePasses.Moves(watched) && (coupling.Sends || SpikePasses.HasEffects(watched)))
        {
            ImexVariable x = moving.First(x => x.State == watched.Watched);
            guards = [.. guards, StrideGuard.Spike(watched, x.Start, x.End)];
        }
        foreach (Pass p in PassPairs.Of(moving, x => x.Slope(Tableau.Stages - 1, StepStrain.Stiffness(x.Equation, model, coupling)), (x, first) => new Pass(
        [
            .. _strain.Look(x.State, x.Start, x.End, x.ErrorOfStep, first, report: x == moving[0], bounded: !x.Relaxes).Assignments,
            .. (coupling.Resets ? new Pass(x.State, x.End) : SpikePasses.Step(model.Spike, x.State, before: x.Start, after: x.End)).Assignments,
        ]))) yield return p;
        if (guards.Length > 0) yield return StrideGuard.Look(guards, first: moving.Length == 0);
        if (MovingThreshold.Of(model)) yield return MovingThreshold.AtEnd(model.Spike!, moving);
        if (model.Spike is { } rule && !coupling.Resets)
            foreach (Pass p in Note(rule, coupling)) yield return p;
    }

    private IEnumerable<Pass> Restarting(Model model, ImexVariable[] moving, CouplingPlan coupling, SpikeRule resets)
    {
        foreach (ImexVariable x in moving) yield return x.Slope(Tableau.Stages - 1, StepStrain.Stiffness(x.Equation, model, coupling));
        foreach (ImexVariable x in moving) yield return _strain.Look(x.State, x.Start, x.End, x.ErrorOfStep, first: x == moving[0], report: x == moving[0]);
        var restart = new Restart(model, resets, coupling, [.. moving.Select(x => x.Course())]);
        foreach (Pass p in restart.Passes()) yield return p;
        if (Strides) yield return StrideGuard.Look(Guards(model).Append(StrideGuard.Where((Expr)Restart.Found < 1.0)));
    }

    private IEnumerable<Pass> Asking(Model model, ImexVariable[] moving, CouplingPlan coupling, OwnSteps own)
    {
        const int Last = Tableau.Stages - 1;
        foreach (ImexVariable x in moving) yield return own.Limited(Last, x, x.Slope(Last, StepStrain.Stiffness(x.Equation, model, coupling)));
        foreach (ImexVariable x in moving)
            yield return _strain.Look(x.State, x.Start, x.End, x.ErrorOfStep, first: x == moving[0], report: x == moving[0]);
        yield return own.Ask();
        yield return own.Settle(coupling);
        if (Strides && Guards(model).ToArray() is { Length: > 0 } guards) yield return StrideGuard.Look(guards);
    }

    private IEnumerable<Pass> Note(SpikeRule rule, CouplingPlan coupling)
    {
        foreach (Pass p in SpikePasses.Note(rule, countsThisStep: false)) yield return p;
        if (Strides && SpikePasses.Moves(rule) && (coupling.Sends || SpikePasses.HasEffects(rule)))
            yield return StrideGuard.Look([MovingThreshold.Crosses]);
    }

    // What spikes within the step still owe to this cell, or it to its partners; its own spike is known after that.
    private List<Pass> Carry(Model model, ImexVariable[] moving, CouplingPlan coupling)
    {
        var passes = new List<Pass>();
        foreach (ImexVariable x in moving)
        {
            Debt? debt = coupling.Couples(x.State) ? new Debt(model, x.State, coupling.Gain(model, x.State)) : null;
            Expr after = debt is null ? x.State : x.State + debt.Owed;
            if (model.Spike is { Rising: true } spike && spike.Watched == x.State)
            {
                if (Strides && !SpikePasses.Moves(spike) && (coupling.Sends || SpikePasses.HasEffects(spike))) passes.Add(StrideGuard.Look([StrideGuard.Spike(spike, x.Start, after)]));
                passes.Add(SpikePasses.Step(spike, x.State, before: x.Start, after));
            }
            else if (debt is not null) passes.Add(new Pass(x.State, SpikePasses.Held(model.Spike, x.State, after)));
            if (debt is not null) passes.Add(debt.Strain(_strain, x.Start));
        }
        if (model.Spike is { Rising: true } rule) passes.AddRange(Note(rule, coupling));
        return passes;
    }
}
