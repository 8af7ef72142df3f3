namespace Connexon;

/// <summary>
/// Where the kernels of a group find their values for one length of the step: the addresses of the arrays, and what all neurons share.
/// Half a step is the same kernels with tables of its own.
/// </summary>
internal sealed class KernelTables
{
    private readonly PinnedArray _addresses;
    private readonly PinnedArray _uniforms;
    private readonly int? _timeSlot;
    private readonly Dictionary<Symbol, PinnedArray> _own = [];

    /// <param name="group">The group.</param>
    /// <param name="kernels">What is to run on it.</param>
    /// <param name="dt">The step, in ms.</param>
    /// <param name="fullStep">The step that was asked for, in ms.</param>
    public KernelTables(Group group, KernelPlan kernels, double dt, double fullStep)
    {
        _addresses = new PinnedArray(Math.Max(1, kernels.Layout.Arrays.Count));
        _uniforms = new PinnedArray(Math.Max(1, kernels.Layout.Uniforms.Count));
        _timeSlot = kernels.Layout.Uniform(Symbol.Time);
        FillConstants(group, kernels, dt, fullStep);
        int k = 0;
        foreach (Symbol s in kernels.Layout.Arrays)
            _addresses.Span[k++] = BitConverter.Int64BitsToDouble((_own.TryGetValue(s, out PinnedArray? own) ? own : group.Memory(s)).Address);
    }

    public nint Addresses => _addresses.Address;

    public nint Uniforms => _uniforms.Address;

    public void SetTime(double t)
    {
        if (_timeSlot is { } slot) _uniforms.Span[slot] = t;
    }

    /// <summary>Computes the constants of the run by the interpreter.</summary>
    private void FillConstants(Group group, KernelPlan kernels, double dt, double fullStep)
    {
        double[] Values(Symbol s, Neuron population, int neurons) =>
            s.Kind == SymbolKind.TimeStep ? [.. Enumerable.Repeat(s == Symbol.FullStep ? fullStep : dt, neurons)] : population.Model.ParameterValues(s, neurons);

        foreach (var (symbol, value) in kernels.Constants)
        {
            Neuron first = group.Plan.Populations[0];
            if (kernels.Layout.Uniform(symbol) is { } slot) _uniforms.Span[slot] = Interpreter.Evaluate(value, 1, s => Values(s, first, 1))[0];
            if (kernels.Layout.Array(symbol) is null) continue;
            PinnedArray memory = _own[symbol] = new PinnedArray(group.Elements);
            foreach (var (population, start) in group.Plan.Members())
            {
                double[] values = Interpreter.Evaluate(value, population.Size, s => Values(s, population, population.Size));
                for (int i = 0; i < values.Length; i++) memory.Span.Slice((start + i) * group.Members, group.Members).Fill(values[i]);
            }
            group.Plan.Pad(memory.Span, group.Members);
        }
    }
}
