namespace Connexon;

// States, and where they start.
public sealed partial class ModelBuilder
{
    /// <summary>A state that starts at given values.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="start">Where it starts.</param>
    public Expr State<Q>(string name, Init<Q> start) where Q : struct => State(name, start, start.Values.Dimension ?? Dimension.None);

    /// <summary>A state that starts at one value for all: <c>m.State("V", -60 * mV)</c>.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="start">Where it starts.</param>
    public Expr State<Q>(string name, Q start) where Q : struct, IQuantity => State(name, (Init<Q>)start);

    /// <summary>A state that is a pure number and starts at one value for all.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="start">Where it starts.</param>
    public Expr State(string name, double start) => State(name, (Init<double>)start);

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
        Expr x =
            Add(name, Dimension.None, s => s with { Start = start?.Values, SteadyState = start is null ? alpha / (alpha + beta) : null });
        Expr slope = alpha * (1.0 - x) - beta * x;
        Derivative(x, speed is null ? slope : speed * slope);
        return x;
    }

    private Expr Add(string name, Dimension dimension, Func<StateVariable, StateVariable> start)
    {
        var symbol = new Symbol(SymbolKind.State, Fresh(name), dimension);
        StateVariable state = start(new StateVariable(symbol, null));
        if (state.SteadyState is { } steady) DimensionCheck.Require($"the start of {name} of {_model}", steady, dimension);
        _states.Add(state);
        return symbol;
    }
}
