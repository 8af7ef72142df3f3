using static Connexon.Units;

namespace Connexon.Tests.Runs;

/// <summary>A run that is stopped keeps a valid result, complete up to the step at which it stopped.</summary>
public sealed class CancellationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HH _n = new(5);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void From_a_drive(int threads)
    {
        var gap = new SymmetryGapJunction(_n, "V", Connect.Ring, 0.1 * mS);

        Run RunTo(string file, Action at3ms, CancellationToken cancel) => new Network(_n, gap)
            .Drive(_n, Drive.Function(t =>
            {
                if (t >= 3 * ms) at3ms();
                return 10 * uA;
            }))
            .Record(_n.V, every: 7).Record(gap, to: _folder / file)
            .Run(10 * ms, dt: 0.01 * ms, Method.ExponentialEuler, threads: threads, cancel: cancel);

        using var stop = new CancellationTokenSource();
        Run cut = RunTo("cut.csv", stop.Cancel, stop.Token), whole = RunTo("whole.csv", () => { }, default);

        Assert.Equal((false, true), (cut.IsComplete, whole.IsComplete));
        Assert.InRange(cut.Steps, 299, 299 + 64);
        Assert.Equal(cut.Steps * 0.01, cut.Duration.Value);
        Assert.Equal(cut.Steps / 7 + 1, cut[_n.V].Rows);
        for (int i = 0; i < 5; i++) Assert.Equal(whole[_n.V].Numbers(i)[..cut[_n.V].Rows], cut[_n.V].Numbers(i));
        long[] SpikesOf(Run run) => [.. Enumerable.Range(0, run.Spikes(_n).Count).Select(run.Spikes(_n).Step).Where(s => s <= cut.Steps)];
        Assert.NotEmpty(SpikesOf(cut));
        Assert.Equal(SpikesOf(whole), SpikesOf(cut));
        string[] lines = File.ReadAllLines(_folder / "cut.csv");
        Assert.Equal(1 + cut.Steps + 1, lines.Length);
        Assert.Equal(File.ReadLines(_folder / "whole.csv").Take(lines.Length), lines);
        Assert.Equal([_folder / "cut.csv", _folder / "whole.csv"], _folder.Entries);
    }

    [Fact]
    public void From_a_progress_report()
    {
        using var stop = new CancellationTokenSource();
        var reports = new List<RunProgress>();
        Network network = new Network(_n).Drive(_n, 10 * uA).Record(_n.V, every: 10_000);

        Run cut = network.Run(1e7 * ms, dt: 0.01 * ms, method: Method.ExponentialEuler, progress: new Immediately(p =>
        {
            if (p.Step == 0) return; // compiling took that long
            reports.Add(p);
            stop.Cancel();
        }), cancel: stop.Token);

        RunProgress first = reports[0];
        Assert.Equal(1_000_000_000, first.Steps);
        Assert.InRange(cut.Steps, first.Step, first.Step + 64);
        Assert.True(first.Elapsed.TotalMilliseconds >= 100);
        Assert.Equal(first.Elapsed * ((1e9 - first.Step) / first.Step), first.Left);
        Run again = network.Run(cut.Steps * (0.01 * ms), dt: 0.01 * ms, Method.ExponentialEuler);
        Assert.True(again.IsComplete);
        Assert.Equal(again[_n.V].Numbers(3), cut[_n.V].Numbers(3));
    }

    [Fact]
    public void Before_the_first_step()
    {
        Run run = new Network(_n).Run(10 * ms, dt: 0.01 * ms, cancel: new CancellationToken(canceled: true));

        Assert.Equal((0, 1, false), (run.Steps, run[_n.V].Rows, run.IsComplete));
    }

    private sealed class Immediately(Action<RunProgress> act) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => act(value);
    }
}
