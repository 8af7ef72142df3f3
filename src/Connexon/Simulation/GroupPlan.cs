using Connexon.Compilation;

namespace Connexon;

/// <summary>
/// A group before it has memory: which populations form it, which parameters have one value for all, and the method's passes with the
/// constants taken out.
/// </summary>
internal sealed class GroupPlan
{
    private readonly ConstantPool _constants = new();
    private readonly double _dt;

    public GroupPlan(IReadOnlyList<Neuron> populations, Method method, double dt)
    {
        Populations = populations;
        _dt = dt;
        Neurons = populations.Sum(p => p.Size);
        Stages = [.. method.Plan(Model).Select(s => s with { Passes = [.. s.Passes.Select(Extract)] })];
        foreach (Symbol s in Stages.SelectMany(s => s.Passes).SelectMany(p => p.Assignments).SelectMany(a => a.Value.Symbols().Append(a.Target)).Distinct())
            Place(s);
    }

    public IReadOnlyList<Neuron> Populations { get; }

    /// <summary>The model of the first population; the others have the same equations.</summary>
    public Model Model => Populations[0].Model;

    public int Neurons { get; }

    public IReadOnlyList<Stage> Stages { get; }

    public KernelLayout Layout { get; } = new();

    /// <summary>Where each population begins.</summary>
    public IEnumerable<(Neuron Population, int First)> Members()
    {
        int first = 0;
        foreach (Neuron p in Populations)
        {
            yield return (p, first);
            first += p.Size;
        }
    }

    /// <summary>Computes the constants of the run into the group's arrays and uniforms, by the interpreter.</summary>
    public void FillConstants(Group group)
    {
        var wanted = Model.Parameters.Select(p => (p.Symbol, (Expr)p.Symbol))
            .Concat(_constants.Definitions.Select(d => (d.Symbol, d.Value)))
            .Append((Symbol.TimeStep, (Expr)Symbol.TimeStep));
        foreach (var (symbol, value) in wanted)
        {
            if (Layout.Uniform(symbol) is not null) group.SetUniform(symbol, Interpreter.Evaluate(value, 1, s => ParameterValues(s, Populations[0], 1))[0]);
            if (Layout.Array(symbol) is null) continue;
            Span<double> all = group.Array(symbol);
            foreach (var (population, first) in Members())
            {
                double[] values = Interpreter.Evaluate(value, population.Size, s => ParameterValues(s, population, population.Size));
                for (int i = 0; i < values.Length; i++) all.Slice((first + i) * group.Members, group.Members).Fill(values[i]);
            }
            Pad(all, group.Members);
        }
    }

    /// <summary>The value of a parameter, or of the step, for each of the first neurons of a population.</summary>
    public double[] ParameterValues(Symbol s, Neuron population, int neurons) =>
        s == Symbol.TimeStep ? [.. Enumerable.Repeat(_dt, neurons)] : population.Model.ParameterValues(s, neurons);

    /// <summary>Copies the last neuron into the padding, so that no kernel computes on nonsense.</summary>
    public void Pad(Span<double> all, int members)
    {
        Span<double> last = all.Slice((Neurons - 1) * members, members);
        for (int i = Neurons * members; i < all.Length; i += members) last.CopyTo(all[i..]);
    }

    private Pass Extract(Pass pass) => new([.. pass.Assignments.Select(a => a with { Value = _constants.Extract(a.Value) })]);

    private void Place(Symbol s)
    {
        switch (s.Kind)
        {
            case SymbolKind.State or SymbolKind.Input or SymbolKind.Work:
                Layout.AddArray(s);
                break;
            case SymbolKind.Parameter or SymbolKind.Constant when !IsUniform(s):
                Layout.AddArray(s);
                break;
            case SymbolKind.Parameter or SymbolKind.Constant or SymbolKind.TimeStep or SymbolKind.Time:
                Layout.AddUniform(s);
                break;
        }
    }

    private bool IsUniform(Symbol s) =>
        s.Kind == SymbolKind.Constant
            ? _constants.Definitions.First(d => d.Symbol == s).Value.Symbols().All(p => p == Symbol.TimeStep || IsUniform(p))
            : Populations.Select(p => p.Model.Parameters.First(q => q.Symbol == s).Values.Uniform).Distinct().Count() == 1
              && Populations[0].Model.Parameters.First(q => q.Symbol == s).Values.Uniform is not null;
}
