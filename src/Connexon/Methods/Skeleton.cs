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

/// <summary>What a step is for the network as a whole: its stages, which are those of every model (<see cref="ModelPasses"/>).</summary>
/// <param name="Stages">The stages, in order.</param>
internal sealed record Skeleton(IReadOnlyList<Stage> Stages);

/// <summary>One stage of a step: what the junctions do, with the drive at a fraction of the step; then each neuron by itself.</summary>
/// <param name="Time">Where in the step it stands, 0 to 1: the drive is taken there.</param>
/// <param name="Coupling">What the junctions do.</param>
/// <param name="TakesInputs">True if what comes in from synapses is read.</param>
internal sealed record Stage(double Time, Coupling Coupling, bool TakesInputs = true)
{
    /// <summary>How far inside of a step its ends count as, in steps: what jumps where a step ends does so between two steps.</summary>
    public const double Inside = 1e-6;

    /// <summary>
    /// The time at which the drive is taken in a step: at its end just before it, because a drive that jumps there does so for the next
    /// step.
    /// </summary>
    /// <param name="t">The start of the step, in ms.</param>
    /// <param name="h">Its length.</param>
    public double DriveTime(double t, double h) => Time < 1 ? t + h * Time : BeforeEnd(t, h);

    /// <summary>Just before the end of a step, by so much that no rounded time is beyond.</summary>
    /// <param name="t">The start of the step, in ms.</param>
    /// <param name="h">Its length.</param>
    public static double BeforeEnd(double t, double h) => t + h - Math.Max(1e-9 * h, 1e-13 * (t + h));
}

/// <summary>How a method treats junctions: asked once, before anything is assembled.</summary>
internal sealed record CouplingTreatment
{
    /// <summary>By their currents, explicitly, whatever their strength.</summary>
    public static CouplingTreatment Explicit { get; } = new();

    /// <summary>The coupling number above which junctions are implicit; infinite for never.</summary>
    public double ImplicitAbove { get; init; } = double.PositiveInfinity;

    /// <summary>The part of the step in the matrix I + part dt C^-1 L that implicit stages solve with.</summary>
    public double Part { get; init; }

    /// <summary>What to call it where it is neither explicit nor implicit.</summary>
    public string Name { get; init; } = "explicit";

    /// <summary>
    /// Up to which dt * lambda, lambda being the largest rate of the junctions, white noise that is held over each step gives coupled cells
    /// the variance that it must, to 1 %.
    /// </summary>
    public double HeldNoiseBound { get; init; } = 0.1;

    /// <summary>
    /// Whether noise may be carried through the junctions beside the method, beyond that: where junctions act on states as they are.
    /// </summary>
    public bool StandsCarriedNoise { get; init; } = true;

    /// <summary>Up to which coupling number junctions may have negative weights, which are always explicit.</summary>
    public double NegativeUpTo { get; init; } = double.PositiveInfinity;

    /// <summary>Whether junctions carry what the models leave out of their spikes' shapes.</summary>
    public bool CarriesSpikelets { get; init; }

    /// <summary>Whether junctions of this strength are treated implicitly.</summary>
    /// <param name="kappa">The largest coupling number dt sum_j(g_ij) / C_i.</param>
    public bool IsImplicit(double kappa) => kappa > ImplicitAbove;
}

/// <summary>Of which lengths a method's steps may be.</summary>
/// <param name="Halvings">How often a step may be halved; 0 for a method that accepts every step.</param>
/// <param name="Doublings">How often a step may be doubled where nothing happens in it.</param>
internal readonly record struct StepControl(int Halvings, int Doublings);
