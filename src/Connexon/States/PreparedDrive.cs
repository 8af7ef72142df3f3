namespace Connexon;

/// <summary>A drive of a population, ready to be added to the inputs.</summary>
/// <param name="First">The first element of the inputs that it drives.</param>
/// <param name="Count">How many.</param>
/// <param name="Source">What gives its values.</param>
internal readonly record struct PreparedDrive(int First, int Count, DriveSource Source)
{
    /// <summary>The drives of a network: those that enter cells, or the noise that is carried through junctions.</summary>
    /// <param name="state">The network.</param>
    /// <param name="carried">Which of both.</param>
    public static IEnumerable<PreparedDrive> Of(NetworkState state, bool carried)
    {
        Network network = state.Layout.Network;
        foreach (var (k, driven) in network.Drives.Index())
            if (state.Coupling.Carries(driven) == carried) yield return Of(state, driven, carried, network.DrawsOf(k, state.Settings.Seed));
    }

    private static PreparedDrive Of(NetworkState state, Driven d, bool carried, CounterRandom random)
    {
        double dt = carried ? state.Dt / CouplingOperator.NoiseParts : state.Dt;
        Placement at = state.Layout.Find(d.Population).At;
        int size = at.Count;
        DriveSource source = d.Drive.Prepare(new DriveContext(size, state.Members, state.Settings.Member ?? 0, dt, random, at.From));
        if (d.Drive.IsWhite && state.Settings.Method.ExtrapolatesInput) source = new ForeseenNoise(source, size * state.Members);
        return new(state.Layout.FirstInput(d.Population, d.Input!) * state.Members, size * state.Members, source);
    }
}
