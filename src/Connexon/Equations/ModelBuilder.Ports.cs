namespace Connexon;

// What comes in, and what others may read.
public sealed partial class ModelBuilder
{
    private readonly List<Symbol> _inputs = [];
    private readonly List<Output> _outputs = [];

    /// <summary>The input: the sum of drive, junctions and synapses.</summary>
    /// <param name="dimension">What it is: a current, a voltage per time, a pure number.</param>
    /// <param name="name">What it is called in the printed equations.</param>
    public Expr Input(Dimension dimension, string name = "I") => Input(name, dimension);

    /// <summary>
    /// An input: a sum of what others give. The first of a model is the default one: drives without a name and synapses go there, and
    /// junctions where no other moves the state that they couple. Others are named: <c>network.Drive(cells.Input("I_d"), drive)</c>.
    /// </summary>
    /// <param name="name">Its name: "I", "g_syn".</param>
    /// <param name="dimension">What it is: a current, a conductance, a voltage per time, a pure number.</param>
    /// <exception cref="ArgumentException">The model has something of that name already.</exception>
    public Expr Input(string name, Dimension dimension)
    {
        var input = new Symbol(SymbolKind.Input, Fresh(name), dimension);
        _inputs.Add(input);
        return input;
    }

    /// <summary>
    /// An output: a named part of the equations that others may read. It can be used like any expression, is printed in the catalogue and
    /// can be recorded: <c>network.Record(cells.Output("INa"))</c>.
    /// </summary>
    /// <param name="name">Its name: "INa".</param>
    /// <param name="value">What it is, of states, parameters and the time.</param>
    /// <exception cref="ArgumentException">The name is taken, or the value reads an input.</exception>
    public Expr Output(string name, Expr value)
    {
        var output = new Output(Fresh(name), Let(name, value), DimensionCheck.Of($"{name} of {_model}", value));
        if (value.Mentions(SymbolKind.Input))
            throw Wrong($"has the output '{name}' = {value}: an input is known within a step only, so that an output can be of states, "
                + "parameters and the time.");
        _outputs.Add(output);
        return value;
    }
}
