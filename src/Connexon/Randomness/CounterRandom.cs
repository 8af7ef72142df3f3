using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>
/// Random numbers without a state: each number is a function of (seed, stream, index, subIndex), so it does not depend on the order in
/// which numbers are drawn, on the number of threads, or on how many other things draw. Philox4x32-10 underneath (Salmon et al. 2011,
/// doi:10.1145/2063384.2063405). Drawing allocates nothing; the value may be copied and shared between threads freely.
/// </summary>
/// <remarks>The usual reading: seed = the run, stream = what is drawn, index = which neuron, subIndex = which time step.</remarks>
/// <param name="seed">The seed of the run; any value.</param>
/// <param name="stream">What the numbers are for; <see cref="Stream"/> makes it from a name.</param>
public readonly struct CounterRandom(ulong seed, ulong stream)
{
    // Both maps seed -> key and stream -> key are one-to-one, and neighbouring seeds give unrelated keys.
    private readonly ulong key = Mix(Mix(seed) + stream);

    /// <summary>
    /// A fixed 64-bit hash of a name (FNV-1a of its UTF-16 code units, low byte first), the same on every machine and run.
    /// </summary>
    /// <param name="what">The name, such as "connect.random".</param>
    public static ulong Stream(string what)
    {
        ulong hash = 14695981039346656037UL;
        foreach (char c in what)
        {
            hash = unchecked((hash ^ (byte)c) * 1099511628211UL);
            hash = unchecked((hash ^ (byte)(c >> 8)) * 1099511628211UL);
        }
        return hash;
    }

    /// <summary>64 random bits.</summary>
    /// <param name="index">Which one, such as the neuron.</param>
    /// <param name="subIndex">Which one under the index, such as the time step.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Bits(ulong index, ulong subIndex = 0) => Philox.Block(index, subIndex, key).Low;

    /// <summary>A number uniform in [0, 1): a multiple of 2^-53.</summary>
    /// <inheritdoc cref="Bits"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Uniform(ulong index, ulong subIndex = 0) => (Bits(index, subIndex) >> 11) * UnitStep;

    /// <summary>A number from the normal distribution of mean 0 and variance 1 (Box and Muller 1958); at most 8.6 in magnitude.</summary>
    /// <inheritdoc cref="Bits"/>
    public double Normal(ulong index, ulong subIndex = 0)
    {
        var (low, high) = Philox.Block(index, subIndex, key);
        double radius = Math.Sqrt(-2 * Math.Log(((low >> 11) + 1) * UnitStep)); // the logarithm of a number in (0, 1]
        return radius * Math.Cos(2 * Math.PI * ((high >> 11) * UnitStep));
    }

    private const double UnitStep = 1.0 / (1UL << 53);

    // The finaliser of SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195), variant 13 of Stafford.
    private static ulong Mix(ulong x)
    {
        unchecked
        {
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
            return x ^ (x >> 31);
        }
    }
}
