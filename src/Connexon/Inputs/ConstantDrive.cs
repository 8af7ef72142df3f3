namespace Connexon;

/// <summary>A drive that does not change: one value, or one per neuron.</summary>
internal sealed class ConstantDrive(InitialValues values) : Drive(values.Dimension)
{
    internal override int Members => values.Members;

    internal override string? Problem(string population, Dimension input, int size) => Problem(values, population, input, size);

    internal override IReadOnlyList<Func<int, DrivePiece>> Pieces(int neurons, CounterRandom random) =>
        [i => DrivePiece.Constant(values.At(i, 0, random), 0, double.PositiveInfinity)];

    internal override DriveSource Prepare(DriveContext context) => new Source(Numbers(values, context));

    public override string ToString() => $"a constant drive of {values}";

    /// <summary>What is wrong with values that drive a population; null if nothing.</summary>
    public static string? Problem(InitialValues values, string population, Dimension input, int size) =>
        values.Problem($"The drive of {population}", input, size, "neuron", "neurons") ?? NoNumber(values, population, size);

    /// <summary>The value of each element.</summary>
    public static double[] Numbers(InitialValues values, DriveContext context)
    {
        var all = new double[context.Neurons * context.Members];
        for (int i = 0; i < context.Neurons; i++)
            for (int b = 0; b < context.Members; b++)
                all[i * context.Members + b] = values.At(context.From + i, context.FirstMember + b, context.Random);
        return all;
    }

    private static string? NoNumber(InitialValues values, string population, int size)
    {
        if (values.IsDrawn) return null;
        for (int b = 0; b < values.Members; b++)
            for (int i = 0; i < (values.Uniform is null ? size : Math.Min(1, size)); i++)
                if (values.At(i, b, default) is var x && !double.IsFinite(x))
                    return $"The drive of {population} is {new Quantity(x, values.Dimension ?? default)} for neuron {i}"
                        + $"{(values.Members > 1 ? $" of member {b}" : "")}: give a finite value.";
        return null;
    }

    private sealed class Source(double[] all) : DriveSource
    {
        public override bool IsConstant => true;

        public override void Add<T>(Span<T> input, int start, int end)
        {
            end = Math.Min(end, all.Length);
            for (int i = start; i < end; i++) input[i] += Either.Of<T>(all[i]);
        }
    }
}
