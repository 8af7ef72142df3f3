namespace Connexon.NeuroML;

/// <summary>
/// Reads component types in the short notation of the product's own definitions (*.types). A line at the margin names a type and what it
/// extends; the indented lines below are its members, one a line:
/// <code>
/// parameter DIM names | property DIM name = value | constant name = quantity | needs DIM names | fixed name = value
/// text names | reference names | instance names (a reference that becomes a child) | peer name | in port | out port
/// child name : type | children name : type | attachments name : type | relay from -> to
/// state DIM name [= start] | name' = slope | DIM name = value [if condition else value] | DIM name = sum|product|from path
/// on condition: acts | receive port: acts | regime name [first] ... end | entry: acts | kinetics nodes/state edges/from/to/forward/reverse
/// </code>
/// Acts are <c>state := value</c>, <c>emit port</c> and <c>go regime</c>, with commas between.
/// </summary>
internal sealed class NotationReader(LemsUnits units, string file)
{
    private Place _place;
    private Regime? _regime;

    public IEnumerable<ComponentType> Read(IEnumerable<string> lines)
    {
        ComponentType? type = null;
        int number = 0;
        foreach (string line in lines)
        {
            _place = new Place(file, ++number);
            string text = line.Split('#')[0].TrimEnd();
            if (text.Length == 0) continue;
            if (char.IsWhiteSpace(text[0]))
            {
                Member(text.Trim(), type ?? throw new NeuroMLException(_place, "a member stands before any type."));
                continue;
            }
            if (type is not null) yield return type;
            string[] names = Split(text, ":");
            type = new ComponentType(names[0], names.Length > 1 ? names[1] : null, _place);
        }
        if (type is not null) yield return type;
    }

    private void Member(string text, ComponentType type)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string rest = text[words[0].Length..].Trim();
        switch (words[0])
        {
            case "parameter":
                foreach (string name in words[2..]) Add(type, new ParameterMember(name, Dimension(words[1]), _place));
                break;
            case "property":
                Add(type, new ParameterMember(words[2], Dimension(words[1]), _place)
                {
                    IsProperty = true,
                    Default = units.Parse(words[4], _place),
                });
                break;
            case "constant":
                Add(type, new ConstantMember(words[1], units.Parse(Split(rest, "=")[1], _place), _place));
                break;
            case "needs":
                foreach (string name in words[2..]) Add(type, new RequirementMember(name, Dimension(words[1]), _place));
                break;
            case "fixed":
                type.Fixed[words[1]] = words[3];
                break;
            case "text":
                type.Texts.UnionWith(words[1..]);
                break;
            case "reference":
                type.References.UnionWith(words[1..]);
                break;
            case "instance":
                type.References.UnionWith(words[1..]);
                type.Instances.UnionWith(words[1..]);
                break;
            case "peer":
                type.Peers.Add(words[1]);
                break;
            case "in":
                type.InPorts.Add(words[1]);
                break;
            case "out":
                type.OutPorts.Add(words[1]);
                break;
            case "child" or "children":
                type.Slots[words[1]] = new Slot(words[1], words[3], words[0] == "children");
                break;
            case "attachments":
                type.Attachments[words[1]] = new Slot(words[1], words[3], Many: true);
                break;
            case "relay":
                type.Relays.Add(new Relay(words[1], words[3]));
                break;
            default:
                Equation(words, text, rest, type.Dynamics ??= new Dynamics());
                break;
        }
    }

    private void Equation(string[] words, string text, string rest, Dynamics d)
    {
        switch (words[0])
        {
            case "state":
                d.Members.Add(new StateMember(words[2], Dimension(words[1]), _place));
                if (words.Length > 3) d.Start.Add(new Assign(words[2], Expression(Split(rest, "=")[1]), _place));
                break;
            case "on":
                (string test, string then) = Halves(rest);
                (_regime?.Conditions ?? d.Conditions).Add(new Condition(Test(test), Acts(then), _place));
                break;
            case "receive":
                (string port, string acts) = Halves(rest);
                (_regime?.Handlers ?? d.Handlers).Add(new Handler(port, Acts(acts), _place));
                break;
            case "regime":
                d.Regimes.Add(_regime = new Regime(words[1], words.Length > 2, _place));
                break;
            case "entry:":
                _regime!.Entry.AddRange(Acts(rest));
                break;
            case "end":
                _regime = null;
                break;
            case "kinetics":
                string[] nodes = words[1].Split('/'), edges = words[2].Split('/');
                d.Kinetics.Add(new Kinetics(nodes[0], nodes[1], edges[0], edges[1], edges[2], edges[3], edges[4], _place));
                break;
            case var state when state.EndsWith('\''):
                (_regime?.Slopes ?? d.Slopes).Add(new Slope(state[..^1], Expression(Split(text, "=")[1]), _place));
                break;
            default:
                d.Members.Add(Derived(words[1], Dimension(words[0]), Split(rest, "=")[1]));
                break;
        }
    }

    private DerivedMember Derived(string name, Dimension dimension, string value)
    {
        string[] words = value.Split(' ', 2);
        switch (words[0])
        {
            case "sum": return new SelectMember(name, dimension, words[1], Reduction.Add, _place);
            case "product": return new SelectMember(name, dimension, words[1], Reduction.Multiply, _place);
            case "from": return new SelectMember(name, dimension, words[1], Reduction.None, _place);
        }
        string[] choice = Split(value, " if ");
        if (choice.Length == 1) return new ExpressionMember(name, dimension, Expression(value), _place);
        string[] condition = Split(choice[1], " else ");
        return new CasesMember(name, dimension, [(Test(condition[0]), Expression(choice[0])), (null, Expression(condition[1]))],
            _place);
    }

    private List<Act> Acts(string text) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries).Select<string, Act>(act => act.Split(' ') switch
        {
            ["emit", var port] => new Emit(port, _place),
            ["go", var regime] => new Go(regime, _place),
            _ => new Assign(Split(act, ":=")[0], Expression(Split(act, ":=")[1]), _place),
        })];

    private (string, string) Halves(string text)
    {
        int colon = text.IndexOf(": ", StringComparison.Ordinal);
        return (text[..colon].Trim(), text[(colon + 2)..].Trim());
    }

    private static string[] Split(string text, string sign) => text.Split(sign, 2, StringSplitOptions.TrimEntries);

    private static void Add(ComponentType type, Member member) => type.Members[member.Name] = member;

    private Expr Expression(string text) => ExpressionReader.Read(text, _place);

    private Expr Test(string text) => ExpressionReader.ReadCondition(text, _place);

    private Dimension Dimension(string name) => units.DimensionOf(name, _place);
}
