using static Connexon.Units;

namespace Connexon.Tests.Synapses;

/// <summary>Synapses, trains and events allocate nothing once each place of the queue has been used.</summary>
public class Allocation
{
    [Theory]
    [InlineData(nameof(Method.Imex4))]
    [InlineData(nameof(Method.Fast))]
    [InlineData(nameof(Method.ExponentialEuler))]
    public void Not_a_byte_in_thousands_of_steps(string method)
    {
        long least = long.MaxValue;
        for (int k = 0; k < 5 && least > 0; k++) least = Math.Min(least, AllocatedOnce(Method.Parse(method)));
        Assert.Equal(0, least);
    }

    private static long AllocatedOnce(Method method)
    {
        var n = new HH(9) { gL = 0.3 * mS };
        var (driven, coupled, graded) = (new ExpConductance(9), new ExpConductance(9), new Graded(9));
        int[] all = [.. Enumerable.Range(0, 9)];
        Attachments drive = Circuit.On(driven, n, all), ring = Circuit.On(coupled, n, all);
        Attachments between = Circuit.Between(graded, n, [.. all.Select(i => (i, (i + 1) % 9))]);
        EventSource[] sources =
        [
            .. all.Select(i => new EventSource(null, new RegularSpikes(0.5 + 0.01 * i), [new EventTarget(drive, i, 1, 0.02)])),
            .. all.Select(i => Circuit.Spikes(n, i, new EventTarget(ring, (i + 1) % 9, 1, 0.03))),
        ];
        long from = -1, to = -1;
        Drive counter = Drive.Function(t =>
        {
            if (from < 0 && t >= 20 * ms) from = GC.GetAllocatedBytesForCurrentThread();
            if (to < 0 && t >= 90 * ms) to = GC.GetAllocatedBytesForCurrentThread();
            return 0 * uA;
        });
        Run run = new Network(n).With(new Wiring([drive, ring, between], sources)).Drive(n, counter).Record(n.V)
            .Run(100 * ms, 0.01 * ms, method, batch: 2);
        Assert.InRange(run.Spikes(n).Count, 18, 1000);
        return to - from;
    }
}
