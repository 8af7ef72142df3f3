namespace Connexon.NeuroML;

/// <summary>Whether components fit on cells: that a cell takes the current, that it gives what the component reads, that it
/// spikes.</summary>
internal sealed class AttachmentCheck(NetworkDescription network, CellReading reading, ReadReport report)
{
    private readonly HashSet<(FlatComponent, FlatComponent, FlatComponent?)> _fits = [];

    /// <summary>A synapse, junction end or input on a cell.</summary>
    /// <param name="what">The component.</param>
    /// <param name="on">The cell that it is put on.</param>
    /// <param name="peer">The cell at the other end, of junctions and graded synapses.</param>
    /// <param name="e">The element that puts it there.</param>
    /// <returns>The component as it is on this cell.</returns>
    public FlatComponent Attach(FlatComponent what, CellIndex on, CellIndex? peer, Element e)
    {
        FlatComponent cell = network.Component(on);
        FlatComponent? other = peer is { } p ? network.Component(p) : null;
        Segments(e);
        if (!_fits.Add((what, cell, other))) return reading.Of(what, cell, other, e);
        if (!cell.Equations.Ports.Any(port => what.Equations.Outputs.ContainsKey(port.Exposure)))
            throw e.Wrong($"{what} cannot be put on {cell}: "
                + (cell.Equations.Ports.Count == 0 ? $"{cell.Component.Type.Name} has no place where currents attach."
                    : $"it takes {string.Join(", ", cell.Equations.Ports.Select(x => $"'{x.Exposure}'"))}, "
                        + $"and {what.Component.Type.Name} gives "
                        + $"{string.Join(", ", what.Equations.Outputs.Keys.Select(k => $"'{k}'").DefaultIfEmpty("nothing"))}."));
        foreach (Symbol needed in what.Equations.Requirements)
        {
            FlatComponent? from = CellSymbols.IsOfPeer(needed) ? other : cell;
            if (from?.Find(CellSymbols.PathOf(needed)) is null)
                throw e.Wrong($"{what} on {cell} needs '{needed}', {needed.Dimension}, which "
                    + (from is null ? "only an electrical or continuous connection has." : $"{from} does not have."));
        }
        return reading.Of(what, cell, other, e);
    }

    /// <summary>A cell whose spikes go somewhere.</summary>
    public void Spikes(CellIndex cell, Element e)
    {
        FlatComponent c = network.Component(cell);
        if (c.Train is null && c.Equations.Spikes.Count == 0 && !c.Equations.Conditions.Any(x => x.Emits.Count > 0))
            throw e.Wrong($"{e} starts from {network.Name(cell)}, but {c} sends no spikes.");
    }

    private void Segments(Element e)
    {
        foreach (string name in (ReadOnlySpan<string>)["preSegment", "postSegment", "preSegmentId", "postSegmentId", "segmentId"])
            if (e[name] is { } segment and not "0")
                report.Add(ReadAction.Noted, $"{name}=\"{segment}\": the cell has one compartment, which is meant", e.Place);
    }
}
