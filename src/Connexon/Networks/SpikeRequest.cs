namespace Connexon;

/// <summary>What is to be done with spikes beside keeping them.</summary>
/// <param name="What">The name for messages: "spikes of HH".</param>
/// <param name="Of">Whose.</param>
internal sealed record SpikeRequest(string What, IReadOnlyList<SpikePick> Of)
{
    /// <summary>The CSV file to stream to; null for none, or for <see cref="Sink"/>.</summary>
    public string? File { get; init; }

    /// <summary>Makes a file of another form, when the run begins; numbers in it are those of <see cref="Of"/>.</summary>
    public Func<OutputWriter, EventText>? Sink { get; init; }

    /// <summary>Whether whole populations are kept in memory; null leaves that to others.</summary>
    public bool? Keep { get; init; }
}

/// <summary>Spikes that are asked for: of all of a population, of one neuron by one condition, or of a source.</summary>
/// <param name="Population">The population; null for a source.</param>
/// <param name="Index">Which neuron; null for all.</param>
/// <param name="Train">The source's train.</param>
/// <param name="Source">The number of the source among what sends events.</param>
internal readonly record struct SpikePick(Neuron? Population, int? Index, SpikeTrain? Train = null, int Source = 0)
{
    /// <summary>By which condition of the model; null for the first.</summary>
    public string? Condition { get; init; }
}
