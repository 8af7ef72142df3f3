namespace Connexon;

/// <summary>The numbers of a run, as the members that it steps see them; the run's own, where they were declared to change.</summary>
internal sealed class ParameterValues
{
    private readonly Parameters _numbers;
    private readonly int _firstMember;
    private readonly Dictionary<ParameterKey, double[][]> _changing = []; // for each member that runs

    /// <param name="numbers">The parameters, drawn.</param>
    /// <param name="firstMember">Which member of the batch is the first that runs.</param>
    /// <param name="members">How many run.</param>
    /// <param name="changing">What the run may change.</param>
    public ParameterValues(Parameters numbers, int firstMember, int members, IEnumerable<ParameterKey> changing)
    {
        (_numbers, _firstMember, Members) = (numbers, firstMember, members);
        foreach (ParameterKey key in changing.Distinct())
            _changing.Add(key, [.. Enumerable.Range(0, members).Select(b => All(numbers.Find(key.Owner, key.Name)!, key.Count, b))]);
    }

    /// <summary>Those of a run.</summary>
    /// <param name="network">The network.</param>
    /// <param name="settings">How it runs.</param>
    /// <param name="lazily">True to draw numbers as they are asked for, where a partition asks for its own alone.</param>
    public static ParameterValues Of(Network network, RunSettings settings, bool lazily = false) => new(
        (settings.Parameters ?? network.Parameters).Drawn(settings.Seed, settings.Batch, lazily),
        settings.Member ?? 0, settings.MembersThatRun, network.Changes.Declared);

    /// <summary>Those of populations by themselves, with a seed.</summary>
    public static ParameterValues Of(ulong seed, int members, params Neuron[] populations) =>
        new(new Network([.. populations]).Parameters.Drawn(seed, members), 0, members, []);

    /// <summary>The parameters as they stand.</summary>
    public Parameters Now => _changing.Aggregate(
        _numbers.Members > Members ? _numbers.OfMember(_firstMember) : _numbers,
        (p, c) => p.With(c.Key, c.Value.Skip(1).All(m => m.AsSpan().SequenceEqual(c.Value[0]))
            ? new ArrayValues([.. c.Value[0]])
            : new BatchValues([.. c.Value.SelectMany(m => m)], c.Key.Count)));

    /// <summary>Members of the whole batch for which numbers are given, whether they run or not.</summary>
    public int Batch => _numbers.Members;

    /// <summary>True if the run has such numbers.</summary>
    public bool Has(ParameterKey key) => _numbers.Has(key);

    /// <summary>True if they are where a state starts.</summary>
    public bool IsStart(ParameterKey key) => key is not Weights && key.Owner is Neuron p && p.Model.Find(key.Name) is not null;

    /// <summary>True if a run may change them.</summary>
    public bool Change(ParameterKey key) => _changing.ContainsKey(key);

    /// <summary>How many members run.</summary>
    public int Members { get; }

    /// <summary>Changes a number.</summary>
    public void Set(ParameterKey key, int index, int member, double value) => _changing[key][member][index] = value;

    /// <summary>One number.</summary>
    public double Get(ParameterKey key, int index, int member)
    {
        if (_changing.TryGetValue(key, out double[][]? own)) return own[member][index];
        InitialValues values = Find(key);
        return values.At(index, Member(values, member), default);
    }

    /// <summary>The numbers of a member, where they are.</summary>
    public NumberColumn Column(ParameterKey key, int member) => _changing.TryGetValue(key, out double[][]? own) ? new(own[member], 0)
        : Find(key) is var values && values.Uniform is { } one ? new(one)
        : values is ArrayValues array ? new(array.Values, 0)
        : values is BatchValues batch ? new(batch.Values, Member(values, member) * batch.Neurons)
        : new(values, Member(values, member));

    /// <summary>All numbers of a member.</summary>
    public double[] Of(ParameterKey key, int member) =>
        _changing.TryGetValue(key, out double[][]? own) ? own[member] : All(Find(key), key.Count, member);

    /// <summary>The values of a parameter of a population, neuron by neuron.</summary>
    public double[] Of(Neuron population, Symbol parameter, int member) => First(population, parameter, population.Size, member);

    /// <summary>Those of a member of the whole batch.</summary>
    public double[] OfBatch(Neuron population, Symbol parameter, int member) => OfBatch(Key(population, parameter), member);

    /// <inheritdoc cref="OfBatch(Neuron, Symbol, int)"/>
    public double[] OfBatch(ParameterKey key, int member)
    {
        InitialValues values = Find(key);
        return values.All(key.Count, Math.Min(member, values.Members - 1), default);
    }

    /// <summary>The first values of a parameter of a population.</summary>
    public double[] First(Neuron population, Symbol parameter, int neurons, int member)
    {
        ParameterKey key = Key(population, parameter);
        return _changing.TryGetValue(key, out double[][]? own) ? own[member][..neurons] : All(Find(key), neurons, member);
    }

    /// <summary>The values of a parameter of some neurons.</summary>
    public double[] Of(Placement at, Symbol parameter, int member)
    {
        NumberColumn column = Column(Key(at.Population, parameter), member);
        return Of(at, i => column[i]);
    }

    /// <summary>Where a state of some neurons starts; null for its steady state.</summary>
    public double[]? Start(Placement at, Symbol state, int member) =>
        _numbers.Find(at.Population, state.Name) is { } values ? Of(at, i => values.At(i, Member(values, member), default)) : null;

    /// <summary>True if all neurons of a group share the value of a parameter, in all members, for good.</summary>
    public bool IsUniform(GroupLayout group, Symbol parameter) =>
        Uniform(group.Populations[0], parameter) is { } one
        && group.Populations.All(p => Uniform(p, parameter) is { } other && other.Equals(one));

    /// <summary>True if the run may change a parameter of a group.</summary>
    public bool MayChange(GroupLayout group, Symbol parameter) => group.Populations.Any(p => Change(p.Parameter(parameter.Name)));

    /// <summary>True if a parameter of a group differs between members of the batch.</summary>
    public bool OfMembers(GroupLayout group, Symbol parameter) => group.Populations.Any(p => OfMembers(p, parameter));

    /// <summary>The value that all neurons share in all members, for good; null if they may differ.</summary>
    public double? Uniform(Neuron population, Symbol parameter) =>
        Key(population, parameter) is var key && Change(key) ? null : Find(key).Uniform;

    /// <summary>True if it may differ between members.</summary>
    public bool OfMembers(Neuron population, Symbol parameter) => OfMembers(Key(population, parameter));

    /// <inheritdoc cref="OfMembers(Neuron, Symbol)"/>
    public bool OfMembers(ParameterKey key) => Members > 1 && (Change(key) || Find(key).Members > 1);

    private static ParameterKey Key(Neuron population, Symbol parameter) =>
        new(population, parameter.Name, parameter.Dimension, population.Size);

    private InitialValues Find(ParameterKey key) =>
        _numbers.Find(key.Owner, key.Name) ?? throw new ArgumentException($"{key} is not among the parameters of this run.");

    private static double[] Of(Placement at, Func<int, double> number)
    {
        var numbers = new double[at.Count];
        for (int i = 0; i < numbers.Length; i++) numbers[i] = number(at.Neuron(i));
        return numbers;
    }

    private int Member(InitialValues values, int member) => values.Members > 1 ? _firstMember + member : 0;

    private double[] All(InitialValues values, int size, int member) => values.All(size, Member(values, member), default);
}
