using System.Globalization;
using System.Text;

namespace Connexon;

/// <summary>An EventOutputFile of LEMS: a row a spike, time in s and the id of the selection, in order of time.</summary>
internal sealed class EventText(OutputWriter writer, string path, bool timeFirst, IReadOnlyList<string> selections)
    : OutputText(writer, path, 2)
{
    private readonly byte[][] _ids = [.. selections.Select(Encoding.UTF8.GetBytes)];
    private readonly List<(double Seconds, int Selection)> _waiting = [];

    /// <summary>Takes a spike; those of one step come in any order.</summary>
    /// <param name="seconds">Its time in s.</param>
    /// <param name="selection">The position of its selection in the file.</param>
    public void Add(double seconds, int selection)
    {
        if ((uint)selection >= _ids.Length)
            throw new ArgumentOutOfRangeException(
                nameof(selection), $"{Path}: selection {selection} was given, but the file has {_ids.Length}.");
        _waiting.Add((seconds, selection));
    }

    /// <summary>Says that a step is over: no earlier spike comes any more.</summary>
    public void EndStep()
    {
        if (_waiting.Count == 0) return;
        _waiting.Sort();
        foreach (var (seconds, selection) in _waiting)
        {
            Span<double> row = Row();
            row[0] = seconds;
            row[1] = selection;
        }
        _waiting.Clear();
    }

    public override void Complete()
    {
        EndStep();
        base.Complete();
    }

    protected override void Format(ReadOnlySpan<double> row)
    {
        byte[] id = _ids[(int)row[1]];
        if (timeFirst) Time(row[0], "\t"u8);
        Text(id);
        Text(timeFirst ? "\n"u8 : "\t"u8);
        if (!timeFirst) Time(row[0], "\n"u8);
    }

    // Spikes are few and their times are what people compare: twelve digits, by the framework.
    private void Time(double seconds, ReadOnlySpan<byte> end)
    {
        seconds.TryFormat(Room(32), out int n, "G12", CultureInfo.InvariantCulture);
        Used(n);
        Text(end);
    }
}
