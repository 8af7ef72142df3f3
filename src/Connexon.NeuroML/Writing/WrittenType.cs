using System.Xml.Linq;

namespace Connexon.NeuroML;

/// <summary>A model as a ComponentType of a file.</summary>
internal sealed class WrittenType
{
    private readonly Model _model;
    private readonly WrittenUnits _units;
    private readonly Names _names = Names.OfType();
    private readonly Dictionary<Symbol, string> _symbols = new() { [Symbol.Time] = "t" };
    private readonly WrittenExpressions _expressions;
    private readonly WrittenSpike? _spike;
    private readonly WrittenInput? _input;
    private readonly Dictionary<Symbol, Symbol> _starts = []; // states whose start is a parameter

    /// <param name="name">The type's name.</param>
    /// <param name="models">The models of its populations: they have the same equations, but may start in different ways.</param>
    /// <param name="units">The file's units.</param>
    /// <param name="problems">Takes what cannot be said.</param>
    public WrittenType(string name, IReadOnlyList<Model> models, WrittenUnits units, ICollection<string> problems)
    {
        (Name, _model, _units) = (name, models[0], units);
        foreach (string problem in WrittenModel.Problems(_model)) problems.Add(problem);
        if (Coupled.Dimension == Dimension.Voltage) _symbols[Coupled] = _names.Take("v");
        foreach (Symbol s in States.Select(s => s.Symbol).Concat(_model.Parameters.Select(p => p.Symbol)))
            if (!_symbols.ContainsKey(s)) _symbols[s] = _names.Take(s.Name);
        if (_model.Input is { } input)
            _input = new WrittenInput(_symbols[input] = _names.Take(input.Name), input.Dimension, Coupled.Dimension, _names);
        foreach (StateVariable s in States)
            if (models.Any(m => m.Find(s.Symbol.Name)!.SteadyState is not { } steady || !steady.Equals(s.SteadyState)))
            {
                var start = new Symbol(SymbolKind.Parameter, _names.Take($"{_symbols[s.Symbol]}_start"), s.Symbol.Dimension);
                _symbols[_starts[s.Symbol] = start] = start.Name;
            }
        _expressions = new WrittenExpressions(_model, _symbols, _names, units, problems);
        if (_model.Spike is not null) _spike = new WrittenSpike(_model, _symbols, _expressions, _names);
    }

    public string Name { get; }

    /// <summary>What junctions join: the first state, which NeuroML calls v where it is a voltage.</summary>
    public Symbol Coupled => _model.States[0].Symbol;

    /// <summary>True if what comes in has no unit, as NeuroML's "DL" inputs have none.</summary>
    public bool TakesPureNumbers => _input?.IsPure == true;

    // The steps that are left of a refractory time are the regime's.
    private IEnumerable<StateVariable> States => _model.States.Where(s => s.Symbol != _model.Spike?.Refractory?.StepsLeft);

    /// <summary>The values of a population, neuron by neuron.</summary>
    /// <param name="population">The population.</param>
    /// <param name="values">The numbers of its network.</param>
    public (string Name, Dimension Dimension, double[] Values)[] Values(Neuron population, ParameterValues values) =>
        [
            .. _model.Parameters.Select(p => (_symbols[p.Symbol], p.Symbol.Dimension, values.Of(population, p.Symbol, 0))),
            .. _starts.Select(s =>
                (s.Value.Name, s.Key.Dimension, StartValues.Of(Placement.Whole(population, 0), values, member: 0)[s.Key])),
        ];

    /// <summary>The element.</summary>
    public XElement Element()
    {
        XElement dynamics = Dynamics(); // finds out which constants there are
        return new XElement("ComponentType", new XAttribute("name", Name), new XAttribute("extends", Base),
            _model.Source == "" ? null : new XAttribute("description", _model.Source),
            _model.Parameters.Select(p => Named("Parameter", p.Symbol)), _starts.Values.Select(s => Named("Parameter", s)),
            _input?.Constant(_units), _expressions.Constants,
            States.Where(s => s.Symbol != Coupled || Exposed is null).Select(s => Named("Exposure", s.Symbol)),
            _input?.Attachments, dynamics);
    }

    private string Base => Exposed switch { "v" => "baseCellMembPot", "V" => "baseCellMembPotDL", _ => "baseSpikingCell" };

    // The name by which a base type exposes the coupled state.
    private string? Exposed => _symbols[Coupled] is var name
        && (Coupled.Dimension == Dimension.Voltage || (Coupled.Dimension.IsNone && name == "V")) ? name : null;

    private XElement Dynamics()
    {
        XElement[] slopes = [.. States.Where(s => s.Slope is not null && !IsHeld(s.Symbol)).Select(Slope)];
        XElement[] held = [.. States.Where(s => s.Slope is not null && IsHeld(s.Symbol)).Select(Slope)];
        XElement[] starts = [.. States.Select(s => Pair("StateAssignment", s.Symbol, Start(s)))];
        XElement[] spike = [.. _spike?.Elements(held) ?? []];
        return new XElement("Dynamics",
            States.Select(s => Named("StateVariable", s.Symbol, new XAttribute("exposure", _symbols[s.Symbol]))),
            _spike?.State is var (dimension, name)
                ? new XElement("StateVariable", new XAttribute("name", name), new XAttribute("dimension", dimension))
                : null,
            _input?.Variables(_units), _expressions.Variables, slopes, new XElement("OnStart", starts), spike);
    }

    private bool IsHeld(Symbol state) => _model.Spike?.Refractory?.Held.Contains(state) == true;

    private XElement Slope(StateVariable s) => Pair("TimeDerivative", s.Symbol, s.Slope!);

    // A steady state names other states: they stand at their own starts.
    private Expr Start(StateVariable s) =>
        _starts.TryGetValue(s.Symbol, out Symbol? start) ? start
        : s.SteadyState!.Replace(x => x.Kind == SymbolKind.State ? Start(_model.Find(x.Name)!) : null);

    private XElement Pair(string element, Symbol state, Expr value) =>
        new(element, new XAttribute("variable", _symbols[state]), new XAttribute("value", _expressions.Text(value)));

    private XElement Named(string element, Symbol s, params XAttribute[] more) =>
        new(element, new XAttribute("name", _symbols[s]), new XAttribute("dimension", _units.NameOf(s.Dimension)), more);
}
