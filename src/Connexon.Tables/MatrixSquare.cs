namespace Connexon.Tables;

/// <summary>Recognises a square of numbers whose cells have names on one side alone, or none.</summary>
internal static class MatrixSquare
{
    public static MatrixShape? Find(PeekedRows rows, string path, TableLayout? asked)
    {
        if (new Square(rows, 0, 0) is { Fits: true, Size: var n } bare
            && (n > 3 || asked is not null || bare.IsSmallMatrix(path))) return new(-1, -1);
        // What may be a list with columns of other names is a matrix only where it has no junctions of cells with themselves.
        if (rows.First[0].Fields is var names && names.Distinct().Count(f => f != "") == names.Length
            && new Square(rows, 1, 0) is { Fits: true, Size: > 2, HasZeroDiagonal: true }) return new(0, -1);
        bool named = rows.First.Select(r => r[0]).Distinct().Count(f => f != "" && !TableNumbers.Looks(f)) == rows.First.Count;
        return named && new Square(rows, 0, 1) is { Fits: true, Size: > 2 } ? new(-1, 0) : null;
    }

    /// <summary>What stands below so many rows and right of so many columns.</summary>
    private sealed class Square(PeekedRows rows, int top, int left)
    {
        private readonly TableRow[] _rows = [.. rows.First.Skip(top)];

        public int Size { get; } = rows.First.Max(r => r.Fields.Length) - left;

        /// <summary>Whether all are numbers or empty, and as many rows as columns, as far as rows are known.</summary>
        public bool Fits => Size > 1 && (rows.AreAll ? Size == _rows.Length : Size > _rows.Length)
            && _rows.All(r => r.Fields.Skip(left).All(f => f == "" || TableNumbers.Looks(f)));

        public bool HasZeroDiagonal => Enumerable.Range(0, _rows.Length).All(i => At(i, i) == 0);

        /// <summary>Two or three columns may be a list of pairs of numbered cells.</summary>
        public bool IsSmallMatrix(string path)
        {
            if (!HasZeroDiagonal) return false;
            if (Enumerable.Range(0, Size * Size).All(k => At(k / Size, k % Size) == At(k % Size, k / Size))) return true;
            if (Size < 3) return false;
            throw new TableException(path, _rows[0].Line, "3 rows of 3 numbers may be a matrix or a list of pairs with counts; "
                + "say TableOptions.Layout = Matrix or List");
        }

        private double At(int i, int j) => TableNumbers.Value(_rows[i][left + j]);
    }
}
