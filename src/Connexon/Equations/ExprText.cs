using System.Globalization;
using System.Text;

namespace Connexon;

/// <summary>
/// Expressions as text, with brackets only where they are needed. What is longer than <see cref="Most"/> is cut and ends in " ...".
/// </summary>
internal static class ExprText
{
    /// <summary>The characters of a text at most: parts are written out wherever they occur, and that may be a million times.</summary>
    public const int Most = 4000;

    // Still to be written, what comes next on top: words, and parts with how strongly what is around them binds.
    private readonly record struct Piece(string Word, Expr? Part = null, int Around = 0);

    public static string Of(Expr e)
    {
        var text = new StringBuilder();
        var pieces = new Stack<Piece>();
        pieces.Push(new("", e));
        while (pieces.TryPop(out Piece next))
        {
            if (next.Part is { } part) Write(part, next.Around, pieces);
            else if (text.Length + next.Word.Length > Most) return $"{text.ToString().TrimEnd()} ...";
            else text.Append(next.Word);
        }
        return text.ToString();
    }

    // Binding strength: 1 or, 2 and, 3 comparison, 4 sum, 5 product, 6 unary minus, 7 atom.
    private static void Write(Expr e, int around, Stack<Piece> to)
    {
        switch (e.Operation)
        {
            case Operation.Number: Push(to, new Piece(Number(e.Quantity, around))); break;
            case Operation.Symbol: Push(to, new Piece(e.Symbol!.Name)); break;
            case Operation.Or: Infix(" | ", 1); break;
            case Operation.And: Infix(" & ", 2); break;
            case Operation.Less: Infix(" < ", 3); break;
            case Operation.LessOrEqual: Infix(" <= ", 3); break;
            case Operation.Add: Infix(" + ", 4); break;
            case Operation.Subtract: Infix(" - ", 4); break;
            case Operation.Multiply: Infix(" * ", 5); break;
            case Operation.Divide: Infix(" / ", 5); break;
            case Operation.Negate: Bracketed(6, new("-"), new("", e[0], 6)); break;
            case Operation.Not: Bracketed(6, new("!"), new("", e[0], 7)); break;
            case Operation.Power: Push(to, new("", e[0], 8), new("^"), new("", e[1], 8)); break;
            case Operation.Instantaneous: Push(to, new Piece("", e[0], around)); break;
            default:
                to.Push(new(")"));
                for (int k = e.Arguments.Count - 1; k >= 0; k--) Push(to, new(k == 0 ? "(" : ", "), new("", e[k]));
                to.Push(new(e.Operation.ToString().ToLowerInvariant()));
                break;
        }

        void Infix(string sign, int strength) => Bracketed(strength, new("", e[0], strength), new(sign), new("", e[1], strength + 1));

        void Bracketed(int strength, params ReadOnlySpan<Piece> pieces)
        {
            if (strength < around) to.Push(new(")"));
            Push(to, pieces);
            if (strength < around) to.Push(new("("));
        }
    }

    private static void Push(Stack<Piece> to, params ReadOnlySpan<Piece> pieces)
    {
        for (int k = pieces.Length - 1; k >= 0; k--) to.Push(pieces[k]);
    }

    private static string Number(Quantity q, int around)
    {
        string number = q.Value.ToString("R", CultureInfo.InvariantCulture);
        if (q.Dimension.Unit is ['1', .. var per]) return Bracket(number + per, 5, around); // 4/ms
        return q.Dimension.Unit is "" ? Bracket(number, q.Value < 0 ? 6 : 9, around) : Bracket($"{number} {q.Dimension.Unit}", 5, around);
    }

    private static string Bracket(string text, int strength, int around) => strength < around ? $"({text})" : text;
}
