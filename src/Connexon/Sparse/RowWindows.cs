namespace Connexon;

/// <summary>
/// The rows of a matrix in windows, each worked on by one thread from beginning to end, so that what is computed of it stays in the cache.
/// Vectors hold the members of a batch innermost.
/// </summary>
/// <param name="matrix">The matrix.</param>
/// <param name="batch">The number of members.</param>
internal sealed unsafe class RowWindows(ConductanceMatrix matrix, int batch)
{
    private readonly int _slices = matrix.Window / ConductanceMatrix.Lanes;

    /// <summary>The number of windows.</summary>
    public int Count => (matrix.Slices + _slices - 1) / _slices;

    /// <summary>The members of each row.</summary>
    public int Batch => batch;

    /// <summary>After so many elements, the same members come at the same place of a vector register, and rows are a multiple of 16
    /// on.</summary>
    public int Period => 16 * batch;

    /// <summary>The rows of other partitions; null where all rows are here.</summary>
    public RowExchange? Exchange => matrix.Others?.Exchange;

    /// <summary>
    /// Brings the entries of other partitions into a vector that all threads of a team have finished, and waits until they are there.
    /// </summary>
    public void Bring(double* vector, Team team)
    {
        if (Exchange is not { } exchange) return;
        if (team.Leads) exchange.Bring(vector, batch);
        team.Wait();
    }

    /// <summary>
    /// The length of a vector of one's own, a multiple of the period; what follows the last row must stay 0, or is of other partitions.
    /// </summary>
    public int Length => checked((matrix.Columns + 15) / 16 * Period);

    /// <summary>The elements of a window.</summary>
    public (int Start, int End) Elements(int window) =>
        (window * matrix.Window * batch, Math.Min((window + 1) * matrix.Window, matrix.Rows) * batch);

    /// <summary>Adds to y the currents of the rows of a window at the potentials v.</summary>
    public void AddCurrents(int window, double* v, double* y) =>
        matrix.AddCurrents((nint)v, (nint)y, batch, window * _slices, Math.Min((window + 1) * _slices, matrix.Slices));

    /// <summary>The elements of some windows, from First to before End.</summary>
    public Span<double> Part(double* vector, int first, int end)
    {
        int start = first * matrix.Window * batch;
        return first == end ? [] : new(vector + start, Elements(end - 1).End - start);
    }
}
