namespace Connexon.NeuroML;

/// <summary>How large the text of a part is. What was given a name counts no more.</summary>
/// <param name="Operations">How many operations are written out in it.</param>
/// <param name="Depth">How many stand within each other, those behind names included.</param>
internal readonly record struct PartSize(int Operations, int Depth)
{
    // A reader takes 2000 words and 200 brackets within each other, and an operation has four words at most.
    private const int MostOperations = 400, MostDepth = 150;

    public bool IsTooLarge => Operations > MostOperations || Depth > MostDepth;

    /// <summary>The size of an operation on arguments of these sizes; of nothing for numbers and symbols.</summary>
    public static PartSize Of(ReadOnlySpan<PartSize> arguments)
    {
        if (arguments.IsEmpty) return default;
        PartSize size = new(1, 1);
        foreach (PartSize a in arguments) size = new(size.Operations + a.Operations, Math.Max(size.Depth, a.Depth + 1));
        return size;
    }
}
