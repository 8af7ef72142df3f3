using Connexon.Programs;

namespace Connexon.NeuroML;

/// <summary>A component as flat equations and its values for their parameters.</summary>
internal sealed class FlatComponent
{
    private readonly Resolver _resolver;

    internal FlatComponent(Component component, FlatEquations equations, Resolver resolver)
    {
        (Component, Equations, _resolver) = (component, equations, resolver);
        Values = [.. equations.Parameters.Select(p => resolver.Parameters[p])];
        for (int i = 0; i < Values.Count; i++)
            if (!double.IsFinite(Values[i]))
                throw component.Source.Wrong($"{component}: its values make '{equations.Parameters[i]}' {Values[i]}. "
                    + "Give finite values, time constants that differ, and none that is 0 where it divides.");
    }

    private FlatComponent(FlatComponent basis, FlatEquations equations, IReadOnlyDictionary<Symbol, double> more)
    {
        (Component, Equations, _resolver, Train) = (basis.Component, equations, basis._resolver, basis.Train);
        Values = [.. equations.Parameters.Select(p => more.TryGetValue(p, out double value) ? value : basis.Value(p))];
    }

    public Component Component { get; }
    public string Id => Component.Id;
    public FlatEquations Equations { get; }

    /// <summary>The values of <see cref="FlatEquations.Parameters"/>, in their order, in base units.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>When spikes come, of a spike source or an input with a spike train of its own; they come in at port "in". Null for
    /// others.</summary>
    public SpikeTrain? Train { get; init; }

    /// <summary>The model of elements that are this component; null before one is built.</summary>
    public Model? Built { get; set; }

    /// <summary>The same component where it reads what a cell computes of its states.</summary>
    /// <param name="equations">Its equations there.</param>
    /// <param name="more">Values of parameters that they have beside its own.</param>
    public FlatComponent Reading(FlatEquations equations, IReadOnlyDictionary<Symbol, double> more) => new(this, equations, more);

    /// <summary>The value of a parameter of the equations.</summary>
    public double Value(Symbol parameter)
    {
        for (int i = 0; i < Values.Count; i++)
            if (Equations.Parameters[i] == parameter) return Values[i];
        throw new ArgumentException($"'{parameter}' is not a parameter of {Component}.");
    }

    /// <summary>Where a state begins.</summary>
    /// <param name="state">The state.</param>
    /// <param name="open">Values of requirements and random numbers; null if there are none.</param>
    public double Start(FlatState state, Func<Symbol, double>? open = null) => Interpreter.Evaluate(state.Start, s =>
        s.Kind == SymbolKind.Parameter ? Value(s)
        : open?.Invoke(s) ?? throw new ArgumentException($"The start of '{state.Symbol}' of {Component} needs '{s}'."));

    /// <summary>What a path below the component ("v", "caConc", "biophys/membraneProperties/na/na/m/q") stands for; null for
    /// nothing.</summary>
    public Expr? Find(string path)
    {
        Instance? i = _resolver.Root;
        string[] steps = path.Split('/');
        foreach (string step in steps[..^1]) i = i?.Child(step);
        if (i?.Type.Find(steps[^1]) is not { } member) return null;
        Expr found = _resolver.ValueOf(i, member).Expr;
        if (found.Mentions(s => Equations.Replaced.TryGetValue(s, out Expr? by) && by is null)) return null;
        return found.Replace(s => s.Kind == SymbolKind.Parameter && !Equations.Parameters.Contains(s)
            ? new Quantity(_resolver.Parameters[s], s.Dimension)
            : Equations.Replaced.GetValueOrDefault(s));
    }

    /// <summary>The dimension of what a path stands for.</summary>
    public Dimension DimensionOf(string path)
    {
        Instance i = _resolver.Root;
        string[] steps = path.Split('/');
        foreach (string step in steps[..^1]) i = i.Child(step)!;
        return _resolver.ValueOf(i, i.Type.Find(steps[^1])!).Dimension;
    }

    /// <summary>"&lt;iafCell id="iaf"&gt;".</summary>
    public override string ToString() => Component.ToString();
}
