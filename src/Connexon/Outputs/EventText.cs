using System.Globalization;
using System.Text;

namespace Connexon;

/// <summary>A text file of spikes: a row each, a time and a name, in order of time.</summary>
/// <param name="writer">The writing thread.</param>
/// <param name="path">The file.</param>
/// <param name="form">What rows look like.</param>
/// <param name="count">How many names there are.</param>
/// <param name="name">The name of a number, asked for on the writing thread.</param>
internal sealed class EventText(OutputWriter writer, string path, EventForm form, int count, Func<int, string> name)
    : OutputText(writer, path, 2)
{
    private readonly List<(double Time, int Number)> _waiting = [];
    private bool _begun;

    /// <summary>Takes a spike; those of one step come in any order.</summary>
    /// <param name="time">Its time, in ms.</param>
    /// <param name="number">The number of its name in the file.</param>
    public void Add(double time, int number)
    {
        if ((uint)number >= (uint)count)
            throw new ArgumentOutOfRangeException(nameof(number), $"{Path}: name {number} was given, but the file has {count}.");
        _waiting.Add((time * form.Unit, number));
    }

    /// <summary>Says that a step is over: no earlier spike comes any more.</summary>
    public void EndStep()
    {
        if (!_begun) Begin(Encoding.UTF8.GetBytes(form.Header));
        _begun = true;
        SendLate();
        if (_waiting.Count == 0) return;
        _waiting.Sort();
        foreach (var (time, number) in _waiting)
        {
            Span<double> row = Row();
            row[0] = time;
            row[1] = number;
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
        if (form.TimeFirst) Time(row[0], form.Separator);
        Name((int)row[1], form.TimeFirst ? '\n' : form.Separator);
        if (!form.TimeFirst) Time(row[0], '\n');
    }

    private void Name(int number, char end)
    {
        string text = name(number);
        int n = Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length)));
        Used(n);
        End(end);
    }

    // Spikes are few and their times are what people compare: exact enough, by the framework.
    private void Time(double time, char end)
    {
        time.TryFormat(Room(32), out int n, form.Digits, CultureInfo.InvariantCulture);
        Used(n);
        End(end);
    }

    private void End(char end)
    {
        Room(1)[0] = (byte)end;
        Used(1);
    }
}
