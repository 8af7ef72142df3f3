namespace Connexon.NeuroML;

/// <summary>Collects what is attached to the cells of a network, by equations, and remembers where each went.</summary>
internal sealed class AttachmentList(NetworkDescription network, CellGroups cells)
{
    private readonly Dictionary<(FlatEquations Equations, bool Observes, double? End), Pending> _pending = [];

    /// <summary>Adds an element.</summary>
    /// <param name="component">What it is.</param>
    /// <param name="weight">Its weight.</param>
    /// <param name="on">The cell that it is on; null for one that stands by itself.</param>
    /// <param name="peer">The cell at its other end.</param>
    /// <param name="observes">True if it gives nothing and is there to be recorded.</param>
    /// <param name="end">
    /// When it ends, of a pulse that has begun before the run: those that end together may be constant together. Null for others.
    /// </param>
    public ElementPlace Add(FlatComponent component, double weight, CellIndex? on, CellIndex? peer, bool observes = false,
        double? end = null)
    {
        FlatEquations e = component.Equations;
        if (FlatNeuron.Problems(e).FirstOrDefault() is { } problem)
            throw component.Component.Source.Wrong($"{component} has {problem}, which is not supported.");
        if (!_pending.TryGetValue((e, observes, end), out Pending? list)) _pending.Add((e, observes, end), list = new Pending());
        foreach (Symbol s in e.Requirements)
        {
            CellIndex cell = CellSymbols.IsOfPeer(s) ? peer!.Value : on!.Value;
            list.States[(s, cells.Find(cell)!.Value.Population)] = cells.StateOf(cell, CellSymbols.PathOf(s));
        }
        list.Elements.Add(new Placed(component, weight));
        if (on is { } c) list.On.Add(cells.Find(c)!.Value);
        if (e.Requirements.Any(CellSymbols.IsOfPeer)) list.Peers.Add(cells.Find(peer!.Value)!.Value);
        return new ElementPlace(list, list.Elements.Count - 1);
    }

    /// <summary>Makes them; places have their attachments from then on.</summary>
    public IReadOnlyList<Attachments> Build()
    {
        foreach (var ((equations, observes, end), list) in _pending)
        {
            CellRead[] reads = [.. equations.Requirements.Select(s =>
                new CellRead(CellSymbols.IsOfPeer(s), population => list.States[(s, population)]))];
            list.Built = new Attachments(new FlatNeuron(equations, list.Elements), list.On, list.Peers, reads, observes)
            {
                Pulse = end is null ? null : Pulses.Form(equations),
            };
        }
        return [.. _pending.Values.Select(p => p.Built!)];
    }

    /// <summary>"pop[3]", for messages.</summary>
    public string Name(CellIndex cell) => network.Name(cell);

    /// <summary>Elements of one set of equations.</summary>
    internal sealed class Pending
    {
        public List<Placed> Elements { get; } = [];
        public List<Cell> On { get; } = [];
        public List<Cell> Peers { get; } = [];
        public Dictionary<(Symbol, Neuron), string> States { get; } = [];
        public Attachments? Built { get; set; }
    }
}

/// <summary>Where an element is among the attachments of its equations.</summary>
/// <param name="List">Those.</param>
/// <param name="Index">Its number there.</param>
internal readonly record struct ElementPlace(AttachmentList.Pending List, int Index)
{
    /// <summary>The attachments, once they are built.</summary>
    public Attachments Attachments => List.Built!;
}
