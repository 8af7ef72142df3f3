namespace Connexon.NeuroML;

/// <summary>What a component is attached by.</summary>
internal enum AttachmentKind
{
    /// <summary>Nothing: the cell itself.</summary>
    Cell,

    /// <summary>One end of a junction: <see cref="NetworkDescription.Electrical"/>.</summary>
    Electrical,

    /// <summary>One end of a graded synapse: <see cref="NetworkDescription.Continuous"/>.</summary>
    Continuous,

    /// <summary>A synapse of spikes: <see cref="NetworkDescription.Events"/>.</summary>
    Event,

    /// <summary>An input: <see cref="NetworkDescription.Inputs"/>.</summary>
    Input,
}

/// <summary>A component on a cell.</summary>
/// <param name="Kind">In which list of the network it is.</param>
/// <param name="Index">Its position there.</param>
/// <param name="OnSecond">True for the end on the second cell (post, B).</param>
internal readonly record struct Attachment(AttachmentKind Kind, int Index, bool OnSecond);

/// <summary>A quantity that is written or drawn.</summary>
/// <param name="Quantity">The path, as the file has it.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Attachment">What on the cell; <see cref="AttachmentKind.Cell"/> for the cell itself.</param>
/// <param name="Component">The cell's component, or that of the attachment.</param>
/// <param name="Value">The quantity in symbols of the component's equations, in base units.</param>
/// <param name="Dimension">Its dimension, by which <see cref="SiScale"/> finds the way to SI.</param>
internal sealed record Recording(string Quantity, CellIndex Cell, Attachment Attachment, FlatComponent Component, Expr Value,
    Dimension Dimension);
