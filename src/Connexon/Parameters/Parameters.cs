namespace Connexon;

/// <summary>
/// All numbers of a network - parameters of cells, starts, weights of junctions - as one value that does not change.
/// <c>network.Parameters</c> is what the network was built with, and may hold rules (<see cref="Init.Uniform{Q}(Q, Q)"/>); a run takes one
/// and hands back, as <c>run.Parameters</c>, the numbers that it ended with. Saving, sweeping and fitting work on this value.
/// </summary>
public sealed class Parameters
{
    private readonly ParameterEntry[] _all;     // with starts that are steady states, for which values may be given
    private readonly ParameterEntry[] _entries; // what has values
    private readonly Dictionary<ParameterKey, int> _places = [];

    internal Parameters(IEnumerable<ParameterEntry> entries)
    {
        _all = [.. entries];
        _entries = [.. _all.Where(e => e.Values is not SteadyState)];
        for (int k = 0; k < _all.Length; k++) _places.Add(_all[k].Key, k);
    }

    /// <summary>What there is, in the order of the network's parts.</summary>
    public IReadOnlyList<ParameterEntry> Entries => _entries;

    /// <summary>For how many members of a batch numbers are given; 1 where all have the same.</summary>
    public int Members => _entries.Select(e => e.Members).DefaultIfEmpty(1).Max();

    /// <summary>True if all are numbers; false if some are drawn when a run begins.</summary>
    public bool AreNumbers => !_entries.Any(e => e.Values.IsDrawn);

    /// <summary>The same with one value for all in place of some.</summary>
    /// <param name="key">What: <c>gap.Weight</c>, <c>cells.Parameter("gNa")</c>, <c>cells.V.Start</c>.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The network has no such numbers, or the value has another dimension.</exception>
    public Parameters With<Q>(ParameterKey key, Q value) where Q : struct => With(key, (Init<Q>)value);

    /// <summary>The same with one value each in place of some.</summary>
    /// <inheritdoc cref="With{Q}(ParameterKey, Q)"/>
    /// <param name="key">What.</param>
    /// <param name="values">A value for each neuron or junction.</param>
    public Parameters With<Q>(ParameterKey key, Q[] values) where Q : struct => With(key, (Init<Q>)values);

    /// <summary>
    /// The same with values by a rule in place of some; with <see cref="Init.Batch{Q}(Q[,])"/>, for each member of a batch.
    /// </summary>
    /// <inheritdoc cref="With{Q}(ParameterKey, Q)"/>
    /// <param name="key">What.</param>
    /// <param name="values">The rule.</param>
    public Parameters With<Q>(ParameterKey key, Init<Q> values) where Q : struct => With(key, values.Values);

    /// <summary>The numbers of a run: rules are drawn. Those of a member of a batch do not depend on how many members there are.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="members">Members of the batch; starts are drawn for each.</param>
    public Parameters Drawn(ulong seed, int members = 1) => Drawn(seed, members, lazily: false);

    /// <summary>The same, or each number when it is asked for.</summary>
    internal Parameters Drawn(ulong seed, int members, bool lazily) =>
        AreNumbers ? this : new(_all.Select(e => !e.Values.IsDrawn ? e : e with
        {
            Values = Drawn(e, members, new CounterRandom(seed, CounterRandom.Stream(e.DrawnAs)), e.Kind == ParameterKind.Start, lazily) with
            {
                Dimension = e.Dimension,
            },
        }));

    private static InitialValues Drawn(ParameterEntry e, int members, CounterRandom random, bool eachMember, bool lazily) =>
        lazily ? new LazyValues(e.Values, random, eachMember ? members : 1) : e.Values.Numbers(e.Count, members, random, eachMember);

    /// <summary>One number, with its unit.</summary>
    /// <param name="key">Which numbers.</param>
    /// <param name="index">Which neuron or junction.</param>
    /// <param name="member">The member of the batch.</param>
    /// <exception cref="ArgumentException">The network has no such numbers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron, junction or member.</exception>
    /// <exception cref="InvalidOperationException">They are drawn when a run begins.</exception>
    public Quantity this[ParameterKey key, int index, int member = 0]
    {
        get
        {
            if ((uint)index >= (uint)key.Count)
                throw new ArgumentOutOfRangeException(nameof(index), index, $"{key} has {key.Count} numbers, 0 to {key.Count - 1}.");
            return new(Number(Entry(key), index, member), key.Dimension);
        }
    }

    /// <summary>All numbers of some, with their unit.</summary>
    /// <inheritdoc cref="this[ParameterKey, int, int]"/>
    public Quantity[] Values(ParameterKey key, int member = 0)
    {
        ParameterEntry e = Entry(key);
        return [.. Enumerable.Range(0, e.Count).Select(i => new Quantity(Number(e, i, member), e.Dimension))];
    }

    /// <summary>Every number as one vector, entry after entry, in base units.</summary>
    /// <param name="member">The member of the batch.</param>
    /// <exception cref="InvalidOperationException">Some are drawn when a run begins.</exception>
    public double[] Vector(int member = 0) => [.. _entries.SelectMany(e => Enumerable.Range(0, e.Count).Select(i => Number(e, i, member)))];

