using System.Diagnostics;

namespace Connexon.Tests.Repository;

/// <summary>Damages files, the same ways in each run, and looks at how reading ends: in time, and in errors for their authors.</summary>
internal static class Damage
{
    private const int MostSeconds = 10;
    private const long MostBytes = 1L << 28;

    /// <summary>Tries a number of damages of a file.</summary>
    /// <param name="whole">Its content.</param>
    /// <param name="count">How many.</param>
    /// <param name="words">What is put into it beside what it has.</param>
    /// <param name="read">Reads what is left of it; may throw what is legal.</param>
    public static void Try(byte[] whole, int count, byte[][] words, Action<byte[]> read)
    {
        for (int seed = 0; seed < count; seed++)
        {
            byte[] damaged = Of(whole, words, new Random(seed));
            long start = Stopwatch.GetTimestamp(), bytes = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                read(damaged);
            }
            catch (Exception e)
            {
                Assert.Fail($"damage {seed}: {e}");
            }
            Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, MostSeconds);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - bytes, 0, MostBytes);
        }
    }

    private static byte[] Of(byte[] whole, byte[][] words, Random random)
    {
        List<byte> bytes = [.. whole];
        for (int n = random.Next(1, 5); n > 0 && bytes.Count > 0; n--)
        {
            int at = random.Next(bytes.Count), length = Math.Min(random.Next(40), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0: bytes.RemoveRange(at, length); break;
                case 1: bytes.InsertRange(at, words[random.Next(words.Length)]); break;
                case 2: bytes[at] = (byte)random.Next(256); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 4: bytes.RemoveRange(at, bytes.Count - at); break;
                default: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            }
        }
        return [.. bytes];
    }
}
