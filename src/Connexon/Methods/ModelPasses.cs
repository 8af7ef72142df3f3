using Connexon.Programs;

namespace Connexon;

/// <summary>What each neuron computes in a stage.</summary>
/// <param name="Passes">One after the other.</param>
internal sealed record StagePasses(IReadOnlyList<Pass> Passes)
{
    /// <summary>After how many passes the states stand as the stage takes its slopes from them.</summary>
    public int Ready { get; init; }
}

/// <summary>What a method computes of one model, and where it leaves what the run looks at.</summary>
/// <param name="Stages">What each neuron computes in each stage of the <see cref="Skeleton"/>.</param>
internal sealed record ModelPasses(IReadOnlyList<StagePasses> Stages)
{
    /// <summary>Which array holds each state as it was before the step, so that the step can be done again; empty if it never is.</summary>
    public IReadOnlyList<(Symbol Now, Symbol Before)> Undo { get; init; } = [];

    /// <summary>How badly the step fits each neuron: up to 1 it is accepted. Null for a method that accepts every step.</summary>
    public Symbol? ErrorNorm { get; init; }

    /// <summary>The estimated error of the first state in this step; null if there is no estimate.</summary>
    public Symbol? ErrorOfFirst { get; init; }

    /// <summary>What is left of each spike condition of the model, in their order.</summary>
    public IReadOnlyList<SpikeReport> Spikes { get; init; } = [];

    /// <summary>What cells do that are stepped by themselves; null if none is.</summary>
    public SubStepPasses? SubSteps { get; init; }

    /// <summary>Every state within the step, for a method whose steps may be longer than rows of recordings are apart.</summary>
    public IReadOnlyList<Hermite> Dense { get; init; } = [];

    /// <summary>Where the output of equations that are attached to neurons is left; null for neurons.</summary>
    public Symbol? Output { get; init; }
}

/// <summary>What a step leaves of a spike condition.</summary>
/// <param name="Rule">The condition.</param>
/// <param name="Flag">The array that is not 0 where it was met in this step; null where the masks of spikes say so.</param>
/// <param name="Margin">Where in the step its margin rises through 0; null if that is only known to the step.</param>
internal sealed record SpikeReport(SpikeRule Rule, Symbol? Flag, Hermite? Margin);

/// <summary>What is known of a quantity over a step: enough for the cubic that meets values and slopes at both ends.</summary>
/// <param name="Start">The value before the step.</param>
/// <param name="End">The value after it, before a reset.</param>
/// <param name="StartSlope">Arrays that add up to dt times its slope before the step.</param>
/// <param name="EndSlope">The same after the step.</param>
internal sealed record Hermite(Symbol Start, Symbol End, IReadOnlyList<Symbol> StartSlope, IReadOnlyList<Symbol> EndSlope)
{
    /// <summary>
    /// True for a state that is watched, which spikes where it reaches the threshold; false for a margin, which does at 0.
    /// </summary>
    public bool IsState { get; init; }

    /// <summary>Where in the step the ends are, as arrays of parts of it; null for those of the step.</summary>
    public (Symbol From, Symbol To)? Within { get; init; }

    /// <summary>Where kernels have found the crossing already, as a part of the step; the rest is then not used.</summary>
    public Symbol? Found { get; init; }
}

/// <summary>
/// What a cell does that is stepped by itself through a step, after the stage that asks for it where spikes are reported.
/// </summary>
/// <param name="Stage">After which stage.</param>
/// <param name="Begin">Brings the cell back to the start of the step.</param>
/// <param name="Step">One step of its own.</param>
/// <param name="End">What it leaves behind.</param>
/// <param name="Halvings">How often the network's step may be halved: one that is given up needs none of this.</param>
/// <param name="Left">How much of the step is left, in ms.</param>
/// <param name="Spiked">1 if the cell has spiked in the step.</param>
/// <param name="ErrorNorm">How badly the step of the network fits the cell.</param>
internal sealed record SubStepPasses(
    int Stage, IReadOnlyList<Pass> Begin, IReadOnlyList<Pass> Step, IReadOnlyList<Pass> End, int Halvings, Symbol Left, Symbol Spiked,
        Symbol ErrorNorm);
