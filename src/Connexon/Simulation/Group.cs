using Connexon.Compilation;

namespace Connexon;

/// <summary>
/// All neurons of a network that have the same equations, whatever populations they come from: their arrays and their kernels. Element
/// (neuron, member) is at neuron * members + member; arrays are padded to a multiple of 8 neurons with copies of the last one.
/// </summary>
internal sealed class Group
{
    public const int Padding = 8;

    private readonly Func<Symbol, PinnedArray?> _place;
    private readonly Dictionary<Symbol, PinnedArray> _arrays = [];
    private readonly ByLevel<KernelTables> _levels;
    private readonly List<KernelTables> _tables = []; // all that are made on this group: of its stages, of own steps, of what is between steps
    private Kernel[] _stages = [];
    private OwnStepping? _own;
    private double _dt;

    /// <summary>The memory of the states.</summary>
    /// <param name="plan">The populations.</param>
    /// <param name="members">Members of the batch that run together.</param>
    /// <param name="place">Where a symbol lies that others share (inputs, coupled states); null for memory of the group's own.</param>
    public Group(GroupPlan plan, int members, Func<Symbol, PinnedArray?> place)
    {
        Plan = plan;
        Members = members;
        _place = place;
        _levels = new(level => new KernelTables(this, Kernels, StepLength.Of(_dt, level), _dt));
        foreach (StateVariable s in plan.Model.States) _arrays[s.Symbol] = NewArray(s.Symbol);
    }

    public GroupPlan Plan { get; }

    public int Members { get; }

    public KernelPlan Kernels { get; private set; } = null!;

    public VectorWidth Width { get; private set; } = VectorWidth.Widest;

    /// <summary>Neurons and padding, times members.</summary>
    public int Elements => Padded(Plan.Neurons) * Members;

    /// <summary>The spikes of the last step: a byte per vector, a bit per element.</summary>
    public byte[] Masks { get; private set; } = [];

    public int ScratchLength => Math.Max(1, Math.Max(_own?.ScratchBlocks ?? 0, _stages.Select(s => s.ScratchBlocks).DefaultIfEmpty().Max()) * KernelLayout.BlockSize);

    public static int Padded(int neurons) => (neurons + Padding - 1) / Padding * Padding;

    /// <summary>Compiles a method's stages for steps of a length.</summary>
    public void Prepare(Scheme scheme, double dt, VectorWidth width)
    {
        (Kernels, Width, _dt) = (new KernelPlan(Plan, scheme), width, dt);
        foreach (Symbol s in Kernels.Arrays) Provide(s);
        if (scheme.Own is { } own) _own = new OwnStepping(this, own, dt);
        PrepareLevel(0);
        Masks = GC.AllocateArray<byte>(Elements / width.Count, pinned: true);
        _stages = Kernels.Compile(width);
    }

    /// <summary>Makes steps of dt / 2^level possible.</summary>
    public void PrepareLevel(int level)
    {
        _levels.Prepare(level);
        _own?.PrepareLevel(level);
    }

    /// <summary>Computes the constants of the run anew: parameters have changed.</summary>
    public void Renew()
    {
        foreach (KernelTables tables in _tables) tables.Renew();
    }

    /// <summary>Tables hold constants of the run, which may have to be computed anew.</summary>
    public void Register(KernelTables tables) => _tables.Add(tables);

    /// <summary>Makes memory for what changes during a run, if it has none yet.</summary>
    public void Provide(Symbol s)
    {
        if (s.Kind is not (SymbolKind.Parameter or SymbolKind.Constant) && !_arrays.ContainsKey(s)) _arrays.Add(s, NewArray(s));
    }

    /// <summary>True if a symbol has memory here.</summary>
    public bool Has(Symbol s) => _arrays.ContainsKey(s);

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

    public void SetTime(double t, int level = 0)
    {
        _levels[level].SetTime(t);
        _own?.SetTime(t, level);
    }

    /// <summary>One stage of the step for elements [start, end).</summary>
    public unsafe void Run(int stage, nint scratch, int start, int end, int level = 0)
    {
        KernelTables tables = _levels[level];
        fixed (byte* masks = Masks)
            _stages[stage].Run(tables.Addresses, tables.Uniforms, scratch, (nint)masks, start, end);
        if (stage == Kernels.Scheme.Own?.Stage) _own!.Run(scratch, start, Math.Min(end, Plan.Neurons * Members), level);
    }

    public bool Spiked(int element) => (Masks[element / Width.Count] >> (element % Width.Count) & 1) != 0;

    /// <summary>Says whether an element spiked in this step.</summary>
    public void Report(int element, bool spiked)
    {
        byte bit = (byte)(1 << (element % Width.Count));
        if (spiked) Masks[element / Width.Count] |= bit;
        else Masks[element / Width.Count] &= (byte)~bit;
    }

    private PinnedArray NewArray(Symbol s) => _place(s) ?? new PinnedArray(Elements);
}
