using Connexon.NeuroML;

using Connexon.Programs;

namespace Connexon.Tests.NeuroML;

/// <summary>Values of flat equations in SI, at states given in SI, by the interpreter.</summary>
internal static class SiValues
{
    /// <summary>The time derivative of a state, per second.</summary>
    public static double Slope(this FlatComponent c, string state, params (string Name, double Value)[] at)
    {
        FlatState s = c.Equations.States.Single(x => x.Symbol.Name == state);
        return SiScale.FromBase(Evaluate(c, s.Slope!, at), s.Symbol.Dimension / Dimension.Time);
    }

    /// <summary>What a path stands for.</summary>
    public static double At(this FlatComponent c, string path, params (string Name, double Value)[] at) =>
        SiScale.FromBase(Evaluate(c, c.Find(path)!, at), c.DimensionOf(path));

    /// <summary>Where a state begins.</summary>
    public static double Begins(this FlatComponent c, string state)
    {
        FlatState s = c.Equations.States.Single(x => x.Symbol.Name == state);
        return SiScale.FromBase(c.Start(s), s.Symbol.Dimension);
    }

    /// <summary>The value that an event at a port gives to a state.</summary>
    public static double After(this FlatComponent c, string port, string state, params (string Name, double Value)[] at)
    {
        (Symbol s, Expr value) = c.Equations.Handlers.Single(h => h.Port == port).Sets.Single(x => x.State.Name == state);
        return SiScale.FromBase(Evaluate(c, value, at), s.Dimension);
    }

    private static double Evaluate(FlatComponent c, Expr e, (string Name, double Value)[] at) => Interpreter.Evaluate(e, s =>
    {
        int i = Array.FindIndex(at, a => a.Name == s.Name);
        return i >= 0 ? SiScale.ToBase(at[i].Value, s.Dimension)
            : s.Kind == SymbolKind.Parameter ? c.Value(s)
            : s.Kind == SymbolKind.State ? c.Start(c.Equations.States.Single(x => x.Symbol == s))
            : 0;
    });
}
