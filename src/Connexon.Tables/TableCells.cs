namespace Connexon.Tables;

/// <summary>Which cells of a table become neurons of the network.</summary>
public enum TableCells
{
    /// <summary>
    /// Every cell named in any row, chemical ones too, so that a table of the whole nervous system gives all its neurons. Neuromuscular
    /// rows (type "NMJ") name no neuron: they pair one with the word for muscle.
    /// </summary>
    All,

    /// <summary>Only the cells that have a junction.</summary>
    Coupled,
}
