namespace Connexon;

/// <summary>What a method must know of a network to say what its steps are.</summary>
/// <param name="Implicit">True if the junctions are treated implicitly.</param>
/// <param name="Resets">True if a cell somewhere in the network, with a junction, is reset when it spikes.</param>
internal readonly record struct NetworkTraits(bool Implicit, bool Resets = false);

/// <summary>What a method must know of a model in a network, beside its equations.</summary>
/// <param name="Network">The network.</param>
/// <param name="Coupled">The coupled states of this model; empty if none of its states is coupled.</param>
internal readonly record struct ModelTraits(NetworkTraits Network, IReadOnlyList<CoupledState> Coupled)
{
    /// <summary>The coupled states of this model.</summary>
    public IReadOnlyList<CoupledState> Coupled { get => field ?? []; init; } = Coupled;

    /// <summary>True if the junctions are treated implicitly.</summary>
    public bool Implicit => Network.Implicit;

    /// <summary>True if a cell somewhere in the network, with a junction, is reset when it spikes.</summary>
    public bool Resets => Network.Resets;

    /// <summary>True if the equation of the watched state runs away to its threshold faster than the step can follow.</summary>
    public bool RunsAway { get; init; }

    /// <summary>True if spikes of these cells send events.</summary>
    public bool Sends { get; init; }

    /// <summary>The states of this model that others read within a step, beside those that are coupled.</summary>
    public IReadOnlyCollection<string> Read { get => field ?? []; init; }

    /// <summary>True if junctions couple a state.</summary>
    public bool Couples(Symbol state) => Of(state) is not null;

    /// <summary>How a state is coupled; null if it is not.</summary>
    public CoupledState? Of(Symbol state) => Coupled.FirstOrDefault(c => c.State == state);

    /// <summary>How fast a coupled state answers to what its junctions give.</summary>
    public Expr Gain(Model model, Symbol state) => model.InputGain(state, Of(state)!.Input);
}

/// <summary>A state that junctions couple, and what equations of a method call what they do with it.</summary>
/// <param name="State">The state.</param>
/// <param name="Input">The input of its model that the junctions' currents enter.</param>
internal sealed record CoupledState(Symbol State, Symbol Input)
{
    /// <summary>What the junctions gave in this stage.</summary>
    public Symbol Brought { get; } = new(SymbolKind.Junction, State.Name, Dimension.None);

    /// <summary>The sum of their weights.</summary>
    public Symbol Total { get; } = new(SymbolKind.JunctionTotal, State.Name, Dimension.None);

    /// <summary>The sum of their absolute weights.</summary>
    public Symbol Strength { get; } = new(SymbolKind.JunctionStrength, State.Name, Dimension.None);

    /// <summary>What a spike leaves to be carried by them.</summary>
    public Symbol Charge { get; } = new(SymbolKind.Charge, State.Name, Dimension.None);
}
