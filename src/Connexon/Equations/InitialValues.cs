namespace Connexon;

/// <summary>Values over a population, without their type: what models and networks keep of an <see cref="Init{Q}"/>.</summary>
internal abstract record InitialValues
{
    /// <summary>The dimension; null where only the model can say it.</summary>
    public Dimension? Dimension { get; init; }

    /// <summary>How many values were given, where that must fit the population; null where any size fits.</summary>
    public virtual int? Length => null;

    /// <summary>The value that all neurons share, if there is one.</summary>
    public virtual double? Uniform => null;

    /// <summary>The values given one by one.</summary>
    public virtual IEnumerable<double> Listed => throw new InvalidOperationException($"The values of '{this}' are drawn when the run begins.");

    /// <summary>The value of a neuron in a member of the batch.</summary>
    public abstract double At(int index, int member, CounterRandom random);

    /// <summary>The values of all neurons in a member of the batch.</summary>
    public double[] All(int neurons, int member, CounterRandom random)
    {
        var values = new double[neurons];
        for (int i = 0; i < neurons; i++) values[i] = At(i, member, random);
        return values;
    }

    /// <summary>What is wrong with using these values for a population of this size; null if nothing.</summary>
    public string? Problem(string what, Dimension due, int size, string item, string items)
    {
        if (Dimension is { } d && d != due) return $"{what} is {d}, but {due} is needed.";
        if (Length is { } length && length != size)
            return $"{what} has {length} values for {size} {items}: give one value, or exactly one per {item}.";
        return null;
    }

    protected string WithUnit(string numbers) => Dimension is { Unit: not "" } d ? $"{numbers} {d.Unit}" : numbers;
}

/// <summary>One value for all.</summary>
internal sealed record OneValue(double Value) : InitialValues
{
    public override double? Uniform => Value;
    public override IEnumerable<double> Listed => [Value];
    public override double At(int index, int member, CounterRandom random) => Value;
    public override string ToString() => QuantityText.Format(Value, Dimension ?? default);
}

/// <summary>One value each.</summary>
internal sealed record ArrayValues(double[] Values) : InitialValues
{
    public override int? Length => Values.Length;
    public override IEnumerable<double> Listed => Values;
    public override double At(int index, int member, CounterRandom random) => Values[index];
    public override string ToString() => WithUnit($"{Values.Length} values {Values.DefaultIfEmpty().Min()} .. {Values.DefaultIfEmpty().Max()}");
}

/// <summary>One value for each member of a batch and each neuron.</summary>
internal sealed record BatchValues(double[] Values, int Neurons) : InitialValues
{
    public override int? Length => Neurons;

    public override double At(int index, int member, CounterRandom random) =>
        (long)member * Neurons + index < Values.Length
            ? Values[member * Neurons + index]
            : throw new ArgumentException(
                $"Start values are given for {Values.Length / Neurons} members of the batch (0..{Values.Length / Neurons - 1}), but member {member} is asked for.");

    public override string ToString() => WithUnit($"{Values.Length / Neurons} x {Neurons} values");
}

/// <summary>Values from a rule.</summary>
internal sealed record DrawnValues(string Rule, Func<CounterRandom, ulong, ulong, double> Draw) : InitialValues
{
    public override double At(int index, int member, CounterRandom random) => Draw(random, (ulong)index, (ulong)member);
    public override string ToString() => Rule;
}
