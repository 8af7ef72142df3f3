namespace Connexon;

/// <summary>
/// A state of a population: names it (to record, couple, plot), and in a loop of the user's own gives and takes its values.
/// </summary>
public class State
{
    internal State(Neuron neurons, string name)
    {
        Neurons = neurons;
        Variable = neurons.Model.Find(name) ?? throw Unknown(neurons, name, "state");
    }

    /// <summary>The population.</summary>
    public Neuron Neurons { get; }

    /// <summary>The state's name.</summary>
    public string Name => Variable.Symbol.Name;

    /// <summary>The state's dimension.</summary>
    public Dimension Dimension => Variable.Symbol.Dimension;

    /// <summary>Names where it starts, to run with other values: <c>network.Parameters.With(cells.V.Start, -65 * mV)</c>.</summary>
    public ParameterKey Start => new(Neurons, Name, Dimension, Neurons.Size);

    internal StateVariable Variable { get; }

    /// <summary>The value of a neuron now; with a batch, of its first member.</summary>
    /// <param name="neuron">The neuron's flat index.</param>
    /// <exception cref="InvalidOperationException">InitState has not been called.</exception>
    public Quantity this[int neuron]
    {
        get => this[0, neuron];
        set => this[0, neuron] = value;
    }

    /// <summary>The value of a neuron in a member of the batch now.</summary>
    /// <param name="member">The member of the batch.</param>
    /// <param name="neuron">The neuron's flat index.</param>
    /// <exception cref="InvalidOperationException">InitState has not been called.</exception>
    public Quantity this[int member, int neuron]
    {
        get => new(Live.Get(Variable.Symbol, member, neuron), Dimension);
        set
        {
            if (value.Dimension != Dimension)
                throw new ArgumentException($"{this} is {Dimension}, but {value} is {value.Dimension}.");
            Live.Set(Variable.Symbol, member, neuron, value.Value);
        }
    }

    internal ILiveStates Live => Neurons.Live ?? throw new InvalidOperationException(
        $"{Neurons} has no values yet: call InitState() before a loop of your own, or use Network.Run.");

    internal static ArgumentException Unknown(Neuron neurons, string name, string parameter)
    {
        string[] names = [.. neurons.Model.States.Select(s => s.Symbol.Name)];
        return new ArgumentException($"'{name}' is not a state of {neurons.Model.Name}. Its states are {string.Join(", ", names)}."
            + DidYouMean.Among(names, name), parameter);
    }

    /// <summary>"V of HH".</summary>
    public override string ToString() => $"{Name} of {Neurons.DisplayName}";
}

/// <summary>A state whose quantity the compiler knows.</summary>
/// <typeparam name="Q">The quantity type, or double for a pure number.</typeparam>
public sealed class State<Q> : State where Q : struct
{
    internal State(Neuron neurons, string name) : base(neurons, name) { }

    /// <inheritdoc cref="State.this[int]"/>
    public new Q this[int neuron]
    {
        get => base[neuron].As<Q>();
        set => base[neuron] = Quantity.Of(value);
    }

    /// <inheritdoc cref="State.this[int, int]"/>
    public new Q this[int member, int neuron]
    {
        get => base[member, neuron].As<Q>();
        set => base[member, neuron] = Quantity.Of(value);
    }

    /// <summary>
    /// All values now, member by member of the batch: element <c>member * Size + neuron</c>. Reading copies; assigning one value per
    /// neuron sets every member, and a full array sets each.
    /// </summary>
    /// <exception cref="ArgumentException">An array of another length.</exception>
    public Q[] Value
    {
        get
        {
            int n = Neurons.Size, members = Live.Members;
            var all = new Q[members * n];
            for (int b = 0; b < members; b++)
                for (int i = 0; i < n; i++) all[b * n + i] = this[b, i];
            return all;
        }
        set
        {
            int n = Neurons.Size, members = Live.Members;
            if (value.Length != n && value.Length != n * members)
                throw new ArgumentException(
                    $"{value.Length} values for {this}: give {n}, or {members} x {n} = {n * members} with the batch.");
            for (int b = 0; b < members; b++)
                for (int i = 0; i < n; i++) this[b, i] = value[value.Length == n ? i : b * n + i];
        }
    }
}

/// <summary>The values of a population's states in a loop of the user's own.</summary>
internal interface ILiveStates
{
    int Members { get; }
    double Get(Symbol state, int member, int neuron);
    void Set(Symbol state, int member, int neuron, double value);
}
