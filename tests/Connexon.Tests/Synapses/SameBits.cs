using static Connexon.Units;

namespace Connexon.Tests.Synapses;

/// <summary>Synapses, random trains and events: the same bits for any number of threads, in a batch or alone.</summary>
public class SameBits
{
    private readonly HH _cells = new(37) { gL = 0.3 * mS };
    private readonly MorrisLecar _other = new(11);
    private readonly Network _network;

    public SameBits()
    {
        var (driven, coupled, graded) = (new ExpConductance(37), new ExpConductance(37) { gbase = 0.1 * mS, E = -80 * mV }, new Graded(11));
        int[] all = [.. Enumerable.Range(0, 37)];
        Attachments drive = Circuit.On(driven, _cells, all), ring = Circuit.On(coupled, _cells, all);
        Attachments between = Circuit.Between(graded, _other, [.. Enumerable.Range(0, 11).Select(i => (i, (i + 1) % 11))]);
        EventSource[] sources =
        [
            .. all.Select(i => new EventSource(null, new PoissonSpikes(0.4, 0.5, 0, 1000), [new EventTarget(drive, i, 1, 0)])),
            .. all.Select(i =>
                Circuit.Spikes(_cells, i, new EventTarget(ring, (i + 1) % 37, 1, 0.7), new EventTarget(ring, (i + 5) % 37, 2, 3.3))),
        ];
        var gap = new SymmetryGapJunction(_cells, "V", Connect.Ring, 0.05 * mS);
        _network = new Network(_cells, _other, gap).With(new Wiring([drive, ring, between], sources)).Record(_cells.V).Record(_other.V);
    }

    [Theory]
    [InlineData(nameof(Method.Imex4), 1)]
    [InlineData(nameof(Method.Imex4), 3)]
    [InlineData(nameof(Method.Fast), 2)]
    public void One_thread_or_two(string method, int batch)
    {
        Run one = Run(method, batch, threads: 1), two = Run(method, batch, threads: 2);
        for (int b = 0; b < batch; b++) AssertSame(one, b, two, b);
        Assert.InRange(one.Spikes(_cells).Count, 40 * batch, 1000 * batch);
    }

    [Fact]
    public void A_member_of_the_batch_or_alone()
    {
        Run batch = Run(nameof(Method.Imex4), 3, threads: 2);
        for (int b = 0; b < 3; b++) AssertSame(Run(nameof(Method.Imex4), 3, threads: 1, member: b), 0, batch, b);
        Assert.NotEqual(batch[_cells.V].Numbers(0, 0), batch[_cells.V].Numbers(0, 1));
    }

    private Run Run(string method, int batch, int threads, int? member = null) =>
        _network.Run(20 * ms, 0.02 * ms, Method.Parse(method), seed: 7, threads, batch, member);

    private void AssertSame(Run one, int memberOfOne, Run other, int member)
    {
        for (int i = 0; i < _cells.Size; i++)
        {
            Assert.Equal(one[_cells.V].Numbers(i, memberOfOne), other[_cells.V].Numbers(i, member));
            Assert.Equal(one.Spikes(_cells).Times(i, memberOfOne), other.Spikes(_cells).Times(i, member));
        }
        for (int i = 0; i < _other.Size; i++) Assert.Equal(one[_other.V].Numbers(i, memberOfOne), other[_other.V].Numbers(i, member));
    }
}
