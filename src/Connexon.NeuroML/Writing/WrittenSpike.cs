using System.Xml.Linq;

namespace Connexon.NeuroML;

/// <summary>
/// Writes the spike of a type as NeuroML's own cells do: a flag that is up above the threshold, for cells that are not reset; a reset; or a
/// refractory regime. <see cref="SpikeForm"/> makes the same rule of them again.
/// </summary>
internal sealed class WrittenSpike
{
    private const string Integrating = "integrating", Refractory = "refractory";
    private readonly SpikeRule _rule;
    private readonly Dictionary<Symbol, string> _symbols;
    private readonly WrittenExpressions _expressions;
    private readonly string _extra;

    public WrittenSpike(Model model, Dictionary<Symbol, string> symbols, WrittenExpressions expressions, Names names)
    {
        (_rule, _symbols, _expressions) = (model.Spike!, symbols, expressions);
        Symbol? last = _rule.Notes.FirstOrDefault(n => n.Value.Symbol == Symbol.Time).State;
        _extra = _rule.Refractory is null ? _rule.Rising ? names.Take("spiking") : ""
            : last is null ? names.Take("last_spike_time") : symbols[last];
        if (_rule.Rising) State = ("none", _extra);
        else if (_rule.Refractory is not null && last is null) State = ("time", _extra);
    }

    /// <summary>The state that the form needs beside the model's own.</summary>
    public (string Dimension, string Name)? State { get; }

    /// <summary>The elements after the slopes: conditions and regimes.</summary>
    /// <param name="slopes">Slopes of the states that a refractory time holds.</param>
    public IEnumerable<XElement> Elements(IEnumerable<XElement> slopes)
    {
        string above = _expressions.Text(_rule.Threshold <= (Expr)_rule.Watched);
        string below = _expressions.Text((Expr)_rule.Watched < _rule.Threshold);
        var spike = new XElement("EventOut", new XAttribute("port", "spike"));
        if (_rule.Rising)
            return
            [
                On($"({above}) .and. ({_extra} .lt. 0.5)", Assign(_extra, "1"), spike),
                On(below, Assign(_extra, "0")),
            ];
        if (_rule.Refractory is not { } refractory) return [On(above, Resets(), spike)];
        return
        [
            new XElement("Regime", new XAttribute("name", Integrating), new XAttribute("initial", "true"),
                slopes, On(above, spike, To(Refractory))),
            new XElement("Regime", new XAttribute("name", Refractory),
                new XElement("OnEntry", _rule.Notes.Any(n => _symbols[n.State] == _extra) ? null : Assign(_extra, "t"), Resets()),
                On($"t .gt. {_extra} + ({_expressions.Text(refractory.Duration)})", To(Integrating))),
        ];
    }

    // LEMS assigns one after the other; derived variables still have the values of before.
    private IEnumerable<XElement> Resets()
    {
        var set = new HashSet<Symbol>();
        foreach ((Symbol state, Expr value) in _rule.Notes.Concat(_rule.Resets))
        {
            yield return Assign(_symbols[state], value.Mentions(set.Contains) ? _expressions.Variable(value) : _expressions.Text(value));
            set.Add(state);
        }
    }

    private static XElement On(string test, params object?[] acts) => new("OnCondition", new XAttribute("test", test), acts);

    private static XElement Assign(string state, string value) =>
        new("StateAssignment", new XAttribute("variable", state), new XAttribute("value", value));

    private static XElement To(string regime) => new("Transition", new XAttribute("regime", regime));
}
