namespace Connexon;

/// <summary>What a name in an equation stands for.</summary>
public enum SymbolKind
{
    /// <summary>A dynamic variable, carried from step to step: V, a gate.</summary>
    State,

    /// <summary>A number that stays the same during a run, for all neurons or for each: gNa, C.</summary>
    Parameter,

    /// <summary>What comes in from outside: drive, junctions and synapses, summed.</summary>
    Input,

    /// <summary>A state of the neuron that these equations are attached to, or of the one at the other end.</summary>
    Read,

    /// <summary>What equations that are attached to a neuron give to its input.</summary>
    Output,

    /// <summary>What the junctions of a coupled state gave in this stage: a current, or a change of the state.</summary>
    Junction,

    /// <summary>The sum of the weights of a neuron's junctions, sum_j(g_ij).</summary>
    JunctionTotal,

    /// <summary>The sum of the absolute weights of those junctions: how strong they are.</summary>
    JunctionStrength,

    /// <summary>
    /// What a spike leaves to be carried by the junctions, in the unit of the state times ms: how far the state was from where they saw it,
    /// integrated over the step, and the spikelet.
    /// </summary>
    Charge,

    /// <summary>The time t = k dt at the start of the step.</summary>
    Time,

    /// <summary>The step dt.</summary>
    TimeStep,

    /// <summary>An array that a method keeps for itself from stage to stage.</summary>
    Work,

    /// <summary>A value that lives only within one block of one step.</summary>
    Scratch,

    /// <summary>Set where the neuron spikes in this step; only ever written.</summary>
    Spike,

    /// <summary>A combination of parameters and the step, computed once before the run.</summary>
    Constant,

    /// <summary>A number drawn uniformly from 0 to 1 whenever a start or an event is evaluated; one name, one draw.</summary>
    Random,
}

/// <summary>A name in an equation. Two symbols are the same if kind, name and dimension are.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Name">The name, as the literature writes it.</param>
/// <param name="Dimension">The dimension of its values.</param>
public sealed record Symbol(SymbolKind Kind, string Name, Dimension Dimension)
{
    /// <summary>The step dt, as equations of a method name it.</summary>
    public static Symbol TimeStep { get; } = new(SymbolKind.TimeStep, "dt", Dimension.Time);

    /// <summary>The step that was asked for, where dt is a part of it.</summary>
    public static Symbol FullStep { get; } = new(SymbolKind.TimeStep, "dt0", Dimension.Time);

    /// <summary>The time t at the start of the step.</summary>
    public static Symbol Time { get; } = new(SymbolKind.Time, "t", Dimension.Time);

    /// <summary>
    /// The time within the step for which a slope is taken. In comparisons it stays inside of the step, so that what switches at a step's
    /// end does so between two steps.
    /// </summary>
    internal static Symbol StageTime { get; } = new(SymbolKind.Time, "t of stage", Dimension.Time);

    /// <summary>The weight of the connection that an event comes by.</summary>
    internal static Symbol EventWeight { get; } = new(SymbolKind.Work, "event weight", Dimension.None);

    /// <summary>Where a method writes the condition that the neuron spikes in this step.</summary>
    public static Symbol Spike { get; } = new(SymbolKind.Spike, "spike", Dimension.None);

    /// <summary>True for what stays the same during a run.</summary>
    public bool IsConstant => Kind is SymbolKind.Parameter or SymbolKind.TimeStep or SymbolKind.Constant;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
