namespace Connexon.NeuroML;

/// <summary>Everything of a network that NeuroML 2 cannot say; nothing was written.</summary>
public sealed class NotExpressibleException : Exception
{
    internal NotExpressibleException(IReadOnlyList<string> problems)
        : base(problems.Count == 1
            ? $"The network cannot be written as NeuroML: {problems[0]}"
            : $"The network cannot be written as NeuroML, for {problems.Count} reasons:"
                + string.Concat(problems.Select(p => $"{Environment.NewLine}- {p}")))
        => Problems = problems;

    /// <summary>The reasons, one sentence or two each.</summary>
    public IReadOnlyList<string> Problems { get; }
}
