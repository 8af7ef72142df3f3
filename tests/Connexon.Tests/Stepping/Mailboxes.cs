namespace Connexon.Tests.Stepping;

/// <summary>Partitions of one process that share nothing but what they put into each other's mailboxes.</summary>
internal sealed class Mailboxes(int parts)
{
    private readonly Barrier _barrier = new(parts);
    private readonly CancellationTokenSource _failed = new();
    private readonly double[][] _numbers = new double[parts][];
    private readonly int[][] _counts = new int[parts][];
    private readonly SpikeEvent[][] _spikes = new SpikeEvent[parts][];

    /// <summary>Does the same in every partition, each on a thread of its own.</summary>
    public T[] InEach<T>(Func<IExchange, T> what)
    {
        var results = new T[parts];
        var failures = new Exception?[parts];
        Thread[] threads = [.. Enumerable.Range(0, parts).Select(p => new Thread(() =>
        {
            try
            {
                results[p] = what(new Mailbox(this, p));
            }
            catch (Exception e)
            {
                failures[p] = e;
                _failed.Cancel();
            }
        }))];
        foreach (Thread t in threads) t.Start();
        foreach (Thread t in threads) t.Join();
        Exception? first = failures.FirstOrDefault(f => f is not null and not OperationCanceledException)
            ?? failures.FirstOrDefault(f => f is not null);
        return first is null ? results : throw first;
    }

    private sealed class Mailbox(Mailboxes all, int part) : IExchange
    {
        public int Part => part;

        public int Parts => all._numbers.Length;

        public void Swap(ReadOnlySpan<double> give, ReadOnlySpan<int> giveCounts, Span<double> take, ReadOnlySpan<int> takeCounts)
        {
            Assert.Equal(take.Length, Sum(takeCounts));
            (all._numbers[part], all._counts[part]) = (give.ToArray(), giveCounts.ToArray());
            Wait();
            int at = 0;
            for (int p = 0; p < Parts; p++)
            {
                Assert.Equal(all._counts[p][part], takeCounts[p]);
                all._numbers[p].AsSpan(Sum(all._counts[p].AsSpan(0, part)), takeCounts[p]).CopyTo(take[at..]);
                at += takeCounts[p];
            }
            Wait();
        }

        public void Gather(ReadOnlySpan<double> mine, Span<double> result, ReadOnlySpan<int> counts)
        {
            Assert.Equal(counts[part], mine.Length);
            all._numbers[part] = mine.ToArray();
            Wait();
            int at = 0;
            for (int p = 0; p < Parts; at += counts[p++]) all._numbers[p].CopyTo(result[at..]);
            Wait();
        }

        public void Spikes(IReadOnlyList<SpikeEvent> mine, List<SpikeEvent> result)
        {
            all._spikes[part] = [.. mine];
            Wait();
            foreach (SpikeEvent[] spikes in all._spikes) result.AddRange(spikes);
            Wait();
        }

        public void Largest(Span<double> numbers)
        {
            all._numbers[part] = numbers.ToArray();
            Wait();
            for (int k = 0; k < numbers.Length; k++)
                foreach (double[] theirs in all._numbers)
                    numbers[k] = double.IsNaN(theirs[k]) ? double.PositiveInfinity : Math.Max(numbers[k], theirs[k]);
            Wait();
        }

        public long Smallest(long number)
        {
            Span<double> negative = [-number];
            Largest(negative);
            return (long)-negative[0];
        }

        private void Wait() => all._barrier.SignalAndWait(all._failed.Token);

        private static int Sum(ReadOnlySpan<int> counts)
        {
            int sum = 0;
            foreach (int c in counts) sum += c;
            return sum;
        }
    }
}
