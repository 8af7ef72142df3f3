namespace Connexon.Compilation;

/// <summary>Compiled passes, run block by block so that what one pass writes to scratch is still in the cache for the next.</summary>
internal sealed class Kernel
{
    private const int TableLength = 4096; // of a table without values, for a call that does nothing

    private readonly PassFunction[] _passes;

    private Kernel(PassFunction[] passes) => _passes = passes;

    public Kernel(IEnumerable<Pass> passes, KernelLayout layout, VectorWidth width) : this([.. passes.Select(p => PassCompiler.Compile(p, layout, width))]) { }

    /// <summary>A kernel for each list of passes, compiled to machine code by all processors at once.</summary>
    public static Kernel[] Many(IReadOnlyList<IReadOnlyList<Pass>> kernels, KernelLayout layout, VectorWidth width)
    {
        // Scratch gets its slots in the order of the passes, not in that in which they happen to be compiled.
        foreach (Symbol s in kernels.SelectMany(k => k).SelectMany(p => p.Assignments).SelectMany(a => a.Value.Symbols().Append(a.Target)))
            if (s.Kind == SymbolKind.Scratch) layout.Scratch(s);
        var passes = kernels.SelectMany((k, i) => k.Select(p => (Kernel: i, Pass: p))).ToArray();
        var compiled = new PassFunction[passes.Length];
        var nothing = new PinnedArray(Math.Max(TableLength, layout.Arrays.Count + layout.Uniforms.Count));
        Parallel.For(0, passes.Length, i =>
        {
            compiled[i] = PassCompiler.Compile(passes[i].Pass, layout, width);
            // The first call makes the machine code; over no neurons it does nothing else.
            compiled[i](nothing.Address, nothing.Address, nothing.Address, nothing.Address, 0, 0);
        });
        return [.. kernels.Select((_, k) => new Kernel([.. Enumerable.Range(0, passes.Length).Where(i => passes[i].Kernel == k).Select(i => compiled[i])]))];
    }

    /// <summary>Runs all passes over the neurons [start, end).</summary>
    public void Run(nint arrays, nint uniforms, nint scratch, nint masks, int start, int end)
    {
        for (int block = start; block < end; block += KernelLayout.BlockSize)
        {
            int stop = Math.Min(block + KernelLayout.BlockSize, end);
            foreach (PassFunction pass in _passes) pass(arrays, uniforms, scratch, masks, block, stop);
        }
    }
}
