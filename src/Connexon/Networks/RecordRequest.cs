namespace Connexon;

/// <summary>What is to be recorded.</summary>
/// <param name="What">The name for messages and columns: "V of HH".</param>
/// <param name="State">The state; null for the currents of a junction.</param>
/// <param name="Junction">The junction; null for a state.</param>
/// <param name="Every">A row every so many steps.</param>
/// <param name="Neurons">Which neurons; null for all.</param>
/// <param name="File">The CSV file to stream to; null for memory.</param>
internal sealed record RecordRequest(string What, State? State, GapJunction? Junction, int Every, int[]? Neurons, string? File)
{
    /// <summary>Quantities of any elements, in place of a state or a junction.</summary>
    public IReadOnlyList<Probe>? Probes { get; init; }

    /// <summary>Makes what takes the rows of <see cref="Probes"/>, when the run begins; files are the run's.</summary>
    public Func<OutputWriter, RowSink>? Sink { get; init; }

    /// <summary>Weights of junctions, in place of a state or of currents.</summary>
    public Weights? Weights { get; init; }

    /// <summary>An output, in place of a state.</summary>
    public OutputPort? Output { get; init; }

    /// <summary>The population of a state or an output; null for what is of junctions.</summary>
    public Neuron? Population => State?.Neurons ?? Output?.Neurons;

    public int Columns => Probes?.Count ?? Weights?.Count ?? Junction?.Count ?? Neurons?.Length ?? Population!.Size;

    public Dimension Dimension =>
        State?.Dimension ?? Output?.Dimension ?? Weights?.Dimension ?? Junction!.WeightDimension * Junction.PreState.Dimension;

    public int ColumnIndex(int column) => Neurons?[column] ?? column;
}
