namespace Connexon;

/// <summary>What is recorded where nothing was asked for: the first state of every population, as often as fits into memory.</summary>
internal static class DefaultRecording
{
    private const long MostNumbers = 16_000_000; // 128 MB

    public static IEnumerable<RecordRequest> Of(Network network, RunSettings settings)
    {
        long columns = network.Populations.Sum(p => (long)p.Size) * settings.MembersThatRun;
        int every = (int)Math.Max(1, (columns * (settings.Steps + 1) + MostNumbers - 1) / MostNumbers);
        foreach (Neuron p in network.Populations)
        {
            State first = p[p.Model.States[0].Symbol.Name];
            yield return new RecordRequest($"{first}", first, null, every, null, null);
        }
    }
}
