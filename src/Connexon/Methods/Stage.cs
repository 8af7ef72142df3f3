using Connexon.Programs;

namespace Connexon;

/// <summary>What the junctions do before the neurons of a stage compute.</summary>
internal enum Coupling
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Their currents, from the states as they stand, are added to each neuron's input.</summary>
    Input,

    /// <summary>Their currents, from the states as they stand, are handed over by themselves (<see cref="SymbolKind.Junction"/>).</summary>
    Current,

    /// <summary>
    /// The change z of the coupled state that solves z = part dt C^-1 (currents at state + z): the implicit part of a stage. It is handed
    /// over as <see cref="SymbolKind.Junction"/>.
    /// </summary>
    Implicit,

    /// <summary>
    /// Currents as if <see cref="SymbolKind.Charge"/> stood in place of the states: what spikes within the step still owe to the partners.
    /// </summary>
    Charge,
}

/// <summary>One stage of a step: what the junctions do, with the drive at a fraction of the step; then each neuron by itself.</summary>
/// <param name="DriveAt">Where in the step the drive is taken, 0 to 1.</param>
/// <param name="Coupling">What the junctions do.</param>
/// <param name="Passes">What each neuron computes.</param>
internal sealed record Stage(double DriveAt, Coupling Coupling, IReadOnlyList<Pass> Passes)
{
    /// <summary>How far inside of a step its ends count as, in steps: what jumps where a step ends does so between two steps.</summary>
    public const double Inside = 1e-6;

    /// <summary>
    /// The time at which the drive is taken in a step: at its end just before it, because a drive that jumps there does so for the next step.
    /// </summary>
    /// <param name="t">The start of the step, in ms.</param>
    /// <param name="h">Its length.</param>
    public double DriveTime(double t, double h) => DriveAt < 1 ? t + h * DriveAt : t + h - Math.Max(1e-9 * h, 1e-13 * (t + h));

    /// <summary>After how many passes the states stand as the stage takes its slopes from them.</summary>
    public int Ready { get; init; }

    /// <summary>True if the passes read what comes in from synapses.</summary>
    public bool TakesInput { get; init; } = true;
}

/// <summary>The stages of a step for one model, and what they leave behind for the run to look at.</summary>
/// <param name="Stages">The stages.</param>
internal sealed record Scheme(IReadOnlyList<Stage> Stages)
{
    /// <summary>
    /// Which array holds each state as it was before the step, so that the step can be done again; empty if it never is.
    /// </summary>
    public IReadOnlyList<(Symbol State, Symbol Start)> Starts { get; init; } = [];

    /// <summary>How badly the step fits each neuron: up to 1 it is accepted. Null for a method that accepts every step.</summary>
    public Symbol? Strain { get; init; }

    /// <summary>The estimated error of the first state in this step; null if there is no estimate.</summary>
    public Symbol? Error { get; init; }

    /// <summary>Where in the step the watched state crosses its threshold; null if spikes are only known to the step.</summary>
    public CubicCourse? Crossing { get; init; }

    /// <summary>What cells do that are stepped by themselves; null if none is.</summary>
    public OwnScheme? Own { get; init; }

    /// <summary>Every state within the step, for a method whose steps may be longer than rows of recordings are apart.</summary>
    public IReadOnlyList<CubicCourse> Courses { get; init; } = [];
}

/// <summary>
/// What a cell does that is stepped by itself through a step, after the stage that asks for it where spikes are reported.
/// </summary>
/// <param name="Stage">After which stage.</param>
/// <param name="Begin">Brings the cell back to the start of the step.</param>
/// <param name="Step">One step of its own.</param>
/// <param name="End">What it leaves behind.</param>
/// <param name="Halvings">How often the network's step may be halved: one that is given up needs none of this.</param>
internal sealed record OwnScheme(int Stage, IReadOnlyList<Pass> Begin, IReadOnlyList<Pass> Step, IReadOnlyList<Pass> End, int Halvings);

/// <summary>What is known of a state over a step: enough for the cubic that meets values and slopes at both ends.</summary>
/// <param name="Start">The state before the step.</param>
/// <param name="End">The state after it, before a reset.</param>
/// <param name="StartSlope">Arrays that add up to dt times its slope before the step.</param>
/// <param name="EndSlope">The same after the step.</param>
internal sealed record CubicCourse(Symbol Start, Symbol End, IReadOnlyList<Symbol> StartSlope, IReadOnlyList<Symbol> EndSlope)
{
    /// <summary>Where kernels have found the crossing already, as a part of the step; the rest is then not used.</summary>
    public Symbol? Found { get; init; }
}

/// <summary>A state that junctions couple, and the input of its model that their currents enter.</summary>
internal readonly record struct CoupledState(Symbol State, Symbol Input);

/// <summary>How a method reaches the junctions of a network.</summary>
/// <param name="Implicit">True if the junctions are treated implicitly.</param>
/// <param name="Coupled">The coupled states of this model; empty if none of its states is coupled.</param>
/// <param name="Resets">True if a cell somewhere in the network, with a junction, is reset when it spikes.</param>
internal readonly record struct CouplingPlan(bool Implicit, IReadOnlyList<CoupledState> Coupled, bool Resets = false)
{
    /// <summary>The coupled states of this model.</summary>
    public IReadOnlyList<CoupledState> Coupled { get => field ?? []; init; } = Coupled;

    /// <summary>True if the equation of the watched state runs away to its threshold faster than the step can follow.</summary>
    public bool RunsAway { get; init; }

    /// <summary>True if spikes of these cells send events.</summary>
    public bool Sends { get; init; }

    /// <summary>The states of this model that others read within a step, beside those that are coupled.</summary>
    public IReadOnlyCollection<string> Read { get => field ?? []; init; }

    /// <summary>True if junctions couple a state.</summary>
    public bool Couples(Symbol state) => Coupled.Any(c => c.State == state);

    /// <summary>How fast a coupled state answers to what its junctions give.</summary>
    public Expr Gain(Model model, Symbol state) => model.InputGain(state, Coupled.First(c => c.State == state).Input);
}
