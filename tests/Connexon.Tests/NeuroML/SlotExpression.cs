namespace Connexon.Tests.NeuroML;

/// <summary>An expression as a function of an array of values: what the interpreter does, fast enough for whole networks.</summary>
internal static class SlotExpression
{
    public static Func<double[], double> Compile(Expr e, Func<Symbol, int> slotOf)
    {
        if (e.Operation == Operation.Number)
        {
            double value = e.Value;
            return _ => value;
        }
        if (e.Symbol is { } s)
        {
            int slot = slotOf(s);
            return x => x[slot];
        }
        Func<double[], double>[] p = [.. e.Arguments.Select(a => Compile(a, slotOf))];
        var (a, b) = (p[0], p[^1]);
        return e.Operation switch
        {
            Operation.Add => x => a(x) + b(x),
            Operation.Subtract => x => a(x) - b(x),
            Operation.Multiply => x => a(x) * b(x),
            Operation.Divide => x => a(x) / b(x),
            Operation.Select => x => a(x) != 0 ? p[1](x) : b(x),
            var operation when p.Length == 1 => x => Arithmetic.Apply(operation, a(x), 0),
            var operation => x => Arithmetic.Apply(operation, a(x), b(x)),
        };
    }
}
