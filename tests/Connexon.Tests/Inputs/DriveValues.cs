namespace Connexon.Tests.Inputs;

/// <summary>What a drive adds at each step.</summary>
internal static class DriveValues
{
    /// <summary>The values of step, neuron and member: [step][neuron * members + member].</summary>
    public static double[][] Of(Drive drive, int steps, double dt, int neurons = 1, int members = 1, int firstMember = 0, ulong seed = 0)
    {
        DriveSource source =
            drive.Prepare(new DriveContext(neurons, members, firstMember, dt, new CounterRandom(seed, CounterRandom.Stream("test"))));
        var all = new double[steps][];
        for (int k = 0; k < steps; k++)
        {
            source.Advance(k * dt, k);
            source.Add(all[k] = new double[neurons * members], 0, neurons * members);
        }
        return all;
    }

    /// <summary>The values of one neuron.</summary>
    public static double[] OfOne(Drive drive, int steps, double dt) => [.. Of(drive, steps, dt).Select(v => v[0])];
}
