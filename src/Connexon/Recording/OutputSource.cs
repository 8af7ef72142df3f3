namespace Connexon;

/// <summary>An output of all neurons of a population, or of some, computed for each row.</summary>
internal sealed class OutputSource : RowSource
{
    private readonly SideKernel _kernel;
    private readonly int _first, _end;
    private readonly StateSource _values;

    public OutputSource(OutputPort output, NetworkState state, int[]? neurons)
    {
        var (group, at) = state.Find(output.Neurons);
        var result = new Symbol(SymbolKind.Work, $"output {output.Name}", Dimension.None);
        _kernel = new SideKernel(group, new Programs.Pass(result, output.Definition.Value), state.Dt);
        (_first, _end) = (at.First * state.Members, (at.First + at.Count) * state.Members);
        _values = new StateSource(group.Memory(result).Slice(_first), state.Members, neurons, output.Neurons.Size);
    }

    public override int Columns => _values.Columns;

    public override void Fill(Span<double> row, double t)
    {
        _kernel.SetTime(t);
        _kernel.Run(_first, _end);
        _values.Fill(row, t);
    }
}
