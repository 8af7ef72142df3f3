using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>
/// What a model's <c>Define</c> writes its equations into. Every equation is checked for its dimension as it is written.
/// </summary>
public sealed partial class ModelBuilder
{
    private string _model;
    private readonly List<StateVariable> _states = [];
    private readonly List<Parameter> _parameters = [];
    private readonly List<(string, Expr)> _derived = [];
    private readonly List<Expr> _requirements = [];
    private readonly List<SpikeRule> _spikes = [];
    private string _source = "";

    internal ModelBuilder(string model) => _model = model;

    /// <summary>What the model is called where that is not the name of its class (another simulator's name); say it first.</summary>
    /// <param name="name">The name, in messages, results and the catalogue.</param>
    public void Name(string name) => _model = name;

    /// <summary>The paper that the equations come from, for the catalogue.</summary>
    /// <param name="citation">Authors, year, DOI.</param>
    public void Source(string citation) => _source = citation;

    /// <summary>
    /// A parameter that is not a property of type <see cref="Connexon.Parameter{Q}"/> (those are parameters by themselves): one value, or
    /// one per neuron.
    /// </summary>
    /// <param name="values">The values.</param>
    /// <param name="name">Its name; filled in by the compiler where the values are a variable or property.</param>
    public Expr Parameter<Q>(Init<Q> values, [CallerArgumentExpression(nameof(values))] string name = "") where Q : struct =>
        Parameter(values, values.Values.Dimension ?? Dimension.None, name);

    /// <summary>A parameter of general type, whose dimension the model says.</summary>
    /// <param name="values">The values.</param>
    /// <param name="dimension">The dimension that they must have; checked when the network is.</param>
    /// <param name="name">Its name, as above.</param>
    public Expr Parameter<Q>(Init<Q> values, Dimension dimension, [CallerArgumentExpression(nameof(values))] string name = "")
        where Q : struct =>
        Add(new Parameter<Q>(new Symbol(SymbolKind.Parameter, name.Split('.')[^1], dimension), values.Values));

    /// <summary>A parameter that has a name.</summary>
    internal Expr Add(Parameter named)
    {
        Fresh(named.Symbol.Name);
        _parameters.Add(named);
        return named;
    }

    /// <summary>What the parameters' values must fulfil for the model to make sense; checked for every neuron when a network is.</summary>
    /// <param name="condition">A condition on parameters: <c>V_reset &lt; V_th</c>.</param>
    public void Require(Expr condition)
    {
        DimensionCheck.Of($"a requirement of {_model}", condition);
        if (!condition.MentionsOnly(SymbolKind.Parameter)) throw Wrong($"requires {condition}: only parameters can be required of.");
        _requirements.Add(condition);
    }


    /// <summary>A named part of the equations, for the printed catalogue; it can be used like any expression.</summary>
    /// <param name="name">Its name: "INa".</param>
    /// <param name="value">What it is.</param>
    public Expr Let(string name, Expr value)
    {
        DimensionCheck.Of($"{name} of {_model}", value);
        _derived.Add((name, value));
        return value;
    }

    /// <summary>
    /// A named part that follows the states at once: a gate without a time constant, m = m_inf(V). Its slope is no slope of the current in
    /// V: methods that ask for the linear part of an equation hold it, as they hold the gates that take their time.
    /// </summary>
    /// <param name="name">Its name: "m_inf".</param>
    /// <param name="value">What it is.</param>
    public Expr Instantaneous(string name, Expr value) => Let(name, new(Operation.Instantaneous, value));

    /// <summary>The time derivative of a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="slope">Its slope, of dimension state / time.</param>
    /// <exception cref="DimensionException">The slope has another dimension; the message shows the equation.</exception>
    public void Derivative(Expr state, Expr slope)
    {
        int i = IndexOf(state);
        Symbol s = _states[i].Symbol;
        if (_states[i].Slope is not null) throw Wrong($"has a second derivative for '{s}': a state has one.");
        DimensionCheck.Require($"d{s}/dt of {_model}", slope, s.Dimension / Dimension.Time);
        _states[i] = _states[i] with { Slope = slope };
    }

    /// <summary>
    /// The time: in a slope that of the stage at which it is taken, in a threshold that at which it is reached, in a note that of the spike
    /// where the method locates it and of the step's start where not, in a condition that of the step's end.
    /// </summary>
    public Expr Time => Symbol.Time;

    internal Model Build()
    {
        if (_states.Count == 0 && _gives is null) throw Wrong("has no state: define one with State or Gate.");
        return new Model(_model, _source, [.. _states], [.. _parameters], [.. _derived], [.. _requirements], [.. _inputs], [.. _spikes])
        {
            Reads = [.. _reads],
            Outputs = [.. _outputs],
            Gives = _gives,
            Conditions = [.. _conditions],
            OnEvent = [.. _onEvent],
        };
    }

    private int IndexOf(Expr state)
    {
        int i = _states.FindIndex(s => s.Symbol == state.Symbol);
        return i >= 0
            ? i
            : throw Wrong($"names '{state}' where a state is needed. Its states are {string.Join(", ", _states.Select(s => s.Symbol))}.");
    }

    private string Fresh(string name)
    {
        bool taken = _states.Any(s => s.Symbol.Name == name) || _parameters.Any(p => p.Symbol.Name == name)
            || _inputs.Any(i => i.Name == name) || _outputs.Any(o => o.Name == name);
        return taken ? throw Wrong($"uses the name '{name}' twice.") : name;
    }

    private ArgumentException Wrong(string problem) => new($"Model {_model} {problem}");
}
