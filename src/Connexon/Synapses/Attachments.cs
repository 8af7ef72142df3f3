namespace Connexon;

/// <summary>
/// Equations that are attached to neurons (synapses, inputs): each element reads states of the neuron that it is on and of the one at its
/// other end, has states of its own, and gives its neuron what its model's <see cref="Model.Gives"/> says.
/// </summary>
/// <param name="Elements">The equations and parameters, one element after the other.</param>
/// <param name="On">The neuron that each element is on; empty for elements that stand by themselves (a source of spikes).</param>
/// <param name="Peers">The neuron at the other end of each; empty where the equations read none.</param>
/// <param name="Reads">What <see cref="Model.Reads"/> are, in that order.</param>
/// <param name="Observes">True for elements that give their neuron nothing: they are there to be recorded.</param>
internal sealed record Attachments(Neuron Elements, IReadOnlyList<Cell> On, IReadOnlyList<Cell> Peers, IReadOnlyList<AttachedRead> Reads,
    bool Observes = false)
{
    /// <summary>The form of their current, if it is that of a pulse; null for others, and for pulses that are recorded.</summary>
    public PulseForm? Pulse { get; init; }
}

/// <summary>
/// A current that is weight times amplitude from delay on, for the duration, and else nothing. Where it lasts for the whole run it is a
/// constant drive of its neuron, which costs nothing in a step.
/// </summary>
/// <param name="Delay">When it begins: a parameter.</param>
/// <param name="Duration">How long it lasts.</param>
/// <param name="Amplitude">How large it is.</param>
/// <param name="Weight">The factor on it.</param>
internal sealed record PulseForm(Symbol Delay, Symbol Duration, Symbol Amplitude, Symbol Weight);

/// <summary>Something that attached equations read.</summary>
internal abstract record AttachedRead;

/// <summary>A state of a neuron.</summary>
/// <param name="OfPeer">True for the neuron at the other end, false for the one that the element is on.</param>
/// <param name="StateOf">The name of the state in a population.</param>
internal sealed record CellRead(bool OfPeer, Func<Neuron, string> StateOf) : AttachedRead;

/// <summary>A weighted sum of what other attached elements give: of all open synapses of one kind on a neuron, say.</summary>
/// <param name="From">Those elements; they read no sums themselves.</param>
/// <param name="Terms">Each term: the element that reads, the one that gives, the weight.</param>
internal sealed record SumRead(Attachments From, IReadOnlyList<(int Element, int Source, double Weight)> Terms) : AttachedRead;
