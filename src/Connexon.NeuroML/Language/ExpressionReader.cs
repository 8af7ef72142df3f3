using static Connexon.Functions;

namespace Connexon.NeuroML;

/// <summary>
/// Reads an expression of LEMS: + - * / ^, unary minus, brackets, functions, comparisons (.gt. or &gt;) and .and. .or. .not.; names become
/// symbols (<see cref="Name"/>) that the flattening replaces by what they stand for.
/// </summary>
internal sealed class ExpressionReader
{
    private const int MostDepth = 200, MostWords = 2000;
    private readonly string _text;
    private readonly Place _place;
    private readonly List<Word> _words;
    private int _next;
    private int _depth;

    private ExpressionReader(string text, Place place) => (_text, _place, _words) = (text, place, Lexer.Split(text, place));

    /// <summary>The symbol by which a name stands in an expression before it is known what it is.</summary>
    public static Symbol Name(string name) => new(SymbolKind.Scratch, name, Dimension.None);

    /// <summary>The number that a text says.</summary>
    /// <exception cref="NeuroMLException">The text is no such expression; the message has the file, line and column.</exception>
    public static Expr Read(string text, Place place) => Read(text, place, r => r.Number(r.Or()));

    /// <summary>The condition that a text says.</summary>
    /// <exception cref="NeuroMLException">The text is no such expression.</exception>
    public static Expr ReadCondition(string text, Place place) => Read(text, place, r => r.Test(r.Or()));

    private static Expr Read(string text, Place place, Func<ExpressionReader, Expr> read)
    {
        var reader = new ExpressionReader(text, place);
        if (reader._words.Count > MostWords)
            throw new NeuroMLException(place,
                $"an expression has {reader._words.Count} words; at most {MostWords} are read: name its parts.");
        Expr e = read(reader);
        return reader.Here.Kind == 'e' ? e : throw reader.Wrong($"'{reader.Here.Text}' stands where an operator is needed");
    }

    private Word Here => _words[_next];

    private Expr Or()
    {
        Expr e = And();
        while (Take(".or.")) e = Test(e) | Test(And());
        return e;
    }

    private Expr And()
    {
        Expr e = Comparison();
        while (Take(".and.")) e = Test(e) & Test(Comparison());
        return e;
    }

    private Expr Comparison()
    {
        if (Take(".not.")) return Deeper(() => !Test(Comparison()));
        Expr a = Sum();
        if (Take(".gt.")) return Number(a) > Number(Sum());
        if (Take(".geq.")) return Number(a) >= Number(Sum());
        if (Take(".lt.")) return Number(a) < Number(Sum());
        if (Take(".leq.")) return Number(a) <= Number(Sum());
        if (Take(".eq.")) return Same(Number(a), Number(Sum()));
        return Take(".neq.") ? !Same(Number(a), Number(Sum())) : a;
    }

    // What a name stands for is a number.
    private static bool IsTest(Expr e) =>
        e.Operation is Operation.Less or Operation.LessOrEqual or Operation.And or Operation.Or or Operation.Not;

    private Expr Test(Expr e) => IsTest(e) ? e : throw Wrong("a condition is needed, such as 'v .gt. 0', but this is a number");

    private Expr Number(Expr e) => IsTest(e) ? throw Wrong("a number is needed, but this is a condition") : e;

    private static Expr Same(Expr a, Expr b) => a <= b & b <= a;

    private Expr Sum()
    {
        Expr e = Product();
        while (true)
        {
            if (Take("+")) e = Number(e) + Number(Product());
            else if (Take("-")) e = Number(e) - Number(Product());
            else return e;
        }
    }

    private Expr Product()
    {
        Expr e = Unary();
        while (true)
        {
            if (Take("*")) e = Number(e) * Number(Unary());
            else if (Take("/")) e = Number(e) / Number(Unary());
            else return e;
        }
    }

    private Expr Unary() => Deeper(() => Take("-") ? -Number(Unary()) : Take("+") ? Unary() : Power());

    private Expr Deeper(Func<Expr> read)
    {
        if (++_depth > MostDepth) throw Wrong($"it is nested more than {MostDepth} deep");
        Expr e = read();
        _depth--;
        return e;
    }

    private Expr Power()
    {
        Expr e = Atom();
        while (Take("^"))
        {
            bool negative = Take("-");
            Expr exponent = Number(Atom());
            e = Pow(Number(e), negative ? Negative(exponent) : exponent);
        }
        return e;
    }

    private static Expr Negative(Expr e) => e.IsNumber ? -e.Value : -e;

    private Expr Atom()
    {
        Word word = _words[_next];
        if (word.Kind != 'e') _next++;
        switch (word.Kind)
        {
            case 'n': return word.Number;
            case 'i' when Take("("): return Function(word);
            case 'i': return Name(word.Text);
            case 'o' when word.Text == "(":
                Expr e = Or();
                Close();
                return e;
            default:
                if (word.Kind != 'e') _next--;
                throw Wrong($"a number, a name or '(' is needed, not {(word.Kind == 'e' ? word.Text : $"'{word.Text}'")}");
        }
    }

    private Expr Function(Word name)
    {
        Expr x = Number(Or());
        Close();
        if (name.Text == "random") return x * (Expr)new Symbol(SymbolKind.Random, $"U{name.Column}", Dimension.None);
        return ExpressionFunctions.Find(name.Text)?.Invoke(x)
            ?? throw Wrong($"'{name.Text}' is not a function; there are {ExpressionFunctions.Names}, random", name);
    }

    private void Close()
    {
        if (!Take(")")) throw Wrong("a ')' is needed");
    }

    private bool Take(string op)
    {
        if (Here.Kind != 'o' || Here.Text != op) return false;
        _next++;
        return true;
    }

    private NeuroMLException Wrong(string problem, Word? at = null) =>
        new(_place, $"the expression '{_text}' is wrong at column {(at ?? Here).Column}: {problem}.");
}
