using System.Xml.Linq;

namespace Connexon.NeuroML;

/// <summary>
/// Writes the expressions of a type. LEMS has pure numbers in expressions only, so that quantities become constants of the type; and
/// conditions in a variable of their own only, so that choices become derived variables, as named parts do, and parts too large to be
/// written out (<see cref="PartSize"/>).
/// </summary>
/// <param name="model">The equations.</param>
/// <param name="symbols">What symbols are called in the file.</param>
/// <param name="names">The type's names.</param>
/// <param name="units">The file's units.</param>
/// <param name="problems">Takes what cannot be said.</param>
internal sealed class WrittenExpressions(Model model, Dictionary<Symbol, string> symbols, Names names, WrittenUnits units,
    ICollection<string> problems)
{
    private readonly Dictionary<Quantity, string> _constants = [];
    private readonly Dictionary<Expr, string> _variables = [];
    private readonly Dictionary<Expr, string> _parts = model.Derived.DistinctBy(d => d.Value).ToDictionary(d => d.Value, d => d.Name);
    private readonly List<XElement> _derived = [], _conditional = [];
    private Walk<PartSize>? _sizes;

    /// <summary>The constants that expressions needed.</summary>
    public IEnumerable<XElement> Constants => _constants.Select(c => new XElement("Constant", new XAttribute("name", c.Value),
        new XAttribute("dimension", units.NameOf(c.Key.Dimension)), new XAttribute("value", units.Text(c.Key.Value, c.Key.Dimension))));

    /// <summary>The derived variables that expressions needed, conditional ones last.</summary>
    public IEnumerable<XElement> Variables => _derived.Concat(_conditional);

    /// <summary>An expression as text.</summary>
    public string Text(Expr e)
    {
        (_sizes ??= new(SizeOf)).Of(e);
        return Write(e, 0);
    }

    // Of a part that is too large, what it is called is decided here, arguments first, so that no text is long and none deep in another.
    private PartSize SizeOf(Expr e, ReadOnlySpan<PartSize> arguments)
    {
        var size = PartSize.Of(arguments);
        bool isNamed = _parts.ContainsKey(e) || IsVariable(e);
        if (size.IsTooLarge && !IsCondition(e))
        {
            if (!isNamed) _parts.Add(e, "part");
            Write(e, 0);
            return default;
        }
        return isNamed ? size with { Operations = 0 } : size;
    }

    /// <summary>The name of a derived variable with that value: in an assignment it still has the value of before.</summary>
    public string Variable(Expr e, string name = "before") => e.Symbol is { Kind: SymbolKind.Parameter } s ? symbols[s] : Named(e, name);

    // Binding strength: 1 or, 2 and, 3 comparison, 4 sum, 5 product, 7 power and atom. A sign binds least, so that it
    // has brackets but at the start.
    private string Write(Expr e, int around) =>
        e.Arguments.Count > 0 && _parts.TryGetValue(e, out string? name) ? Named(e, name) : Node(e, around);

    private string Node(Expr e, int around) => e.Operation switch
    {
        Operation.Number => Number(e.Quantity),
        Operation.Symbol => symbols.GetValueOrDefault(e.Symbol!) ?? Unsaid(e, "stands for nothing that LEMS knows"),
        Operation.Or => Infix(e, ".or.", 1, around),
        Operation.And => Infix(e, ".and.", 2, around),
        Operation.Less => Infix(e, ".lt.", 3, around),
        Operation.LessOrEqual => Infix(e, ".leq.", 3, around),
        Operation.Add => Infix(e, "+", 4, around),
        Operation.Subtract => Infix(e, "-", 4, around),
        Operation.Multiply => Infix(e, "*", 5, around),
        Operation.Divide => Infix(e, "/", 5, around),
        Operation.Negate => Bracket("-" + Write(e[0], 6), 0.5, around),
        Operation.Not => Bracket(".not. (" + Write(e[0], 0) + ")", 0.5, around),
        Operation.Power => Power(e, around),
        Operation.Exp => $"exp({Write(e[0], 0)})",
        Operation.Log => $"ln({Write(e[0], 0)})",
        Operation.Sqrt => $"sqrt({Write(e[0], 0)})",
        Operation.Abs => $"abs({Write(e[0], 0)})",
        Operation.Sin => $"sin({Write(e[0], 0)})",
        Operation.Cos => $"cos({Write(e[0], 0)})",
        Operation.Tanh => $"tanh({Write(e[0], 0)})",
        Operation.Cosh => $"cosh({Write(e[0], 0)})",
        Operation.Sinh => $"sinh({Write(e[0], 0)})",
        Operation.Ceiling => $"ceil({Write(e[0], 0)})",
        Operation.ExpM1 => Write(Functions.ExpRel(e[0]) * e[0], around),
        Operation.Min => Write(Functions.Select(e[0] < e[1], e[0], e[1]), around),
        Operation.Max => Write(Functions.Select(e[1] < e[0], e[0], e[1]), around),
        _ => Named(e, e.Operation.ToString().ToLowerInvariant()),
    };

    // What LEMS has no operation for.
    private static bool IsVariable(Expr e) =>
        e.Operation is Operation.Select or Operation.ExpRel or Operation.InverseExpRel
            or Operation.Min or Operation.Max or Operation.Instantaneous;

    private static bool IsCondition(Expr e) =>
        e.Operation is Operation.Less or Operation.LessOrEqual or Operation.And or Operation.Or or Operation.Not;

    private string Named(Expr e, string name)
    {
        if (_variables.TryGetValue(e, out string? known)) return known;
        string taken = _variables[e] = names.Take(name);
        object[] part = [.. Part(e)];
        object[] head = [new XAttribute("name", taken), new XAttribute("dimension", units.NameOf(DimensionCheck.Of(model.Name, e)))];
        if (part[0] is XElement) _conditional.Add(new XElement("ConditionalDerivedVariable", head, part));
        else _derived.Add(new XElement("DerivedVariable", head, part));
        return taken;
    }

    private IEnumerable<object> Part(Expr e)
    {
        switch (e.Operation)
        {
            case Operation.Select:
                return [Case(Text(e[0]), Text(e[1])), Case(null, Text(e[2]))];
            case Operation.ExpRel or Operation.InverseExpRel:
                string x = e[0].Symbol is null ? Variable(e[0], "x") : Text(e[0]);
                string elsewhere = e.Operation == Operation.ExpRel ? $"(exp({x}) - 1) / {x}" : $"{x} / (exp({x}) - 1)";
                return [Case($"{x} .eq. 0", "1"), Case(null, elsewhere)];
            case Operation.Instantaneous:
                return [new XAttribute("value", Text(e[0])), new XAttribute("description", InstantaneousForm.Description)];
            default:
                return [new XAttribute("value", Node(e, 0))];
        }
    }

    private static XElement Case(string? condition, string value) =>
        new("Case", condition is null ? null : new XAttribute("condition", condition), new XAttribute("value", value));

    // Signs in front of numbers would be operations of their own when read.
    private string Number(Quantity q)
    {
        if (!double.IsFinite(q.Value)) return Unsaid(q, "is no finite number");
        if (q.Dimension.IsNone && q.Value >= 0 && !double.IsNegative(q.Value)) return NumberText.Of(q.Value);
        if (!WrittenUnits.Has(q.Dimension)) return Unsaid(q, "has a unit that is no whole power of others");
        return _constants.TryGetValue(q, out string? known) ? known : _constants[q] = names.Take($"k{_constants.Count + 1}");
    }

    private string Power(Expr e, int around)
    {
        Dimension d = DimensionCheck.Of(model.Name, e[0]);
        if (!d.IsNone && (e[1].Value != Math.Round(e[1].Value) || Math.Abs(e[1].Value) > 8))
            return Unsaid(e, "is a power with a unit that is not whole, or above 8");
        string raised = Write(e[0], 8);
        string power = e[1].IsNumber && e[1].Quantity.Dimension.IsNone ? NumberText.Of(e[1].Value) : Write(e[1], 8);
        return Bracket(raised + "^" + power, 7, around);
    }

    private string Unsaid(Expr e, string why)
    {
        problems.Add($"{model.Name}: {e} {why}.");
        return "0";
    }

    private string Infix(Expr e, string sign, int strength, int around) =>
        Bracket($"{Write(e[0], strength)} {sign} {Write(e[1], strength + 1)}", strength, around);

    private static string Bracket(string text, double strength, int around) => strength < around ? $"({text})" : text;
}
