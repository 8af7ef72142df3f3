using Connexon.Compilation;

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

    /// <summary>The classical fourth-order Runge-Kutta method on the whole network, coupling included; explicit.</summary>
    public static Method RungeKutta4 { get; } = new RungeKutta4();

    /// <summary>Every method, for lists and command lines.</summary>
    public static IReadOnlyList<Method> All { get; } = [ExponentialEuler, RungeKutta4];

    /// <summary>The method's name.</summary>
    public abstract string Name { get; }

    /// <summary>One line on what it is.</summary>
    public abstract string Summary { get; }

    /// <summary>
    /// The largest dt * lambda at which passive coupled cells do not blow up, lambda being the largest rate of the junctions
    /// (the largest eigenvalue of C^-1 L); null where there is no bound.
    /// </summary>
    public abstract double? CouplingBound { get; }

    /// <summary>The stages of one step for a model.</summary>
    internal abstract IReadOnlyList<Stage> Plan(Model model);

    /// <summary>The method of that name, whatever the case.</summary>
    /// <param name="name">"ExponentialEuler", ...</param>
    /// <exception cref="ArgumentException">There is none; the message lists them.</exception>
    public static Method Parse(string name) =>
        All.FirstOrDefault(m => m.Name.Equals(name.Replace("-", ""), StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"'{name}' is not a method. Methods: {string.Join(", ", All.Select(m => m.Name))}.");

    /// <summary>The method's name.</summary>
    public override string ToString() => Name;
}

/// <summary>
/// One stage of a step: the junction currents from the states as they stand, with the drive at a fraction of the step; then each
/// neuron by itself.
/// </summary>
/// <param name="DriveAt">Where in the step the drive is taken, 0 to 1.</param>
/// <param name="Passes">What each neuron computes.</param>
internal sealed record Stage(double DriveAt, IReadOnlyList<Pass> Passes);
