using System.Runtime.InteropServices;

namespace Connexon.Tables;

/// <summary>What the rows of a table say about each pair of cells, in both directions.</summary>
/// <param name="path">The file, for messages.</param>
/// <param name="cells">The cells that pairs are of, by number.</param>
/// <param name="listing">The policy that was asked for.</param>
internal sealed class PairTally(string path, List<string> cells, TableListing? listing)
{
    /// <summary>One pair, the cells being told apart as the lower and the higher index.</summary>
    public struct Entry
    {
        /// <summary>Where the pair is first listed.</summary>
        public int Line;

        /// <summary>Whether it is listed first from the higher index to the lower.</summary>
        public bool HighFirst;

        /// <summary>The sums of the counts from the lower index to the higher, and back; 0 if not listed.</summary>
        public double Up, Down;

        public readonly bool Reciprocal => Up > 0 && Down > 0;

        public readonly double Count(TableListing listing) => listing switch
        {
            TableListing.EachPairOnce => HighFirst ? Down : Up,
            TableListing.Max => Math.Max(Up, Down),
            TableListing.Mean when Reciprocal => (Up + Down) / 2,
            _ => Up + Down,
        };
    }

    private readonly Dictionary<(int Low, int High), Entry> _pairs = [];

    public int Duplicates { get; private set; }

    public IEnumerable<KeyValuePair<(int Low, int High), Entry>> All => _pairs;

    /// <summary>Adds a row, or an entry of a matrix; <paramref name="count"/> is above 0.</summary>
    /// <exception cref="TableException">The pair is listed already, and each may be once.</exception>
    public void Add(int pre, int post, double count, int line)
    {
        bool down = pre > post;
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_pairs, down ? (post, pre) : (pre, post), out bool known);
        if (known && listing == TableListing.Error)
            throw new TableException(path, line,
                $"the pair {cells[pre]}, {cells[post]} is listed again, first in line {entry.Line}; "
                + "TableListing.Error allows each pair once. "
                + "Say what a second listing means: TableListing.AsListed, EachPairOnce, Max or Mean.");
        if (!known) (entry.Line, entry.HighFirst) = (line, down);
        ref double sum = ref down ? ref entry.Down : ref entry.Up;
        if (sum > 0) Duplicates++;
        sum += count;
    }
}
