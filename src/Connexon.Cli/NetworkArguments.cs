using System.CommandLine;
using Connexon.NeuroML;

namespace Connexon.Cli;

/// <summary>What decides how junctions are treated: the step, the method, the solver.</summary>
internal sealed class NetworkArguments
{
    private readonly Option<string?> _dt = new("--dt")
    {
        Description = $"The step; {TableKind.DefaultDt} by default, or what a LEMS file says.",
    };

    private readonly Option<string?> _method = new("--method")
    {
        Description = $"The numerical method: {string.Join(", ", Connexon.Method.Names)}. By default {Connexon.Method.Default}, and "
            + $"{LemsOptions.DefaultMethod} for a LEMS file.",
    };

    private readonly Option<string> _solver = new("--solver")
    {
        Description = $"What solves for implicit junctions: {string.Join(", ", Enum.GetNames<SolverKind>())}. "
            + "A named one makes them implicit.",
        DefaultValueFactory = _ => nameof(SolverKind.Automatic),
    };

    public void AddTo(Command command)
    {
        command.Add(_dt);
        command.Add(_method);
        command.Add(_solver);
    }

    /// <summary>The step, if one was given.</summary>
    public Time? Dt(ParseResult parsed) => parsed.GetValue(_dt) is { } text ? Quantities.Parse<Time>("--dt", text) : null;

    /// <summary>The method, if one was given.</summary>
    public Method? Method(ParseResult parsed) => parsed.GetValue(_method) is { } name ? Connexon.Method.Parse(name) : null;

    public SolverKind Solver(ParseResult parsed)
    {
        string text = parsed.GetValue(_solver)!;
        string[] names = Enum.GetNames<SolverKind>();
        int index = Array.FindIndex(names, n => n.Equals(text.Replace("-", ""), StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? Enum.Parse<SolverKind>(names[index])
            : throw new FormatException($"--solver: '{text}' is not a solver. Solvers: {string.Join(", ", names)}.");
    }
}
