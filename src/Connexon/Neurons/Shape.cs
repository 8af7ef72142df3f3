namespace Connexon;

/// <summary>
/// The shape of a population: a number of neurons, or a grid of them. Neurons of a grid are numbered row by row, and
/// connection rules and ids always count these flat numbers.
/// </summary>
public readonly record struct Shape
{
    private readonly int[]? _sides;

    /// <summary>A grid, or a row of neurons.</summary>
    /// <param name="sides">The sides, each at least 1.</param>
    /// <exception cref="ArgumentException">No side, a side below 1, or more than 2^31 - 1 neurons.</exception>
    public Shape(params int[] sides)
    {
        if (sides.Length == 0 || sides.Any(s => s < 1))
            throw new ArgumentException(
                $"A population of {string.Join(" x ", sides)} neurons: each side must be at least 1. (Parameter 'size')");
        if (sides.Aggregate(1.0, (n, s) => n * s) > int.MaxValue)
            throw new ArgumentException(
                $"A population of {string.Join(" x ", sides)} neurons: at most {int.MaxValue} are possible. (Parameter 'size')");
        _sides = sides;
    }

    /// <summary>The sides.</summary>
    public IReadOnlyList<int> Sides => _sides ?? [1];

    /// <summary>The number of neurons.</summary>
    public int Size => Sides.Aggregate(1, (n, s) => n * s);

    /// <summary>A row of neurons.</summary>
    public static implicit operator Shape(int size) => new(size);

    /// <summary>A grid of rows and columns.</summary>
    public static implicit operator Shape((int Rows, int Columns) grid) => new(grid.Rows, grid.Columns);

    /// <summary>A grid of layers, rows and columns.</summary>
    public static implicit operator Shape((int Layers, int Rows, int Columns) grid) => new(grid.Layers, grid.Rows, grid.Columns);

    /// <summary>True for the same sides.</summary>
    public bool Equals(Shape other) => Sides.SequenceEqual(other.Sides);

    /// <inheritdoc/>
    public override int GetHashCode() => Sides.Aggregate(17, HashCode.Combine);

    /// <summary>"100" or "10 x 10".</summary>
    public override string ToString() => string.Join(" x ", Sides);
}
