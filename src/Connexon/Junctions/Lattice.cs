namespace Connexon;

/// <summary>The pairs of neighbours of a lattice with open or closed ends; cell (r, c, d) is number (r * columns + c) * depth + d.</summary>
internal sealed record Lattice(string Name, int Rows, int Columns, int Depth, Neighbourhood Neighbourhood, bool Wraps)
{
    public ConnectionFunction ToFunction()
    {
        if (Rows < 1 || Columns < 1 || Depth < 1)
            throw new ArgumentException($"{Name} of {Rows} x {Columns} x {Depth} cells does not exist; each side is at least 1.");
        if (!Enum.IsDefined(Neighbourhood))
            throw new ArgumentException($"{Neighbourhood} is no neighbourhood; give VonNeumann or Moore.");
        return Pairs;
    }

    private (int[] PreIds, int[] PostIds) Pairs(int preSize, int postSize)
    {
        long cells = (long)Rows * Columns * Depth;
        if (preSize != cells || postSize != cells)
            throw new ArgumentException($"{Name} of {Rows} x {Columns}{(Depth > 1 ? $" x {Depth}" : "")} cells joins one population of {cells}, "
                + $"but the sizes are {preSize} and {postSize}.");
        var pairs = new PairList();
        var near = new SortedSet<int>(); // a set: on a closed side of 2 both directions lead to the same cell
        for (int r = 0, cell = 0; r < Rows; r++)
            for (int c = 0; c < Columns; c++)
                for (int d = 0; d < Depth; d++, cell++)
                {
                    near.Clear();
                    foreach (var (dr, dc, dd) in offsets)
                        if (Step(r, dr, Rows) is int r2 && Step(c, dc, Columns) is int c2 && Step(d, dd, Depth) is int d2)
                            near.Add((r2 * Columns + c2) * Depth + d2);
                    foreach (int other in near)
                        if (other > cell)
                            pairs.Add(cell, other);
                }
        return pairs.ToArrays();
    }

    private readonly (int, int, int)[] offsets =
    [
        .. from dr in Ways(Rows) from dc in Ways(Columns) from dd in Ways(Depth)
           let sides = Math.Abs(dr) + Math.Abs(dc) + Math.Abs(dd)
           where sides == 1 || sides > 1 && Neighbourhood == Neighbourhood.Moore
           select (dr, dc, dd),
    ];

    private static int[] Ways(int side) => side == 1 ? [0] : [-1, 0, 1];

    private int? Step(int at, int by, int side)
        => at + by >= 0 && at + by < side ? at + by : Wraps ? (at + by + side) % side : null;
}
