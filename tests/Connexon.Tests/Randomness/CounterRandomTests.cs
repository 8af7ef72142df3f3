namespace Connexon.Tests.Randomness;

public class CounterRandomTests
{
    private const int Count = 200_000;

    // The known-answer vectors published with the generator (Random123, file kat_vectors, "philox4x32 10"):
    // counter words 0..3, key words 0..1, result words 0..3.
    [Theory]
    [InlineData("00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8")]
    [InlineData("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd")]
    [InlineData("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1")]
    public void Philox_gives_the_published_known_answers(string counter, string key, string expected)
    {
        ulong[] c = Pairs(counter), k = Pairs(key), e = Pairs(expected);
        Assert.Equal((e[0], e[1]), Philox.Block(c[0], c[1], k[0]));
    }

    private static ulong[] Pairs(string words)
    {
        uint[] w = [.. words.Split(' ').Select(s => Convert.ToUInt32(s, 16))];
        return [.. Enumerable.Range(0, w.Length / 2).Select(i => w[2 * i] | (ulong)w[2 * i + 1] << 32)];
    }

    [Fact]
    public void A_stream_is_the_FNV_1a_hash_of_its_name()
    {
        Assert.Equal(0xCBF29CE484222325UL, CounterRandom.Stream("")); // the offset basis
        Assert.Equal(0x089BE207B544F1E4UL, CounterRandom.Stream("a")); // of the bytes 61 00
        Assert.NotEqual(CounterRandom.Stream("ab"), CounterRandom.Stream("ba"));
    }

    [Fact]
    public void A_number_depends_on_seed_stream_index_and_subindex_and_on_nothing_else()
    {
        var random = new CounterRandom(1, 2);
        ulong[] all =
        [
            random.Bits(3, 4), new CounterRandom(2, 2).Bits(3, 4), new CounterRandom(1, 3).Bits(3, 4), random.Bits(4, 4),
            random.Bits(3, 5), random.Bits(4, 3),
        ];
        Assert.Equal(6, all.Distinct().Count());
        Assert.Equal(all[0], new CounterRandom(1, 2).Bits(3, 4));
        Assert.Equal((all[0] >> 11) / 9007199254740992.0, random.Uniform(3, 4));
    }

    [Fact]
    public void Uniform_numbers_have_mean_half_and_variance_one_twelfth()
    {
        double[] u = Draw(new CounterRandom(11, CounterRandom.Stream("uniform")).Uniform);
        Assert.InRange(u.Average(), 0.5 - 0.0026, 0.5 + 0.0026); // 4 standard errors: 4 sqrt(1/12/n)
        Assert.InRange(Variance(u), 1 / 12.0 - 0.00067, 1 / 12.0 + 0.00067); // 4 sqrt(1/180/n)
        Assert.All(u, x => Assert.InRange(x, 0, 1 - 1e-16));
        Assert.InRange(KolmogorovSmirnov(u, x => x), 0, 1.95); // p = 0.001
    }

    [Fact]
    public void Normal_numbers_have_mean_0_variance_1_and_the_normal_distribution()
    {
        double[] z = Draw(new CounterRandom(12, CounterRandom.Stream("normal")).Normal);
        Assert.InRange(z.Average(), -0.009, 0.009); // 4 / sqrt(n)
        Assert.InRange(Variance(z), 1 - 0.0127, 1 + 0.0127); // 4 sqrt(2/n)
        Assert.InRange(KolmogorovSmirnov(z, NormalCdf), 0, 1.95);
    }

    [Fact]
    public void Neighbouring_seeds_streams_indices_and_steps_are_uncorrelated()
    {
        var random = new CounterRandom(5, 6);
        double[] z = Draw(random.Normal);
        Func<ulong, ulong, double>[] others =
        [
            new CounterRandom(6, 6).Normal, new CounterRandom(5, 7).Normal, (i, s) => random.Normal(i + 1, s),
            (i, s) => random.Normal(i, s + 1),
        ];
        foreach (var other in others)
            Assert.InRange(z.Zip(Draw(other), (a, b) => a * b).Average(), -0.009, 0.009);
    }

    [Fact]
    public void Drawing_allocates_nothing()
    {
        var random = new CounterRandom(1, 1);
        double sum = random.Normal(0) + random.Uniform(0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (ulong i = 0; i < 1000; i++)
            sum += random.Normal(i) + random.Uniform(i);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.InRange(sum, 300, 700);
    }

    private static double[] Draw(Func<ulong, ulong, double> draw)
        => [.. Enumerable.Range(0, Count).Select(i => draw((ulong)i % 1000, (ulong)i / 1000))];

    private static double Variance(double[] x)
    {
        double mean = x.Average();
        return x.Sum(v => (v - mean) * (v - mean)) / x.Length;
    }

    // The largest distance between the sample's distribution and the given one, times sqrt(n).
    private static double KolmogorovSmirnov(double[] x, Func<double, double> cdf)
    {
        double[] s = [.. x.Order()];
        return Math.Sqrt(s.Length) * s.Select((v, i) => Math.Max(cdf(v) - i / (double)s.Length, (i + 1) / (double)s.Length - cdf(v))).Max();
    }

    // Phi(x) = 1/2 + phi(x) (x + x^3/3 + x^5/15 + ...), Abramowitz and Stegun 26.2.11.
    private static double NormalCdf(double x)
    {
        double term = x, sum = x;
        for (int n = 3; Math.Abs(term) > 1e-16 * Math.Abs(sum); n += 2)
            sum += term *= x * x / n;
        return 0.5 + sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
    }
}
