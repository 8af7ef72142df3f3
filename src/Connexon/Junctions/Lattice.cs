namespace Connexon;

/// <summary>A lattice whose opposite ends are open or meet; cell (r, c, d) is number (r * columns + c) * depth + d.</summary>
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
            throw new ArgumentException($"{Name} of {Rows} x {Columns}{(Depth > 1 ? $" x {Depth}" : "")} cells joins one population "
                + $"of {cells}, but the sizes are {preSize} and {postSize}.");
        var pairs = new PairList(cells * offsets.Length / 2);
        Span<int> near = stackalloc int[offsets.Length];
        for (int r = 0, cell = 0; r < Rows; r++)
            for (int c = 0; c < Columns; c++)
                for (int d = 0; d < Depth; d++, cell++)
                {
                    int count = 0;
                    foreach (var (dr, dc, dd) in offsets)
                    {
                        int r2 = Step(r, dr, Rows), c2 = Step(c, dc, Columns), d2 = Step(d, dd, Depth);
                        if (r2 >= 0 && c2 >= 0 && d2 >= 0)
                            near[count++] = (r2 * Columns + c2) * Depth + d2;
                    }
                    near[..count].Sort();
                    for (int k = 0; k < count; k++)
                        if (near[k] > cell && (k == 0 || near[k] != near[k - 1])) // across a side of 2 both ways lead to one cell
                            pairs.Add(cell, near[k]);
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

    // Where a step leads, or -1 beyond an open end.
    private int Step(int at, int by, int side)
    {
        int to = at + by;
        return to >= 0 && to < side ? to : Wraps ? (to + side) % side : -1;
    }
}
