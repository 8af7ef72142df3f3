namespace Connexon.Compilation;

/// <summary>Compiled passes, run block by block so that what one pass writes to scratch is still in the cache for the next.</summary>
internal sealed class Kernel
{
    private readonly PassFunction[] _passes;

    public Kernel(IEnumerable<Pass> passes, KernelLayout layout, VectorWidth width) =>
        _passes = [.. passes.Select(p => PassCompiler.Compile(p, layout, width))];

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
