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
    private SpikeRule? _spike;
    private string _source = "";

    internal ModelBuilder(string model) => _model = model;

    /// <summary>What the model is called where that is not the name of its class (another simulator's name); say it first.</summary>
    /// <param name="name">The name, in messages, results and the catalogue.</param>
    public void Name(string name) => _model = name;

    /// <summary>The paper that the equations come from, for the catalogue.</summary>
    /// <param name="citation">Authors, year, DOI.</param>
    public void Source(string citation) => _source = citation;

    /// <summary>A parameter: one value, or one per neuron.</summary>
    /// <param name="values">The values; write <c>m.Parameter(this.gNa)</c>.</param>
    /// <param name="name">Filled in by the compiler: the property's name.</param>
    public Expr Parameter<Q>(Init<Q> values, [CallerArgumentExpression(nameof(values))] string name = "") where Q : struct =>
        Parameter(values, values.Values.Dimension ?? Dimension.None, name);

    /// <summary>A parameter of general type, whose dimension the model says.</summary>
    /// <param name="values">The values.</param>
    /// <param name="dimension">The dimension that they must have; checked when the network is.</param>
    /// <param name="name">Filled in by the compiler: the property's name.</param>
    public Expr Parameter<Q>(Init<Q> values, Dimension dimension, [CallerArgumentExpression(nameof(values))] string name = "") where Q : struct
    {
        var symbol = new Symbol(SymbolKind.Parameter, Fresh(name.Split('.')[^1]), dimension);
        _parameters.Add(new Parameter(symbol, values.Values));
        return symbol;
    }

    /// <summary>A state that starts at given values.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="start">Where it starts.</param>
    public Expr State<Q>(string name, Init<Q> start) where Q : struct => State(name, start, start.Values.Dimension ?? Dimension.None);

    /// <summary>A state of general type, whose dimension the model says.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="dimension">Its dimension.</param>
    public Expr State<Q>(string name, Init<Q> start, Dimension dimension) where Q : struct =>
        Add(name, dimension, s => s with { Start = start.Values });

    /// <summary>A state that was defined before, by the model that this one extends.</summary>
    /// <param name="state">Its name.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public Expr this[string state] =>
        _states.Find(s => s.Symbol.Name == state)?.Symbol
        ?? throw Wrong($"has no state '{state}' so far. Its states are {string.Join(", ", _states.Select(s => s.Symbol))}.");

    /// <summary>What the parameters' values must fulfil for the model to make sense; checked for every neuron when a network is.</summary>
    /// <param name="condition">A condition on parameters: <c>V_reset &lt; V_th</c>.</param>
    public void Require(Expr condition)
    {
        DimensionCheck.Of($"a requirement of {_model}", condition);
        if (!condition.MentionsOnly(SymbolKind.Parameter)) throw Wrong($"requires {condition}: only parameters can be required of.");
        _requirements.Add(condition);
    }

    /// <summary>
    /// A pure number between 0 and 1 that opens at rate alpha and closes at rate beta: dx/dt = alpha (1 - x) - beta x. It starts at its
    /// steady state alpha / (alpha + beta), unless values are given. Write <c>var h = m.Gate("h", alpha, beta)</c>; states that the rates
    /// read must be defined before.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="alpha">The rate of opening.</param>
    /// <param name="beta">The rate of closing.</param>
    /// <param name="start">Where it starts; null for the steady state.</param>
    /// <param name="speed">A factor on both rates (temperature).</param>
    public Expr Gate(string name, Expr alpha, Expr beta, Init<double>? start = null, Expr? speed = null)
    {
        Expr x = Add(name, Dimension.None, s => s with { Start = start?.Values, SteadyState = start is null ? alpha / (alpha + beta) : null });
        Expr slope = alpha * (1.0 - x) - beta * x;
        Derivative(x, speed is null ? slope : speed * slope);
        return x;
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

    /// <summary>The time derivative of a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="slope">Its slope, of dimension state / time.</param>
    /// <param name="staggered">See <see cref="StateVariable.Staggered"/>.</param>
    /// <exception cref="DimensionException">The slope has another dimension; the message shows the equation.</exception>
    public void Derivative(Expr state, Expr slope, bool staggered = false)
    {
        int i = IndexOf(state);
        Symbol s = _states[i].Symbol;
        if (_states[i].Slope is not null) throw Wrong($"has a second derivative for '{s}': a state has one.");
        DimensionCheck.Require($"d{s}/dt of {_model}", slope, s.Dimension / Dimension.Time);
        _states[i] = _states[i] with { Slope = slope, Staggered = staggered };
    }

    /// <summary>
    /// The time: in a slope that of the stage at which it is taken, in a threshold that at which it is reached, in a note that of the spike where the method
    /// locates it and of the step's start where not, in a condition that of the step's end.
    /// </summary>
    public Expr Time => Symbol.Time;

    internal Model Build()
    {
        if (_states.Count == 0 && _gives is null) throw Wrong("has no state: define one with State or Gate.");
        return new Model(_model, _source, [.. _states], [.. _parameters], [.. _derived], [.. _requirements], [.. _inputs], _spike)
        {
            Reads = [.. _reads],
            Outputs = [.. _outputs],
            Gives = _gives,
            Conditions = [.. _conditions],
            OnEvent = [.. _onEvent],
        };
    }

    private Expr Add(string name, Dimension dimension, Func<StateVariable, StateVariable> start)
    {
        var symbol = new Symbol(SymbolKind.State, Fresh(name), dimension);
        StateVariable state = start(new StateVariable(symbol, null, false));
        if (state.SteadyState is { } steady) DimensionCheck.Require($"the start of {name} of {_model}", steady, dimension);
        _states.Add(state);
        return symbol;
    }

    private int IndexOf(Expr state)
    {
        int i = _states.FindIndex(s => s.Symbol == state.Symbol);
        return i >= 0 ? i : throw Wrong($"names '{state}' where a state is needed. Its states are {string.Join(", ", _states.Select(s => s.Symbol))}.");
    }

    private string Fresh(string name)
    {
        bool taken = _states.Any(s => s.Symbol.Name == name) || _parameters.Any(p => p.Symbol.Name == name) || _inputs.Any(i => i.Name == name) || _outputs.Any(o => o.Name == name);
        return taken ? throw Wrong($"uses the name '{name}' twice.") : name;
    }

    private ArgumentException Wrong(string problem) => new($"Model {_model} {problem}");
}
