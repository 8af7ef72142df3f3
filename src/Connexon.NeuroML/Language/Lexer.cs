using System.Globalization;

namespace Connexon.NeuroML;

/// <summary>A word of an expression.</summary>
/// <param name="Kind">'n' number, 'i' name, 'o' sign or operator, 'e' the end.</param>
/// <param name="Text">As written; operators in one spelling (".gt." for both .gt. and &gt;).</param>
/// <param name="Column">Where it begins, from 1.</param>
internal readonly record struct Word(char Kind, string Text, int Column)
{
    public double Number => double.Parse(Text, CultureInfo.InvariantCulture);
}

/// <summary>Splits a LEMS expression into words.</summary>
internal static class Lexer
{
    private static readonly string[] Dotted = [".gt.", ".geq.", ".lt.", ".leq.", ".eq.", ".neq.", ".ne.", ".and.", ".or.", ".not.",
        ".xor."];

    private static readonly (string Sign, string Operator)[] Signs =
    [
        (">=", ".geq."), ("<=", ".leq."), ("==", ".eq."), ("!=", ".neq."), ("&&", ".and."), ("||", ".or."), (">", ".gt."), ("<", ".lt."),
        ("!", ".not."), ("+", "+"), ("-", "-"), ("*", "*"), ("/", "/"), ("^", "^"), ("(", "("), (")", ")"), (",", ","),
    ];

    public static List<Word> Split(string text, Place place)
    {
        var words = new List<Word>();
        int i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            Word word = Next(text, i, place, out int length);
            words.Add(word);
            i += length;
        }
        words.Add(new Word('e', "the end", text.Length + 1));
        return words;
    }

    private static Word Next(string text, int i, Place place, out int length)
    {
        ReadOnlySpan<char> rest = text.AsSpan(i);
        if (char.IsAsciiLetter(rest[0]) || rest[0] == '_')
        {
            length = 1;
            while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] == '_')) length++;
            return new Word('i', rest[..length].ToString(), i + 1);
        }
        foreach (string op in Dotted)
            if (rest.StartsWith(op, StringComparison.OrdinalIgnoreCase))
            {
                length = op.Length;
                return new Word('o', op == ".ne." ? ".neq." : op, i + 1);
            }
        if (char.IsAsciiDigit(rest[0]) || rest[0] == '.')
        {
            length = NumberLength(rest);
            if (double.TryParse(rest[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out _))
                return new Word('n', rest[..length].ToString(), i + 1);
        }
        foreach ((string sign, string op) in Signs)
            if (rest.StartsWith(sign))
            {
                length = sign.Length;
                return new Word('o', op, i + 1);
            }
        throw new NeuroMLException(place, $"'{rest[0]}' at column {i + 1} of '{text}' has no meaning in an expression.");
    }

    // "2.gt.1" is 2 .gt. 1: a dot before a letter belongs to the operator, unless the letter begins an exponent.
    private static int NumberLength(ReadOnlySpan<char> s)
    {
        int i = 0;
        while (i < s.Length && char.IsAsciiDigit(s[i])) i++;
        if (i < s.Length && s[i] == '.' && !StartsOperator(s[i..]))
        {
            i++;
            while (i < s.Length && char.IsAsciiDigit(s[i])) i++;
        }
        int e = i;
        if (e < s.Length && s[e] is 'e' or 'E')
        {
            e++;
            if (e < s.Length && s[e] is '+' or '-') e++;
            if (e < s.Length && char.IsAsciiDigit(s[e]))
            {
                while (e < s.Length && char.IsAsciiDigit(s[e])) e++;
                i = e;
            }
        }
        return Math.Max(1, i);
    }

    private static bool StartsOperator(ReadOnlySpan<char> s)
    {
        foreach (string op in Dotted)
            if (s.StartsWith(op, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
