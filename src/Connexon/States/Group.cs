using Connexon.Compilation;

namespace Connexon;

/// <summary>
/// All neurons of a network that have the same equations, whatever populations they come from: their arrays and their kernels. Element
/// (neuron, member) is at neuron * members + member; arrays are padded to whole vectors of the widest kind with copies of the last one.
/// </summary>
internal sealed class Group
{
    private readonly Func<Symbol, PinnedArray?> _place;
    private readonly Dictionary<Symbol, PinnedArray> _arrays = [];
    private readonly ByLevel<KernelTables> _levels;
    // All that are made on this group: of its stages, of sub-steps, of what is between steps.
    private readonly List<KernelTables> _tables = [];
    private Kernel[] _stages = [];
    private SubStepping? _subSteps;
    private double _dt;

    /// <summary>The memory of the states.</summary>
    /// <param name="plan">The populations.</param>
    /// <param name="numbers">Their numbers, for the members of the batch that run together.</param>
    /// <param name="place">Where a symbol lies that others share (inputs, coupled states); null for memory of the group's own.</param>
    /// <param name="precision">Of which numbers.</param>
    public Group(GroupLayout plan, ParameterValues numbers, Func<Symbol, PinnedArray?> place, Precision precision = Precision.Double)
    {
        Precision = precision;
        (Plan, Numbers) = (plan, numbers);
        _place = place;
        _levels = new(level => new KernelTables(this, Kernels, StepLength.Of(_dt, level), _dt));
        foreach (StateVariable s in plan.Model.States) _arrays[s.Symbol] = NewArray(s.Symbol);
    }

    public GroupLayout Plan { get; }

    /// <summary>The numbers of the run.</summary>
    public ParameterValues Numbers { get; }

    public int Members => Numbers.Members;

    public KernelPlan Kernels { get; private set; } = null!;

    public Precision Precision { get; }

    /// <summary>Neurons and padding, times members.</summary>
    public int Elements => GroupLayout.Padded(Plan.Neurons, Precision) * Members;

    /// <summary>The spikes of the last step.</summary>
    public SpikeMasks Spikes { get; private set; } = new(0, 1);

    public int ScratchLength
    {
        get
        {
            int ofStages = _stages.Select(s => s.ScratchBlocks).DefaultIfEmpty().Max();
            return Math.Max(1, Math.Max(_subSteps?.ScratchBlocks ?? 0, ofStages) * KernelLayout.BlockSize);
        }
    }

    /// <summary>Compiles a method's stages for steps of a length, and makes room for what they keep.</summary>
    public void Prepare(KernelPlan kernels, double dt, VectorWidth width)
    {
        (Kernels, _dt) = (kernels, dt);
        foreach (Symbol s in Kernels.Arrays) Provide(s);
        if (kernels.Passes.SubSteps is { } subSteps) _subSteps = new SubStepping(this, subSteps, dt);
        PrepareLevel(0);
        Spikes = new SpikeMasks(Elements, width.Lanes(Precision));
        _stages = Kernels.Compile(width, Precision);
    }

    /// <summary>Makes steps of dt / 2^level possible.</summary>
    public void PrepareLevel(int level)
    {
        _levels.Prepare(level);
        _subSteps?.PrepareLevel(level);
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
        PinnedArray all = _arrays[s];
        var values = new double[neurons];
        for (int i = 0; i < neurons; i++) values[i] = all[(first + i) * Members + member];
        return values;
    }

    public PinnedArray Memory(Symbol s) => _arrays[s];

    public void SetTime(double t, int level = 0)
    {
        _levels[level].SetTime(t);
        _subSteps?.SetTime(t, level);
    }

    /// <summary>One stage of the step for elements [start, end).</summary>
    public unsafe void Run(int stage, PinnedArray scratch, int start, int end, int level = 0)
    {
        KernelTables tables = _levels[level];
        fixed (byte* masks = Spikes.Bytes)
            _stages[stage].Run(tables.Addresses, tables.Uniforms, scratch.Address, (nint)masks, start, end);
        if (stage == Kernels.Passes.SubSteps?.Stage) _subSteps!.Run(scratch, start, Math.Min(end, Plan.Neurons * Members), level);
    }

    private PinnedArray NewArray(Symbol s) => _place(s) ?? new PinnedArray(Elements, Precision);
}
