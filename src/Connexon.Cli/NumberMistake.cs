using System.CommandLine;
using System.CommandLine.Parsing;

namespace Connexon.Cli;

/// <summary>What is said where an option that takes a number was given something else.</summary>
internal static class NumberMistake
{
    /// <summary>The message; null for a mistake of another kind.</summary>
    /// <param name="error">What the parser found.</param>
    public static string? Of(ParseError error) =>
        error.SymbolResult is OptionResult { Tokens: [{ Value: var text }], Option: var option } && Needed(option.ValueType) is { } needed
            ? $"{option.Name}: '{text}' is not {needed}." : null;

    private static string? Needed(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(ulong) => $"a whole number from 0 to {ulong.MaxValue}",
        var t when t == typeof(int) => $"a whole number up to {int.MaxValue}",
        var t when t == typeof(double) => "a number",
        var t when t == typeof(char) => "one character",
        _ => null,
    };
}
