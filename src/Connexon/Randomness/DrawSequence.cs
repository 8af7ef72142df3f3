namespace Connexon;

/// <summary>Random numbers drawn one after the other, for algorithms that do not know in advance how many they need.</summary>
internal sealed class DrawSequence(ulong seed, string what)
{
    private readonly CounterRandom random = new(seed, CounterRandom.Stream(what));
    private ulong drawn;

    /// <summary>A number uniform in [0, 1).</summary>
    public double Uniform() => random.Uniform(drawn++);

    /// <summary>A whole number from 0 to n - 1 (bias below n / 2^64).</summary>
    public int Below(int n) => (int)Math.BigMul(random.Bits(drawn++), (ulong)n, out _);
}
