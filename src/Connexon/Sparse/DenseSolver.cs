namespace Connexon;

/// <summary>
/// Multiplies by the inverse P of I + a K, one full matrix per connected component: z_i = sum_j P_ij (r_j - r_i). Right to round-off at any
/// strength, and for weights that are not symmetric.
/// </summary>
internal sealed unsafe class DenseSolver : CouplingSolver
{
    private const int Tile = DenseDifferences.Tile;

    private readonly int _batch, _lanes; // members, and the room of a node's members in _nodes: 1 or a multiple of 4
    private readonly int[] _node;         // of each place in _values; -1 where a block is padded
    private readonly int[] _isolated;
    private readonly PinnedArray _values; // r of all blocks, one after the other
    private readonly Block[] _blocks;
    private readonly (int Block, int Row)[] _tiles;
    private readonly int[] _costBefore; // of each tile

    public DenseSolver(CouplingSystem system, int[][] components, int batch)
    {
        (_batch, _lanes) = (batch, batch == 1 ? 1 : (batch + 3) / 4 * 4);
        _blocks = new Block[components.Length];
        int place = 0;
        var blockPlace = new int[system.Matrix.Rows];
        for (int c = 0; c < components.Length; c++)
        {
            _blocks[c] = Block.Of(system, components[c], place, blockPlace);
            place += _blocks[c].Stride;
        }
        _node = new int[place];
        Array.Fill(_node, -1);
        foreach (var (block, nodes) in _blocks.Zip(components))
            nodes.CopyTo(_node, block.First);
        _isolated = [.. Enumerable.Range(0, system.Matrix.Rows).Except(components.SelectMany(c => c))];
        _values = new PinnedArray(checked(place * _lanes));
        _tiles = [.. _blocks.SelectMany((block, c) => Enumerable.Range(0, block.Stride / Tile).Select(t => (c, t * Tile)))];
        _costBefore = new int[_tiles.Length + 1];
        for (int t = 0; t < _tiles.Length; t++)
            _costBefore[t + 1] = checked(_costBefore[t] + _blocks[_tiles[t].Block].Stride);
        Description = components.Length == 1 ? $"dense inverse of {components[0].Length} neurons"
            : $"dense inverses of {components.Length} components, the largest of "
                + $"{components.Select(c => c.Length).DefaultIfEmpty().Max()} neurons";
    }

    public override string Description { get; }

    public override void Solve(nint r, nint z, int batch, Team team)
    {
        Gather((double*)r, team);
        team.Wait();
        var (from, to) = team.Share(_costBefore[^1]);
        int tile = FirstTileAt(from), end = FirstTileAt(to);
        for (; tile < end; tile++)
            Multiply(_tiles[tile].Block, _tiles[tile].Row, (double*)z);
        (from, to) = team.Share(_isolated.Length);
        for (int k = from; k < to; k++)
            new Span<double>((double*)z + (nint)_isolated[k] * _batch, _batch).Clear();
        team.Wait();
    }

    private void Gather(double* r, Team team)
    {
        double* values = (double*)_values.Address;
        var (from, to) = team.Share(_node.Length);
        for (int p = from; p < to; p++)
            for (int b = 0; _node[p] >= 0 && b < _batch; b++)
                values[(nint)p * _lanes + b] = r[(nint)_node[p] * _batch + b];
    }

    private void Multiply(int block, int row, double* z)
    {
        Block at = _blocks[block];
        double* p = (double*)at.Inverse.Address + (nint)row * at.Stride, x = (double*)_values.Address + (nint)at.First * _lanes;
        double* sums = stackalloc double[Tile * 4];
        for (int b = 0; b < _lanes; b += 4)
        {
            if (_lanes == 1)
                DenseDifferences.OfOne(p, at.Stride, x, row, sums);
            else
                DenseDifferences.OfFour(p, at.Stride, x + b, _lanes, row, sums);
            int members = Math.Min(4, _batch - b), step = _lanes == 1 ? 1 : 4;
            for (int k = 0; k < Tile && _node[at.First + row + k] is >= 0 and int node; k++)
                for (int m = 0; m < members; m++)
                    z[(nint)node * _batch + b + m] = sums[k * step + m];
        }
    }

    private int FirstTileAt(int cost)
    {
        int found = Array.BinarySearch(_costBefore, cost);
        return Math.Min(found < 0 ? ~found : found, _tiles.Length);
    }

    // The inverse of one component, padded with zeros to a multiple of 4; its first place among the values.
    private sealed record Block(PinnedArray Inverse, int Stride, int First)
    {
        public static Block Of(CouplingSystem system, int[] nodes, int first, int[] blockPlace)
        {
            int stride = (nodes.Length + 3) / 4 * 4;
            var inverse = new PinnedArray(checked(stride * stride));
            for (int k = 0; k < nodes.Length; k++)
                blockPlace[nodes[k]] = k;
            var (start, neighbour, weight) = system.Rows;
            for (int k = 0; k < nodes.Length; k++)
                for (int t = start[nodes[k]]; t < start[nodes[k] + 1]; t++)
                    inverse.Span[k * stride + blockPlace[neighbour[t]]] += system.Rate(nodes[k], weight[t]);
            Resolvent.Invert((double*)inverse.Address, nodes.Length, stride);
            return new Block(inverse, stride, first);
        }
    }
}
