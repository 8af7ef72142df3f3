using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>
/// The coupling of all cells, built once and multiplied at every step: adds to each row the junction currents
/// sum_j g_ij (v_j - v_i). Equal voltages give exactly 0, because differences are summed, never voltages.
/// </summary>
/// <remarks>
/// <para>Rows are dealt into slices of eight: inside each window of consecutive rows they are sorted by their number of neighbours, and
/// eight rows of like length are stored column by column, the short ones padded with themselves (v_i - v_i = 0). One column then is eight
/// independent sums, and no branch depends on the length of a row. A slice that would be more than half padding (it holds a hub), or
/// has fewer than eight rows, is stored row by row instead.</para>
/// <para>Within a row the order of summation is that of ascending neighbours and the formula is fixed by the matrix, so a
/// row's result has the same bits for every batch size, every window and every partition into slices.</para>
/// </remarks>
internal sealed partial class ConductanceMatrix
{
    /// <summary>Rows in a window, where nothing else is said.</summary>
    public const int UsualWindow = 256;

    /// <summary>Rows per slice.</summary>
    public const int Lanes = 8;

    // Slot = 8 * slice + lane. The k-th of its length[slot] terms, padding included, is at first[slot] + k * step[slice].
    private readonly int[] slotRow, length, first, step;
    private readonly int[] neighbours;
    private readonly double[] weights; // empty where all weights are equal
    private readonly float[]? singles; // in place of those, in single precision
    private readonly double commonWeight;
    private readonly int[] placeOfTerm = [], slotOfRow = []; // where weights may be set

    /// <summary>Takes the coupling terms in compressed rows: row i holds the terms start[i] .. start[i + 1] - 1.</summary>
    /// <param name="rows">The number of cells.</param>
    /// <param name="start">Where each row begins, and the end of the last: rows + 1 numbers.</param>
    /// <param name="neighbour">j of each term, in any order inside a row; a term of a row with itself carries no current and is
    /// dropped.</param>
    /// <param name="weight">g_ij of each term; need not be symmetric.</param>
    /// <param name="window">How far a slice may reach: rows share a slice only inside a window of this many rows, a multiple of 8.
    /// Partitions at multiples of it are ranges of rows.</param>
    /// <param name="changing">True if weights will be set (<see cref="SetWeight"/>): each then has a place of its own.</param>
    /// <param name="precision">Of weights, voltages and currents in memory; sums are double. Weights of single precision cannot be
    /// set.</param>
    /// <param name="others">The rows of other partitions; null where all rows are here.</param>
    /// <exception cref="ArgumentException">Lengths or indices that do not fit together.</exception>
    public ConductanceMatrix(int rows, int[] start, int[] neighbour, double[] weight, int window = UsualWindow, bool changing = false,
        Precision precision = Precision.Double, OtherRows? others = null)
    {
        Others = others;
        CompressedRows.Check(rows, Columns = rows + (others?.Exchange.Foreign ?? 0), start, neighbour, weight);
        if (window < Lanes || window % Lanes != 0)
            throw new ArgumentException($"A window of {window} rows does not divide into slices; legal are multiples of {Lanes}.",
                nameof(window));
        double[] given = !changing ? []
            : CompressedRows.SortedWithoutSelf(rows, start, neighbour,
                [.. Enumerable.Range(0, weight.Length).Select(k => (double)k)]).Weight;
        int terms = weight.Length;
        (start, neighbour, weight) = others is null ? CompressedRows.SortedWithoutSelf(rows, start, neighbour, weight)
            : CompressedRows.SortedWithoutSelf(rows, start, neighbour, weight, others.Order);
        Rows = rows;
        Window = window;
        Terms = neighbour.Length;
        Slices = (rows + Lanes - 1) / Lanes;
        Totals = new double[rows];
        for (int i = 0; i < rows; i++)
            for (int k = start[i]; k < start[i + 1]; k++)
                Totals[i] += weight[k];

        bool uniform = !changing
            && (others?.Exchange.AreAlike(weight) ?? weight.AsSpan().IndexOfAnyExcept(weight.Length > 0 ? weight[0] : 0) < 0);
        IsUniform = uniform;
        commonWeight = uniform && weight.Length > 0 ? weight[0] : 0;
        slotRow = DealRows(rows, start, window);
        length = [.. slotRow.Select((i, slot) => slot < rows ? start[i + 1] - start[i] : 0)];
        first = new int[slotRow.Length];
        step = new int[Slices];
        neighbours = new int[Place()];
        weights = uniform ? [] : new double[neighbours.Length];
        for (int slot = 0; slot < rows; slot++)
            Fill(slot, start[slotRow[slot]], start[slotRow[slot] + 1], neighbour, weight);
        if (precision == Precision.Single) (singles, weights) = ([.. weights.Select(w => (float)w)], []);
        if (!changing) return;
        placeOfTerm = [.. Enumerable.Repeat(-1, terms)];
        slotOfRow = new int[rows];
        for (int slot = 0; slot < rows; slot++)
        {
            int row = slotRow[slot];
            slotOfRow[row] = slot;
            for (int k = start[row]; k < start[row + 1]; k++) placeOfTerm[(int)given[k]] = PlaceOf(slot, k - start[row]);
        }
    }

