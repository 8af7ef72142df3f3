namespace Connexon.Programs;

/// <summary>What kind of memory a program reads and writes.</summary>
internal enum SlotKind : byte
{
    /// <summary>A value for each element: the entry of a table of addresses.</summary>
    Array,

    /// <summary>One value for all elements: the entry of a table of numbers.</summary>
    Uniform,

    /// <summary>
    /// What keeps its value during a run: a parameter, the step, or what a <see cref="Prologue"/> makes of them. Where a program runs, it
    /// is an array or one value for all.
    /// </summary>
    Constant,

    /// <summary>A value for each element of a block of one step, on the way from one loop to the next.</summary>
    Scratch,

    /// <summary>A bit for each element; only ever written.</summary>
    Spikes,
}

/// <summary>A place in memory, by number.</summary>
/// <param name="Kind">In which kind.</param>
/// <param name="Index">Which one of that kind.</param>
internal readonly record struct Slot(SlotKind Kind, int Index)
{
    public override string ToString() => Kind == SlotKind.Spikes ? "spikes" : $"{Kind.ToString().ToLowerInvariant()} {Index}";
}
