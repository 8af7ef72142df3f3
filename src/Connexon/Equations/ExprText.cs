using System.Globalization;

namespace Connexon;

/// <summary>Expressions as text, with brackets only where they are needed.</summary>
internal static class ExprText
{
    public static string Of(Expr e) => Write(e, 0);

    // Binding strength: 1 or, 2 and, 3 comparison, 4 sum, 5 product, 6 unary minus, 7 atom.
    private static string Write(Expr e, int around) => e.Operation switch
    {
        Operation.Number => Number(e.Quantity, around),
        Operation.Symbol => e.Symbol!.Name,
        Operation.Or => Infix(e, " | ", 1, around),
        Operation.And => Infix(e, " & ", 2, around),
        Operation.Less => Infix(e, " < ", 3, around),
        Operation.LessOrEqual => Infix(e, " <= ", 3, around),
        Operation.Add => Infix(e, " + ", 4, around),
        Operation.Subtract => Infix(e, " - ", 4, around),
        Operation.Multiply => Infix(e, " * ", 5, around),
        Operation.Divide => Infix(e, " / ", 5, around),
        Operation.Negate => Bracket("-" + Write(e[0], 6), 6, around),
        Operation.Not => Bracket("!" + Write(e[0], 7), 6, around),
        Operation.Power => Write(e[0], 8) + "^" + Write(e[1], 8),
        Operation.Frozen => Write(e[0], around),
        _ => e.Operation.ToString().ToLowerInvariant() + "(" + string.Join(", ", e.Arguments.Select(a => Write(a, 0))) + ")",
    };

    private static string Infix(Expr e, string sign, int strength, int around) =>
        Bracket(Write(e[0], strength) + sign + Write(e[1], strength + 1), strength, around);

    private static string Number(Quantity q, int around)
    {
        string number = q.Value.ToString("R", CultureInfo.InvariantCulture);
        if (q.Dimension.Unit is ['1', .. var per]) return Bracket(number + per, 5, around); // 4/ms
        return q.Dimension.Unit is "" ? Bracket(number, q.Value < 0 ? 6 : 9, around) : Bracket($"{number} {q.Dimension.Unit}", 5, around);
    }

    private static string Bracket(string text, int strength, int around) => strength < around ? $"({text})" : text;
}
