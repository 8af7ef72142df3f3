using Connexon.Programs;

namespace Connexon.NeuroML;

/// <summary>Whether a junction or graded synapse is a plain conductance between two voltages.</summary>
internal static class JunctionLaw
{
    private static readonly Symbol Here = new(SymbolKind.Input, "v", Dimension.Voltage),
        There = new(SymbolKind.Input, "peer/v", Dimension.Voltage);

    /// <summary>
    /// The conductance g, as an expression of the parameters ("weight" among them), if the current is g (v_peer - v); null for any other
    /// law (rectifying, gated, with states).
    /// </summary>
    public static Expr? Conductance(FlatEquations e)
    {
        if (e.States.Count > 0 || !e.Outputs.TryGetValue("i", out Expr? i) || !i.Mentions(s => s == There)) return null;
        if (i.Mentions(s => !s.IsConstant && s != Here && s != There)) return null;
        Expr g = Simplify.Tree(Derivative.Of(i, There)), back = Simplify.Tree(Derivative.Of(i, Here));
        bool opposite = Simplify.Node(g + back).Is(0) || Simplify.Node(-g).Equals(back);
        bool silentAtEqual = Simplify.Tree(i.Replace(s => s == There ? (Expr)Here : null)).Is(0);
        return Simplify.IsConstant(g) && Simplify.IsConstant(back) && opposite && silentAtEqual ? g : null;
    }

    /// <summary>The conductance of a component in mS, its weight set anew; null if it is not a plain conductance.</summary>
    public static double? Conductance(FlatComponent c, double weight) =>
        Conductance(c.Equations) is { } g ? Interpreter.Evaluate(g, s => s.Name == "weight" ? weight : c.Value(s)) : null;

    /// <summary>True if the component never carries a current (silentSynapse).</summary>
    public static bool IsSilent(FlatEquations e) => e.Outputs.TryGetValue("i", out Expr? i) && Simplify.Tree(i).Is(0);
}