    /// <summary>
    /// Sets the weight of a term, as it was numbered when the matrix was made; the sum of its row is taken anew, in its order.
    /// </summary>
    /// <param name="term">The number of the term; one of a row with itself is nowhere.</param>
    /// <param name="row">Its row.</param>
    /// <param name="weight">The new weight.</param>
    public void SetWeight(int term, int row, double weight)
    {
        if (placeOfTerm[term] < 0) return;
        weights[placeOfTerm[term]] = weight;
        int slot = slotOfRow[row];
        double total = 0;
        for (int k = 0; k < length[slot]; k++) total += weights[PlaceOf(slot, k)]; // padding weighs nothing
        Totals[row] = total;
    }

    /// <summary>The number of cells.</summary>
    public int Rows { get; }

    /// <summary>The number of cells whose voltages are read: those of other partitions stand behind the rows.</summary>
    public int Columns { get; }

    /// <summary>The rows of other partitions; null where all rows are here.</summary>
    public OtherRows? Others { get; }

    /// <summary>
    /// The number of slices, the units in which the product may be shared out; each writes eight rows (the last maybe fewer).
    /// </summary>
    public int Slices { get; }

    /// <summary>
    /// Slices 'Window / 8 * w' to 'Window / 8 * (w + 1)' write exactly the rows 'Window * w' to 'Window * (w + 1)' (ends excluded).
    /// </summary>
    public int Window { get; }

    /// <summary>The number of directed terms, those of a row with itself not counted.</summary>
    public int Terms { get; }

    /// <summary>sum_j g_ij of each row.</summary>
    public double[] Totals { get; }

    /// <summary>Whether all terms have one weight, so that differences are summed first and multiplied once.</summary>
    public bool IsUniform { get; }

    /// <summary>The rows that a slice writes.</summary>
    public ReadOnlySpan<int> RowsOf(int slice) => slotRow.AsSpan(slice * Lanes, Math.Min(Lanes, Rows - slice * Lanes));

    /// <summary>Both directions of each edge of a graph.</summary>
    public static ConductanceMatrix Of(WeightedGraph graph, int window = UsualWindow)
    {
        var (start, neighbour, weight) = CompressedRows.Of(graph);
        return new(graph.Nodes, start, neighbour, weight, window);
    }

    // Rows by descending length inside each window; lanes beyond the last row are left empty.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] DealRows(int rows, int[] start, int window)
    {
        var slots = new int[(rows + Lanes - 1) / Lanes * Lanes];
        for (int i = 0; i < rows; i++)
            slots[i] = i;
        var keys = new (int, int)[Math.Min(window, rows)];
        for (int begin = 0; begin < rows; begin += window)
        {
            int size = Math.Min(window, rows - begin);
            for (int i = 0; i < size; i++)
                keys[i] = (start[begin + i] - start[begin + i + 1], begin + i);
            keys.AsSpan(0, size).Sort(slots.AsSpan(begin, size));
        }
        return slots;
    }

    // Decides the storage of each slice, pads the lengths, and returns the number of places.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Place()
    {
        int places = 0;
        for (int slice = 0; slice < Slices; slice++)
        {
            Span<int> lengths = length.AsSpan(slice * Lanes, Lanes);
            long longest = lengths[0], total = 0;
            foreach (int terms in lengths)
                total += terms;
            bool byColumns = 2 * total >= Lanes * longest && (slice + 1) * Lanes <= Rows;
            if (byColumns)
                lengths.Fill((int)longest);
            step[slice] = byColumns ? Lanes : 1;
            for (int lane = 0, at = places; lane < Lanes; at += byColumns ? 1 : lengths[lane], lane++)
                first[slice * Lanes + lane] = at;
            places = checked((int)(places + (byColumns ? Lanes * longest : total)));
        }
        return places;
    }

    // Padding joins a row to itself.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(int slot, int from, int to, int[] neighbour, double[] weight)
    {
        for (int k = 0; k < length[slot]; k++)
        {
            bool real = from + k < to;
            int at = first[slot] + k * step[slot / Lanes];
            neighbours[at] = real ? neighbour[from + k] : slotRow[slot];
            if (!IsUniform)
                weights[at] = real ? weight[from + k] : 0;
        }
    }
}

/// <summary>What a matrix of some rows of a network must know of the others.</summary>
/// <param name="Exchange">What passes between both.</param>
/// <param name="Order">The place of each column in the order of the whole network, in which terms of a row are summed.</param>
/// <param name="AreReciprocal">Whether all junctions of the network are.</param>
internal sealed record OtherRows(RowExchange Exchange, int[] Order, bool AreReciprocal);
