namespace Connexon;

/// <summary>An output of all neurons of a population, or of some, computed for each row.</summary>
internal sealed class OutputSource : RowSource
{
    private readonly SideKernel _kernel;
    private readonly int _first, _end;
    private readonly StateSource _values;

    public OutputSource(OutputPort output, Assembly assembly, int[]? neurons)
    {
        var (group, first) = assembly.Find(output.Neurons);
        var result = new Symbol(SymbolKind.Work, $"output {output.Name}", Dimension.None);
        _kernel = new SideKernel(group, new Programs.Pass(result, output.Definition.Value), assembly.Dt);
        (_first, _end) = (first * assembly.Members, (first + output.Neurons.Size) * assembly.Members);
        _values = new StateSource(group.Memory(result).Slice(_first), assembly.Members, neurons, output.Neurons.Size);
    }

    public override int Columns => _values.Columns;

    public override void Fill(Span<double> row, double t)
    {
        _kernel.SetTime(t);
        _kernel.Run(_first, _end);
        _values.Fill(row, t);
    }
}
