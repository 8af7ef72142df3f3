using Connexon.Compilation;
using Connexon.Programs;

namespace Connexon;

/// <summary>A pass on single elements of a group, between steps: what an event sets, a quantity to be recorded.</summary>
internal sealed class SideKernel
{
    private readonly Kernel _kernel;
    private readonly KernelTables _tables;
    private readonly PinnedArray _scratch;

    public SideKernel(Group group, Pass pass, double dt)
    {
        var plan = new KernelPlan(group.Plan, group.Numbers, new ModelPasses([new StagePasses([pass])]));
        foreach (Symbol s in plan.Arrays) group.Provide(s);
        _tables = new KernelTables(group, plan, dt, dt);
        _kernel = plan.Compile(VectorWidth.Scalar)[0];
        _scratch = new PinnedArray(Math.Max(1, _kernel.ScratchBlocks * KernelLayout.BlockSize));
    }

    public void SetTime(double t) => _tables.SetTime(t);

    /// <summary>Runs on one element, counted with members.</summary>
    public void Run(int element) => Run(element, element + 1);

    /// <summary>Runs on the elements [first, end), counted with members.</summary>
    public void Run(int first, int end) => _kernel.Run(_tables.Addresses, _tables.Uniforms, _scratch.Address, 0, first, end);
}
