namespace Connexon.NeuroML;

/// <summary>What a model has that a ComponentType of a cell cannot say.</summary>
internal static class WrittenModel
{
    public static IEnumerable<string> Problems(Model m)
    {
        foreach (StateVariable s in m.States.Where(s => s.Slope?.Mentions(SymbolKind.Time) == true))
            yield return $"{m.Name}: d{s.Symbol}/dt names the time at the start of a step, which LEMS does not have: give it as a drive.";
        if (m.Reads.Count + m.Conditions.Count + m.OnEvent.Count > 0 || m.Gives is not null)
            yield return $"{m.Name} was read from a file, with conditions or events that are not written again: use that file.";
        if (m.Inputs.Count > 1)
            yield return $"{m.Name} has the inputs {string.Join(", ", m.Inputs)}: a cell of NeuroML has one, into which everything comes.";
        var symbols = m.States.Select(s => s.Symbol).Concat(m.Parameters.Select(p => p.Symbol));
        foreach (Symbol s in symbols.Where(s => !WrittenUnits.Has(s.Dimension)))
            yield return $"{m.Name}: {s} is {s.Dimension}; LEMS has whole powers of units only.";
        if (m.Spike is not { } spike) yield break;
        if (m.Spikes.Count > 1)
            yield return $"{m.Name} has the spike conditions {string.Join(", ", m.Spikes.Select(s => s.Name))}: a cell of NeuroML has one.";
        if (spike.Spikelet is not null || spike.SpikeletShape is not null)
            yield return $"{m.Name} has a spikelet, which NeuroML's junctions do not carry: leave it out.";
        if (!Simplify.IsConstant(spike.Threshold))
            yield return $"{m.Name} spikes at {spike.Threshold}, which moves: NeuroML's thresholds stay where they are.";
        if (spike.Rising && (spike.Notes.Count > 0 || spike.Refractory is not null))
            yield return $"{m.Name} is not reset by a spike and then {(spike.Refractory is null ? "notes its time" : "is refractory")}: "
                + "NeuroML's cells are reset as well.";
    }
}
