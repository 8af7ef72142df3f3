namespace Connexon.NeuroML;

/// <summary>What became of something in a file.</summary>
public enum ReadAction
{
    /// <summary>It was read and counts.</summary>
    Read,

    /// <summary>It was read together with something else that says the same.</summary>
    Merged,

    /// <summary>It has no effect.</summary>
    Dropped,

    /// <summary>It was read, and a reader should know how.</summary>
    Noted,
}

/// <summary>One line of a report.</summary>
/// <param name="Action">What became of it.</param>
/// <param name="Text">What it is.</param>
/// <param name="Place">Where it first stands; null for a count.</param>
/// <param name="Count">How often.</param>
public sealed record ReadNote(ReadAction Action, string Text, Place? Place, int Count);

/// <summary>What was read from a file and its includes, what was merged and what was dropped: nothing is left out in silence.</summary>
public sealed class ReadReport
{
    private readonly Dictionary<(ReadAction, string), int> _index = [];
    private readonly List<ReadNote> _notes = [];

    /// <summary>The notes, in the order of their first occurrence; alike ones are counted.</summary>
    public IReadOnlyList<ReadNote> Notes => _notes;

    /// <summary>The files that were read, in order.</summary>
    public IReadOnlyList<string> Files => FileList;

    internal List<string> FileList { get; } = [];

    internal void Add(ReadAction action, string text, Place? place = null)
    {
        if (_index.TryGetValue((action, text), out int i))
        {
            _notes[i] = _notes[i] with { Count = _notes[i].Count + 1 };
            return;
        }
        _index.Add((action, text), _notes.Count);
        _notes.Add(new ReadNote(action, text, place, 1));
    }
}
