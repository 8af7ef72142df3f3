using Connexon.Programs;

namespace Connexon.Compilation;

/// <summary>
/// A compiled program: loops that are run block by block, so that what one leaves in scratch is still in the cache for the next.
/// </summary>
internal sealed class Kernel
{
    private readonly LoopFunction[] _loops;

    private Kernel(LoopFunction[] loops, int scratchBlocks) => (_loops, ScratchBlocks) = (loops, scratchBlocks);

    /// <summary>Blocks of scratch that a thread needs.</summary>
    public int ScratchBlocks { get; }

    /// <summary>A kernel for each program, compiled to machine code by all processors at once.</summary>
    /// <param name="programs">Programs without constants.</param>
    /// <param name="width">How many elements at once.</param>
    /// <param name="precision">Of which numbers.</param>
    public static Kernel[] Many(IReadOnlyList<Program> programs, VectorWidth width, Precision precision = Precision.Double)
    {
        InstructionSet set = InstructionSet.Of(width, precision);
        var loops = programs.SelectMany((p, k) => Schedule.Of(p.Expanded(set.HasScale, precision)).Select(loop => (Kernel: k, Loop: loop)))
            .ToArray();
        var compiled = new LoopFunction[loops.Length];
        var arrays = loops.SelectMany(l => Slots(l.Loop)).Where(s => s.Kind is SlotKind.Array or SlotKind.Uniform).Select(s => s.Index);
        var nothing = new PinnedArray(1 + arrays.DefaultIfEmpty().Max());
        Parallel.For(0, loops.Length, i =>
        {
            compiled[i] = LoopCompiler.Compile(loops[i].Loop, set);
            // The first call makes the machine code; over no elements it does nothing else.
            compiled[i](nothing.Address, nothing.Address, nothing.Address, nothing.Address, 0, 0);
        });
        return [.. programs.Select((_, k) => new Kernel([.. compiled.Where((_, i) => loops[i].Kernel == k)], 1 + Scratch(k)))];

        int Scratch(int kernel) => loops.Where(l => l.Kernel == kernel).SelectMany(l => Slots(l.Loop))
            .Where(s => s.Kind == SlotKind.Scratch).Select(s => s.Index).DefaultIfEmpty(-1).Max();
    }

    /// <summary>Runs all loops over the elements [start, end).</summary>
    public void Run(nint arrays, nint uniforms, nint scratch, nint masks, int start, int end)
    {
        for (int block = start; block < end; block += KernelLayout.BlockSize)
        {
            int stop = Math.Min(block + KernelLayout.BlockSize, end);
            foreach (LoopFunction loop in _loops) loop(arrays, uniforms, scratch, masks, block, stop);
        }
    }

    private static IEnumerable<Slot> Slots(Program loop) =>
        loop.Instructions.ToArray().Where(i => i.Op == Op.Load).Select(i => i.Slot).Concat(loop.Stores.Select(s => s.To));
}
