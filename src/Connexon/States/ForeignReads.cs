namespace Connexon;

/// <summary>States of neurons of other partitions that what is attached here reads, brought in each stage as they stand there.</summary>
internal sealed class ForeignReads
{
    private readonly IExchange _exchange;
    private readonly (PinnedArray States, PinnedArray? Change, int Number)[] _give;
    private readonly int[] _giveCounts, _takeCounts;
    private readonly double[] _given, _taken;
    private readonly Dictionary<(Neuron, int, string), int> _places = [];
    private readonly int _members;

    /// <param name="state">The partition.</param>
    /// <param name="part">What it reads of others, and they of it.</param>
    public ForeignReads(NetworkState state, PartOfAttachments part)
    {
        (_exchange, _members) = (state.Exchange, state.Members);
        _give = [.. part.Give.SelectMany(g => g).Select(g => state.Place(g.Cell, g.State))];
        foreach (var (cell, name) in part.Take.SelectMany(t => t)) _places.Add((cell.Population, cell.Index, name), _places.Count);
        (_giveCounts, _takeCounts) = ([.. part.Give.Select(g => g.Count * _members)], [.. part.Take.Select(t => t.Count * _members)]);
        (_given, _taken) = (new double[_giveCounts.Sum()], new double[_takeCounts.Sum()]);
        Values = new PinnedArray(Math.Max(1, _takeCounts.Sum()));
        Any = state.Electrical.Exchange.Any(_taken.Length > 0);
    }

    /// <summary>True if something passes between any partitions.</summary>
    public bool Any { get; }

    /// <summary>The states.</summary>
    public PinnedArray Values { get; }

    /// <summary>Where a state is among them.</summary>
    public int Place(Cell cell, string state) => _places[(cell.Population, cell.Index, state)];

    /// <summary>Brings the states. For one thread, while the others wait.</summary>
    /// <param name="moved">True if what the junctions add to the states is to be counted in.</param>
    public void Bring(bool moved)
    {
        int at = 0;
        foreach (var (states, change, number) in _give)
            for (int m = 0; m < _members; m++)
            {
                double state = states.Span[number * _members + m];
                _given[at++] = moved && change is not null ? state + change.Span[number * _members + m] : state;
            }
        _exchange.Swap(_given, _giveCounts, _taken, _takeCounts);
        _taken.CopyTo(Values.Span);
    }
}
