using Connexon.Compilation;

namespace Connexon;

/// <summary>
/// All neurons of a network that have the same equations, whatever populations they come from: their arrays and their kernels. Element
/// (neuron, member) is at neuron * members + member; arrays are padded to a multiple of 8 neurons with copies of the last one.
/// </summary>
internal sealed class Group
{
    public const int Padding = 8;

    private readonly Dictionary<Symbol, PinnedArray> _arrays = [];
    private readonly PinnedArray _addresses;
    private readonly PinnedArray _uniforms;
    private readonly int? _timeSlot;
    private readonly Kernel[] _stages;

    public Group(GroupPlan plan, int members, VectorWidth width, Func<Symbol, PinnedArray> place)
    {
        Plan = plan;
        Members = members;
        Width = width;
        var layout = plan.Layout;
        foreach (Symbol s in layout.Arrays) _arrays[s] = s.Kind is SymbolKind.State or SymbolKind.Input ? place(s) : new PinnedArray(Elements);
        foreach (StateVariable s in plan.Model.States) _arrays.TryAdd(s.Symbol, place(s.Symbol));

        _addresses = new PinnedArray(Math.Max(1, layout.Arrays.Count));
        int k = 0;
        foreach (Symbol s in layout.Arrays) _addresses.Span[k++] = BitConverter.Int64BitsToDouble(_arrays[s].Address);
        _uniforms = new PinnedArray(Math.Max(1, layout.Uniforms.Count));
        _timeSlot = layout.Uniform(Symbol.Time);
        plan.FillConstants(this);
        Masks = GC.AllocateArray<byte>(Elements / width.Count, pinned: true);
        _stages = [.. plan.Stages.Select(s => new Kernel(s.Passes, layout, width))];
    }

    public GroupPlan Plan { get; }

    public int Members { get; }

    public VectorWidth Width { get; }

    /// <summary>Neurons and padding, times members.</summary>
    public int Elements => Padded(Plan.Neurons) * Members;

    /// <summary>The spikes of the last step: a byte per vector, a bit per element.</summary>
    public byte[] Masks { get; }

    public int ScratchLength => Math.Max(1, Plan.Layout.ScratchBlocks * KernelLayout.BlockSize);

    public static int Padded(int neurons) => (neurons + Padding - 1) / Padding * Padding;

    public Span<double> Array(Symbol s) => _arrays[s].Span[..Elements];

    /// <summary>A copy of the values of some neurons in one member of the batch.</summary>
    public double[] Values(Symbol s, int first, int neurons, int member)
    {
        Span<double> all = Array(s);
        var values = new double[neurons];
        for (int i = 0; i < neurons; i++) values[i] = all[(first + i) * Members + member];
        return values;
    }

    public PinnedArray Memory(Symbol s) => _arrays[s];

    public void SetUniform(Symbol s, double value) => _uniforms.Span[Plan.Layout.Uniform(s)!.Value] = value;

    public void SetTime(double t)
    {
        if (_timeSlot is { } slot) _uniforms.Span[slot] = t;
    }

    /// <summary>One stage of the step for elements [start, end).</summary>
    public unsafe void Run(int stage, nint scratch, int start, int end)
    {
        fixed (byte* masks = Masks)
            _stages[stage].Run(_addresses.Address, _uniforms.Address, scratch, (nint)masks, start, end);
    }

    public bool Spiked(int element) => (Masks[element / Width.Count] >> (element % Width.Count) & 1) != 0;
}