    /// <summary>Which numbers of <see cref="Vector"/> are to be learnt.</summary>
    public bool[] Trainable => [.. _entries.SelectMany(e => Enumerable.Repeat(e.Trainable, e.Count))];

    /// <summary>The same with other numbers, as <see cref="Vector"/> gives them, for all members of a batch.</summary>
    /// <param name="vector">The numbers, in base units.</param>
    /// <exception cref="ArgumentException">Too many or too few.</exception>
    public Parameters WithVector(ReadOnlySpan<double> vector)
    {
        int due = _entries.Sum(e => e.Count), at = 0;
        if (vector.Length != due) throw new ArgumentException($"{vector.Length} numbers for parameters of {due}.", nameof(vector));
        var entries = (ParameterEntry[])_all.Clone();
        foreach (ref ParameterEntry e in entries.AsSpan())
        {
            if (e.Values is SteadyState || e.Count == 0) continue;
            ReadOnlySpan<double> own = vector.Slice(at, e.Count);
            at += own.Length;
            bool uniform = e.Values.Uniform is not null && own.IndexOfAnyExcept(own[0]) < 0;
            InitialValues values = uniform ? new OneValue(own[0]) : new ArrayValues(own.ToArray());
            e = e with { Values = values with { Dimension = e.Dimension } };
        }
        return new Parameters(entries);
    }

    /// <summary>Writes all numbers to a file that Python's numpy.load reads: an array for each entry ("HH.gNa"), and their units.</summary>
    /// <param name="path">The file, .npz; it appears whole or not at all.</param>
    /// <exception cref="InvalidOperationException">Some are drawn when a run begins: save those of the run.</exception>
    public void Save(string path)
    {
        foreach (ParameterEntry e in _entries) Require(e);
        ParameterFile.Write(path, _entries);
    }

    /// <summary>The same with the numbers of a file in place of those that it names; it may hold some only.</summary>
    /// <param name="path">A file of <see cref="Save"/>, or of numpy.savez.</param>
    /// <exception cref="FormatException">It is no such file, or does not fit: all that does not is in the message.</exception>
    public Parameters Load(string path) => new(ParameterFile.Read(path, _all));

    /// <summary>How many entries and numbers: "12 parameters, 1203 numbers".</summary>
    public override string ToString() => $"{_entries.Length} parameters, {_entries.Sum(e => (long)e.Count * e.Members)} numbers";

    /// <summary>The values of a name, or null if there are none: a start that is a steady state.</summary>
    internal InitialValues? Find(object owner, string name) =>
        _places.TryGetValue(new ParameterKey(owner, name, default, 0), out int k) && _all[k].Values is var values and not SteadyState
        ? values
        : null;

    /// <summary>Those of one member of a batch, for all.</summary>
    internal Parameters OfMember(int member) => new(_all.Select(e => e.Members == 1 ? e : e with
    {
        Values = new ArrayValues(e.Values.All(e.Count, member, default)) { Dimension = e.Dimension },
    }));

    /// <summary>What values may be given for.</summary>
    internal IEnumerable<ParameterKey> Keys => _all.Select(e => e.Key);

    /// <summary>True for one of <see cref="Keys"/>.</summary>
    internal bool Has(ParameterKey key) => _places.ContainsKey(key);

    internal Parameters With(ParameterKey key, InitialValues values)
    {
        int k = Place(key);
        if (key.Problem(values) is { } problem) throw new ArgumentException(problem, nameof(values));
        var entries = (ParameterEntry[])_all.Clone();
        InitialValues set = values.IsDrawn ? values : values.Numbers(key.Count, 1, default, eachMember: false);
        entries[k] = entries[k] with { Values = set with { Dimension = key.Dimension } };
        return new Parameters(entries);
    }

    private ParameterEntry Entry(ParameterKey key) => _all[Place(key)];

    private int Place(ParameterKey key) => _places.TryGetValue(key, out int k) ? k : throw new ArgumentException(
        $"{key} is not a parameter of this network. Its parameters are {string.Join(", ", _entries.Take(40).Select(e => e.FullName))}"
            + $"{(_entries.Length > 40 ? ", ..." : "")}.", nameof(key));

    private static double Number(ParameterEntry e, int index, int member)
    {
        Require(e);
        if (member < 0 || (member >= e.Members && e.Members > 1))
            throw new ArgumentOutOfRangeException(nameof(member), member,
                $"{e.FullName} is given for {e.Members} members, 0 to {e.Members - 1}.");
        return e.Values.At(index, e.Members > 1 ? member : 0, default);
    }

    private static void Require(ParameterEntry e)
    {
        if (e.Values is SteadyState)
            throw new InvalidOperationException($"{e.FullName} starts at the steady state of its equation: it is no number of its own.");
        if (e.Values.IsDrawn)
            throw new InvalidOperationException($"{e} is drawn when a run begins: see run.Parameters, or draw by Parameters.Drawn(seed).");
    }
}
