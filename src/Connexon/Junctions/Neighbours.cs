namespace Connexon;

/// <summary>Finds the points near a place: points are kept in cubes whose side is the largest distance asked for.</summary>
internal sealed class Neighbours
{
    private readonly (double X, double Y, double Z)[] points;
    private readonly double reach;
    private readonly Dictionary<(long, long, long), List<int>> cubes = [];

    public Neighbours(double[,] positions, double reach)
    {
        int count = positions.GetLength(0), coordinates = positions.GetLength(1);
        if (coordinates is < 1 or > 3)
            throw new ArgumentException($"Positions have {coordinates} coordinates; give 1, 2 or 3 columns, one row per cell.",
                nameof(positions));
        this.reach = reach;
        points = new (double, double, double)[count];
        for (int i = 0; i < count; i++)
        {
            for (int c = 0; c < coordinates; c++)
                if (!double.IsFinite(positions[i, c]))
                    throw new ArgumentException($"Coordinate {c} of cell {i} is {positions[i, c]}; give a finite number.",
                        nameof(positions));
            points[i] = (positions[i, 0], coordinates > 1 ? positions[i, 1] : 0, coordinates > 2 ? positions[i, 2] : 0);
            var cube = Cube(points[i]);
            if (!cubes.TryGetValue(cube, out var members))
                cubes[cube] = members = [];
            members.Add(i);
        }
    }

    public int Count => points.Length;

    public (double X, double Y, double Z) Position(int i) => points[i];

    /// <summary>The points within reach, in no particular order, and their distances.</summary>
    public IEnumerable<(int Index, double Distance)> Near((double X, double Y, double Z) place)
    {
        var (x, y, z) = Cube(place);
        for (long dx = -1; dx <= 1; dx++)
            for (long dy = -1; dy <= 1; dy++)
                for (long dz = -1; dz <= 1; dz++)
                    if (cubes.TryGetValue((x + dx, y + dy, z + dz), out var members))
                        foreach (int i in members)
                        {
                            double a = points[i].X - place.X, b = points[i].Y - place.Y, c = points[i].Z - place.Z;
                            double distance = Math.Sqrt(a * a + b * b + c * c);
                            if (distance <= reach)
                                yield return (i, distance);
                        }
    }

    private (long, long, long) Cube((double X, double Y, double Z) p)
        => ((long)Math.Floor(p.X / reach), (long)Math.Floor(p.Y / reach), (long)Math.Floor(p.Z / reach));
}
