using Connexon.Programs;

namespace Connexon;

/// <summary>
/// Where the states of neurons start: at numbers that are given, or at what the equations settle at, given the states before them.
/// </summary>
internal static class StartValues
{
    /// <summary>The starts of all states of some neurons, in the order of the model.</summary>
    /// <param name="at">The neurons.</param>
    /// <param name="numbers">The numbers of the run.</param>
    /// <param name="member">The member of the batch.</param>
    public static IReadOnlyDictionary<Symbol, double[]> Of(Placement at, ParameterValues numbers, int member)
    {
        var starts = new Dictionary<Symbol, double[]>();
        foreach (StateVariable state in at.Population.Model.States)
            starts[state.Symbol] = numbers.Start(at, state.Symbol, member)
                ?? Interpreter.Evaluate(state.SteadyState!, at.Count, s =>
                    s.Kind != SymbolKind.State ? numbers.Of(at, s, member)
                    : starts.TryGetValue(s, out double[]? before) ? before
                    : new double[at.Count]);
        return starts;
    }
}
