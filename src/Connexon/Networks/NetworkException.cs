namespace Connexon;

/// <summary>Everything that is wrong with a network or with how it is to be run, found before the first step.</summary>
public sealed class NetworkException : ArgumentException
{
    internal NetworkException(IReadOnlyList<string> problems)
        : base(problems.Count == 1
            ? problems[0]
            : $"The network cannot be run, for {problems.Count} reasons:"
                + string.Concat(problems.Select(p => $"{Environment.NewLine}- {p}")))
        => Problems = problems;

    /// <summary>The problems, one sentence or two each.</summary>
    public IReadOnlyList<string> Problems { get; }
}
