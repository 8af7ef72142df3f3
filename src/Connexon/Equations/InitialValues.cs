namespace Connexon;

/// <summary>Values over a population, without their type: what models and networks keep of an <see cref="Init{Q}"/>.</summary>
internal abstract record InitialValues
{
    /// <summary>The dimension; null where only the model can say it.</summary>
    public Dimension? Dimension { get; init; }

    /// <summary>How many values were given, where that must fit the population; null where any size fits.</summary>
    public virtual int? Length => null;

    /// <summary>For how many members of a batch values were given; 1 where all have the same.</summary>
    public virtual int Members => 1;

    /// <summary>True if they are drawn from a seed: numbers are known in a run.</summary>
    public virtual bool IsDrawn => false;

    /// <summary>The value that all neurons share, in all members, if there is one.</summary>
    public virtual double? Uniform => null;

    /// <summary>The values given one by one.</summary>
    public virtual IEnumerable<double> Listed =>
        throw new InvalidOperationException($"The values of '{this}' are drawn when the run begins.");

    /// <summary>The value of a neuron in a member of the batch.</summary>
    public abstract double At(int index, int member, CounterRandom random);

    /// <summary>The values of all neurons in a member of the batch.</summary>
    public double[] All(int neurons, int member, CounterRandom random)
    {
        var values = new double[neurons];
        for (int i = 0; i < neurons; i++) values[i] = At(i, member, random);
        return values;
    }

    /// <summary>The values of some of those that they were given for; what has one value, or is drawn, fits any.</summary>
    public virtual InitialValues Take(int[] kept) => this;

    /// <summary>The same values as numbers.</summary>
    /// <param name="size">Over how many neurons.</param>
    /// <param name="members">For how many members of a batch, where they differ from one to the other.</param>
    /// <param name="random">What they are drawn from.</param>
    /// <param name="eachMember">Whether each member draws numbers of its own.</param>
    public InitialValues Numbers(int size, int members, CounterRandom random, bool eachMember)
    {
        if (Uniform is not null || this is ArrayValues or BatchValues) return this;
        if (members == 1 || !eachMember) return new ArrayValues(All(size, 0, random)) { Dimension = Dimension };
        return new BatchValues([.. Enumerable.Range(0, members).SelectMany(b => All(size, b, random))], size) { Dimension = Dimension };
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
    public override InitialValues Take(int[] kept) => this with { Values = [.. kept.Select(k => Values[k])] };
    public override string ToString() =>
        WithUnit($"{Values.Length} values {Values.DefaultIfEmpty().Min()} .. {Values.DefaultIfEmpty().Max()}");
}

/// <summary>One value for each member of a batch and each neuron.</summary>
internal sealed record BatchValues(double[] Values, int Neurons) : InitialValues
{
    public override int? Length => Neurons;

    public override int Members => Neurons == 0 ? 1 : Values.Length / Neurons;

    public override InitialValues Take(int[] kept) =>
        new BatchValues([.. Enumerable.Range(0, Members).SelectMany(b => kept.Select(k => Values[b * Neurons + k]))], kept.Length)
        {
            Dimension = Dimension,
        };

    public override double At(int index, int member, CounterRandom random) =>
        (long)member * Neurons + index < Values.Length
            ? Values[member * Neurons + index]
            : throw new ArgumentException(
                $"Values are given for {Values.Length / Neurons} members of the batch (0..{Values.Length / Neurons - 1}), "
                + $"but member {member} is asked for.");

    public override string ToString() => WithUnit($"{Values.Length / Neurons} x {Neurons} values");
}

/// <summary>The steady state of the model's equations: no values are given.</summary>
internal sealed record SteadyState : InitialValues
{
    public override double At(int index, int member, CounterRandom random) =>
        throw new InvalidOperationException("A steady state follows from the equations.");
    public override string ToString() => "steady state";
}

/// <summary>Values from a rule.</summary>
/// <param name="Rule">The rule in words.</param>
/// <param name="Draw">The value of (random numbers, index, member).</param>
/// <param name="Seeded">True if it depends on the random numbers.</param>
internal sealed record DrawnValues(string Rule, Func<CounterRandom, ulong, ulong, double> Draw, bool Seeded = true) : InitialValues
{
    /// <summary>
    /// What the random numbers are drawn for, where that is not the parameter itself: values that share it have the same.
    /// </summary>
    public string? Stream { get; init; }

    public override bool IsDrawn => Seeded;
    public override double At(int index, int member, CounterRandom random) => Draw(random, (ulong)index, (ulong)member);
    public override string ToString() => Rule;
}

/// <summary>Values from a rule and the random numbers that it draws from, each drawn whenever it is asked for.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Random">The random numbers.</param>
/// <param name="Each">For how many members of a batch they differ.</param>
internal sealed record LazyValues(InitialValues Rule, CounterRandom Random, int Each) : InitialValues
{
    public override int Members => Each;
    public override double At(int index, int member, CounterRandom random) => Rule.At(index, Each > 1 ? member : 0, Random);
    public override string ToString() => $"{Rule}";
}
