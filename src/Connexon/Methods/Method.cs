using System.Globalization;

namespace Connexon;

/// <summary>
/// A numerical method: a plain value that is handed to a run. It says which kernels to derive from a model's equations and where the
/// junction currents are computed between them; it knows no model by name.
/// </summary>
public abstract class Method
{
    private protected Method() { }

    /// <summary>The scheme of brainpy.state, step by step; first order, coupling explicit.</summary>
    public static Method ExponentialEuler { get; } = new ExponentialEuler();

    /// <summary>Textbook forward Euler on the whole network, first order; explicit.</summary>
    public static Method Euler { get; } = new Euler();

    /// <summary>The classical fourth-order Runge-Kutta method on the whole network, coupling included; explicit.</summary>
    public static Method RungeKutta4 { get; } = new RungeKutta4();

    /// <summary>Heun's second-order Runge-Kutta method on the whole network; explicit.</summary>
    public static Method RungeKutta2 { get; } = new Heun();

    /// <summary>
    /// One right-hand side a step, second order: exponential in each equation's own linear part, extrapolated from the step before (Perego
    /// and Veneziani 2009, doi:10.1002/cnm.1156; Coudiere et al. 2018, doi:10.1007/s10543-017-0700-1), junctions implicit where strong.
    /// </summary>
    public static Method Fast { get; } = new Fast();

    /// <summary>
    /// The fixed-step scheme of NEURON and Arbor with its half-gaps: a junction's own half implicit, the partner's voltage a step old.
    /// Here so that its artefact can be seen: the network slows by 1/(1 + kappa).
    /// </summary>
    public static Method Lagged { get; } = new Lagged();

    /// <summary>
    /// Fourth order, junctions implicit where coupling is strong, right at any strength; with an error estimate, and sub-steps where a
    /// cell is too stiff for the step. Kennedy and Carpenter 2003, doi:10.1016/S0168-9274(02)00138-1.
    /// </summary>
    public static Method Imex4 { get; } = new Imex4(nameof(Imex4), tolerance: 2e-4, halvings: 10);

    /// <summary>
    /// The default's scheme in steps as long as they may be: 2, 4, ... 128 times dt at once where nothing happens within (no spike, no
    /// event, no pulse that begins) and the estimated error of every state stays below the tolerance; else dt, or parts of it, as
    /// <see cref="Imex4"/> takes them. Gates are implicit, so that a fast one does not hold the step. Rows of recordings are dt apart all
    /// the same. A batch, noise and weights that change are stepped by dt.
    /// </summary>
    /// <param name="tolerance">
    /// The largest estimated error of a step of several dt, in parts of the scale of a state: 100 mV, or 1 for
    /// pure numbers, or the state if that is more; 1e-13 to 1e-3. By default 2e-7, a thousandth of what a step of dt may have: 0.00002 mV.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A tolerance outside these.</exception>
    public static Method Adaptive(double tolerance = 2e-7) => new Imex4(
        tolerance == 2e-7 ? nameof(Adaptive) : string.Create(CultureInfo.InvariantCulture, $"Adaptive({tolerance})"),
        tolerance: Math.Min(2e-4, 1000 * Checked(tolerance)), halvings: tolerance < 2e-7 ? 30 : 10, longTolerance: tolerance);

    /// <summary>
    /// For answers to compare with: the default's scheme, each step of dt taken in as many parts as the tolerance needs. Spikes are
    /// located; states are recorded where steps end, none is interpolated. A run says how many parts could not meet the tolerance.
    /// </summary>
    /// <param name="tolerance">
    /// The largest estimated error of a part, in parts of the scale of a state: 100 mV, or 1 for pure numbers, or
    /// the state if that is more; 1e-13 to 1e-3.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A tolerance outside these: below is round-off.</exception>
    public static Method Reference(double tolerance = 1e-9) =>
        new Imex4(string.Create(CultureInfo.InvariantCulture, $"Reference({tolerance})"), Checked(tolerance), halvings: 30);

    /// <summary>Every method, for lists and command lines.</summary>
    public static IReadOnlyList<Method> All { get; } = [Imex4, Fast, ExponentialEuler, Euler, RungeKutta2, RungeKutta4, Lagged];

    /// <summary>What <see cref="Parse"/> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(m => m.Name), "Adaptive(tolerance)", "Reference(tolerance)"];

    /// <summary>The method's name.</summary>
    public abstract string Name { get; }

    /// <summary>One line on what it is.</summary>
    public abstract string Summary { get; }

    /// <summary>
    /// The largest dt * lambda at which passive coupled cells do not blow up, lambda being the largest rate of the junctions
    /// (the largest eigenvalue of C^-1 L); null where there is no bound.
    /// </summary>
    public abstract double? CouplingBound { get; }

    /// <summary>
    /// By how much the treatment of junctions alone changes rates, as a part of them: of a mode that decays at the rate kappa / dt, or of a
    /// network that moves as one. Null where the method's other errors are larger.
    /// </summary>
    /// <param name="kappa">The coupling number.</param>
    public virtual double? CouplingError(double kappa) => null;

    /// <summary>The method of a run that names none.</summary>
    public static Method Default => Imex4;

    /// <summary>How it treats junctions.</summary>
    internal virtual CouplingTreatment Treatment => CouplingTreatment.Explicit;

    /// <summary>Of which lengths its steps may be.</summary>
    internal virtual StepControl Control => default;

    /// <summary>Whether a step goes by 3/2 of what comes in less 1/2 of what came in the step before.</summary>
    internal virtual bool ExtrapolatesInput => false;

    /// <summary>
    /// What verifies a run, at half its step: the same method, or one with a tolerance as much closer as fourth order makes half a step.
    /// </summary>
    internal virtual Method AtHalfTheStep => this;

    /// <summary>Why it cannot step a model, as what is said of the method; null if it can.</summary>
    internal virtual string? CannotRun(Model model) => null;

    /// <summary>What a step is for the network: asked once.</summary>
    internal abstract Skeleton Skeleton(NetworkTraits network);

    /// <summary>What a step computes of a model: asked for each.</summary>
    internal abstract ModelPasses Passes(Model model, ModelTraits traits);

    /// <summary>The method of that name, whatever the case.</summary>
    /// <param name="name">"Imex4", "Reference", "Reference(1e-10)", ...</param>
    /// <exception cref="ArgumentException">There is none; the message lists them.</exception>
    public static Method Parse(string name)
    {
        string plain = name.Replace("-", "", StringComparison.Ordinal);
        if (All.FirstOrDefault(m => m.Name.Equals(plain, StringComparison.OrdinalIgnoreCase)) is { } method) return method;
        return WithTolerance(name, nameof(Adaptive), Adaptive(), Adaptive) ?? WithTolerance(name, nameof(Reference), Reference(), Reference)
            ?? throw new ArgumentException(
                $"'{name}' is not a method. Methods: {string.Join(", ", Names)}.");
    }

    private static Method? WithTolerance(string name, string plain, Method usual, Func<double, Method> with)
    {
        if (name.Equals(plain, StringComparison.OrdinalIgnoreCase)) return usual;
        return name.StartsWith($"{plain}(", StringComparison.OrdinalIgnoreCase) && name.EndsWith(')')
            && double.TryParse(name[(plain.Length + 1)..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out double tolerance)
                ? with(tolerance) : null;
    }

    private static double Checked(double tolerance) => tolerance is >= 1e-13 and <= 1e-3 ? tolerance
        : throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "A tolerance must be from 1e-13, above round-off, to 1e-3.");

    /// <summary>The method's name.</summary>
    public override string ToString() => Name;
}
