using System.Collections;
using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>
/// A parameter of a model: its name, its values, what it means. Equations use it as it is: <c>gNa * Pow(m, 3) * h * (V - ENa)</c>.
/// </summary>
public abstract partial class Parameter
{
    private readonly Symbol? _symbol;

    private protected Parameter(Symbol? symbol, InitialValues values) => (_symbol, Values) = (symbol, values);

    /// <summary>Its name and dimension.</summary>
    /// <exception cref="ArgumentException">No model has given it a name: it is not one of its properties.</exception>
    public Symbol Symbol => _symbol ?? throw new ArgumentException(
        $"{this} stands in an equation as a parameter without a name: a parameter is a property of a model, {{ get; init; }}.");

    /// <summary>What it means, "maximal conductance of sodium"; "" where nobody said.</summary>
    public string Meaning { get; internal init; } = "";

    /// <summary>The value with its unit, or what the values are.</summary>
    public string ValueText
    {
        get
        {
            Dimension dimension = _symbol?.Dimension ?? Values.Dimension ?? Dimension.None;
            return Values.Uniform is { } value
                ? QuantityText.Readable(value, dimension)
                : (Values.Dimension is null ? Values with { Dimension = dimension } : Values).ToString();
        }
    }

    internal InitialValues Values { get; }

    /// <summary>What <c>[100 * mS, 120 * mS]</c> makes.</summary>
    public static Parameter<Q> Array<Q>(ReadOnlySpan<Q> values) where Q : struct => values.ToArray();

    /// <summary>The same under a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="meaning">What it means.</param>
    /// <param name="dimension">What the values must be; null for what they are.</param>
    internal abstract Parameter Named(string name, string meaning, Dimension? dimension);

    /// <summary>"gNa = 120 mS"; the values alone before a model has given it a name.</summary>
    public override string ToString() => _symbol is null ? ValueText : $"{_symbol} = {ValueText}";
}

/// <summary>
/// A parameter as it is declared in a model: <c>public Parameter&lt;Conductance&gt; gNa { get; init; } = 120 * mS;</c>. The default stands
/// there, the name is the property's, the meaning in a <see cref="MeaningAttribute"/> before it. It is given one value, one for each neuron
/// (<c>[100 * mS, 120 * mS]</c>, an array), or a rule of <see cref="Init"/>.
/// </summary>
/// <typeparam name="Q">A quantity type, <see cref="Quantity"/>, or double for pure numbers.</typeparam>
[CollectionBuilder(typeof(Parameter), nameof(Parameter.Array))]
public sealed class Parameter<Q> : Parameter, IEnumerable<Q> where Q : struct
{
    internal Parameter(Symbol? symbol, InitialValues values) : base(symbol, values) { }

    /// <summary>One value for all.</summary>
    public static implicit operator Parameter<Q>(Q value) => (Init<Q>)value;

    /// <summary>One value each.</summary>
    public static implicit operator Parameter<Q>(Q[] values) => (Init<Q>)values;

    /// <summary>Values by a rule.</summary>
    public static implicit operator Parameter<Q>(Init<Q> values) => new(null, values.Values);

    /// <summary>The values given, where they were given one by one.</summary>
    /// <exception cref="InvalidOperationException">They come from a rule and are known only in a run.</exception>
    public IEnumerator<Q> GetEnumerator() => new Init<Q>(Values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal override Parameter Named(string name, string meaning, Dimension? dimension) =>
        new Parameter<Q>(new Symbol(SymbolKind.Parameter, name, dimension ?? Values.Dimension ?? Dimension.None), Values)
        {
            Meaning = meaning,
        };
}
