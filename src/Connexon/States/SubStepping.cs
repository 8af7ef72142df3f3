using Connexon.Compilation;
using Connexon.Programs;

namespace Connexon;

/// <summary>
/// Steps cells by themselves through a step of the network, one after the other, where the stages have asked for it: few cells, and few
/// steps.
/// </summary>
internal sealed class SubStepping
{
    // A cell that needs more in one step of the network is given up: its states are then no numbers.
    private const int MostSteps = 1_000_000;

    private readonly Group _group;
    private readonly Kernel _begin, _step, _end;
    private readonly ByLevel<KernelTables> _levels;
    private readonly PinnedArray _left, _spiked, _norm;
    private readonly int _halvings;

    public SubStepping(Group group, SubStepPasses passes, double dt)
    {
        var plan = new KernelPlan(group.Plan, group.Numbers, new ModelPasses([new(passes.Begin), new(passes.Step), new(passes.End)]));
        foreach (Symbol s in plan.Arrays) group.Provide(s);
        Kernel[] kernels = plan.Compile(VectorWidth.Scalar);
        (_group, _begin, _step, _end, _halvings) = (group, kernels[0], kernels[1], kernels[2], passes.Halvings);
        (_left, _spiked, _norm) = (group.Memory(passes.Left), group.Memory(passes.Spiked), group.Memory(passes.ErrorNorm));
        _levels = new(level => new KernelTables(group, plan, StepLength.Of(dt, level), dt));
        ScratchBlocks = kernels.Max(k => k.ScratchBlocks);
    }

    /// <summary>Blocks of scratch that a thread needs.</summary>
    public int ScratchBlocks { get; }

    public void PrepareLevel(int level) => _levels.Prepare(level);

    public void SetTime(double t, int level) => _levels[level].SetTime(t);

    /// <summary>Steps the cells of the elements [start, end) that were reported, and reports those that spiked.</summary>
    public void Run(PinnedArray scratch, int start, int end, int level)
    {
        SpikeMasks spikes = _group.Spikes;
        ReadOnlySpan<byte> masks = spikes.Bytes;
        int width = spikes.Element(1, 0);
        for (int index = start / width; index * width < end; index++)
        {
            if (masks[index] == 0) continue;
            for (int element = index * width; element < Math.Min(end, (index + 1) * width); element++)
                if (spikes[element]) spikes[element] = Step(scratch, element, level);
        }
    }

    private bool Step(PinnedArray scratch, int element, int level)
    {
        KernelTables tables = _levels[level];
        Run(_begin);
        // Too long a step for what its partners do is taken again in halves: nothing of it is kept.
        if (_norm.Span[element] > 1 && level < _halvings) return false;
        int steps = 0;
        while (_left.Span[element] > 0 && steps++ < MostSteps) Run(_step);
        Run(_end);
        if (_left.Span[element] > 0) _norm.Span[element] = double.PositiveInfinity;
        return _spiked.Span[element] > 0;

        void Run(Kernel kernel) => kernel.Run(tables.Addresses, tables.Uniforms, scratch.Address, 0, element, element + 1);
    }
}
