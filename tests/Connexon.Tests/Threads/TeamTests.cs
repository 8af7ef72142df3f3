namespace Connexon.Tests.Threads;

public class TeamTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(3, 10)]
    [InlineData(7, 3)]
    [InlineData(2, 0)]
    [InlineData(3, int.MaxValue)]
    public void The_shares_of_all_threads_cover_everything_once(int threads, int count)
    {
        var barrier = new SpinBarrier(threads);
        var shares = Enumerable.Range(0, threads).Select(k => new Team(k, threads, barrier).Share(count)).ToArray();
        Assert.Equal(0, shares[0].Start);
        Assert.Equal(count, shares[^1].End);
        Assert.Equal(shares.Skip(1).Select(s => s.Start), shares.SkipLast(1).Select(s => s.End));
        Assert.All(shares, s => Assert.InRange(s.End - s.Start, count / threads, count / threads + 1));
    }
}
