using Connexon.Compilation;

namespace Connexon;

/// <summary>A method's stages for a group, with the constants of the run taken out and a place for every symbol.</summary>
internal sealed class KernelPlan
{
    private readonly GroupPlan _group;
    private readonly ConstantPool _constants = new();

    public KernelPlan(GroupPlan group, Scheme scheme)
    {
        _group = group;
        Scheme = scheme;
        Stages = [.. scheme.Stages.Select(s => s with { Passes = [.. s.Passes.Select(Extract)] })];
        foreach (Symbol s in Stages.SelectMany(s => s.Passes).SelectMany(p => p.Assignments).SelectMany(a => a.Value.Symbols().Append(a.Target)).Distinct())
            Place(s);
    }

    public Scheme Scheme { get; }

    public IReadOnlyList<Stage> Stages { get; }

    public KernelLayout Layout { get; } = new();

    /// <summary>What has one value during a run, as expressions of parameters and the step.</summary>
    public IEnumerable<(Symbol Symbol, Expr Value)> Constants => _group.Model.Parameters.Select(p => (p.Symbol, (Expr)p.Symbol))
        .Concat(_constants.Definitions.Select(d => (d.Symbol, d.Value)))
        .Append((Symbol.TimeStep, Symbol.TimeStep))
        .Append((Symbol.FullStep, Symbol.FullStep));

    private Pass Extract(Pass pass) => new([.. pass.Assignments.Select(a => a with { Value = _constants.Extract(a.Value) })]);

    private void Place(Symbol s)
    {
        switch (s.Kind)
        {
            case SymbolKind.State or SymbolKind.Input or SymbolKind.Junction or SymbolKind.JunctionTotal or SymbolKind.Charge or SymbolKind.Work
                or SymbolKind.Read or SymbolKind.Output:
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

    private bool IsUniform(Symbol s) => s.Kind switch
    {
        SymbolKind.TimeStep => true,
        SymbolKind.Constant => _constants.Definitions.First(d => d.Symbol == s).Value.Symbols().All(IsUniform),
        _ => _group.IsUniform(s),
    };
}
