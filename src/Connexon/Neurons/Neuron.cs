using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>
/// A population of neurons of one model: what they are, not where they stand. Subclasses hold the parameters as properties of type
/// <see cref="Parameter{Q}"/> and write their equations in <see cref="Define"/>. Make your own the same way.
/// </summary>
/// <param name="size">How many: a number, or a grid such as <c>(10, 10)</c>.</param>
/// <exception cref="ArgumentException">A side is below 1.</exception>
public abstract partial class Neuron(Shape size) : INetworkPart
{
    private Model? _model;

    /// <summary>A name for messages and results; by default that of the model.</summary>
    public string? Name { get; init; }

    /// <summary>The shape of the population.</summary>
    public Shape Shape { get; } = size;

    /// <summary>The number of neurons.</summary>
    public int Size => Shape.Size;

    /// <summary>The equations, with the parameters' values.</summary>
    /// <exception cref="DimensionException">An equation joins unlike dimensions.</exception>
    public Model Model => LazyInitializer.EnsureInitialized(ref _model, Build);

    /// <summary>The state of that name.</summary>
    /// <param name="state">The name, case counts.</param>
    /// <exception cref="ArgumentException">There is no such state; the message lists those there are.</exception>
    public State this[string state] => new(this, state);

    /// <summary>Names a parameter, to run with other values: <c>network.Parameters.With(cells.Parameter("gNa"), 100 * mS)</c>.</summary>
    /// <param name="name">The name, case counts.</param>
    /// <exception cref="ArgumentException">There is no such parameter; the message lists those there are.</exception>
    public ParameterKey Parameter(string name) => Model.Parameters.FirstOrDefault(p => p.Symbol.Name == name) is { } found
        ? new ParameterKey(this, name, found.Symbol.Dimension, Size)
        : throw new ArgumentException($"'{name}' is not a parameter of {Model.Name}. "
            + $"Its parameters are {string.Join(", ", Model.Parameters.Select(p => p.Symbol))}.", nameof(name));

    /// <summary>An input, to be driven: <c>network.Drive(cells.Input("I_d"), 2 * uA)</c>.</summary>
    /// <param name="name">The name, case counts.</param>
    /// <exception cref="ArgumentException">There is no such input; the message lists those there are.</exception>
    public InputPort Input(string name) => Model.Inputs.FirstOrDefault(i => i.Name == name) is { } found
        ? new InputPort(this, found)
        : throw new ArgumentException($"'{name}' is not an input of {Model.Name}. "
            + (Model.Inputs.Count == 0 ? "It has none." : $"Its inputs are {string.Join(", ", Model.Inputs)}."), nameof(name));

    /// <summary>An output, to be recorded: <c>network.Record(cells.Output("INa"))</c>.</summary>
    /// <param name="name">The name, case counts.</param>
    /// <exception cref="ArgumentException">There is no such output; the message lists those there are.</exception>
    public OutputPort Output(string name) => Model.Outputs.FirstOrDefault(o => o.Name == name) is { } found
        ? new OutputPort(this, found)
        : throw new ArgumentException($"'{name}' is not an output of {Model.Name}. "
            + (Model.Outputs.Count == 0 ? "It has none." : $"Its outputs are {string.Join(", ", Model.Outputs.Select(o => o.Name))}."),
                nameof(name));

    /// <summary>Writes the model's equations.</summary>
    /// <param name="m">What they are written into.</param>
    protected abstract void Define(ModelBuilder m);

    /// <summary>For a subclass's property of a state: <c>public State&lt;Voltage&gt; V => State&lt;Voltage&gt;();</c></summary>
    /// <param name="name">Filled in by the compiler: the property's name.</param>
    protected State<Q> State<Q>([CallerMemberName] string name = "") where Q : struct => new(this, name);

    /// <summary>The states as they stand in a loop of the user's own; null before InitState.</summary>
    internal ILiveStates? Live { get; set; }

    internal string DisplayName => Name ?? Model.Name;

    /// <summary>
    /// What the model is called in messages and in the catalogue: the class's name, unless the equations come from elsewhere.
    /// </summary>
    private protected virtual string ModelName => GetType().Name;

    /// <summary>Builds the model, from <see cref="Define"/>.</summary>
    internal virtual Model Build()
    {
        var builder = new ModelBuilder(ModelName);
        foreach (Parameter p in ParameterProperties.Name(this)) builder.Add(p);
        Define(builder);
        return builder.Build();
    }

    /// <summary>The name, or the model's, with the number of neurons.</summary>
    public override string ToString() => $"{DisplayName}({Shape})";
}
