namespace Connexon.Compilation;

/// <summary>Where the values of each symbol are found by a kernel.</summary>
internal sealed class KernelLayout
{
    /// <summary>Neurons per block: the scratch of a block stays in the first-level cache.</summary>
    public const int BlockSize = 256;

    private readonly Dictionary<Symbol, int> _arrays = [];
    private readonly Dictionary<Symbol, int> _uniforms = [];
    private readonly Dictionary<Symbol, int> _scratch = [];

    /// <summary>Symbols with a value per neuron, in the order of the address table.</summary>
    public IReadOnlyCollection<Symbol> Arrays => _arrays.Keys;

    /// <summary>Symbols with one value for all, in the order of the table of uniforms.</summary>
    public IReadOnlyCollection<Symbol> Uniforms => _uniforms.Keys;

    /// <summary>Blocks of scratch that a thread needs.</summary>
    public int ScratchBlocks => _scratch.Count;

    public void AddArray(Symbol s) => _arrays.TryAdd(s, _arrays.Count);

    public void AddUniform(Symbol s) => _uniforms.TryAdd(s, _uniforms.Count);

    public int? Array(Symbol s) => _arrays.TryGetValue(s, out int i) ? i : null;

    public int? Uniform(Symbol s) => _uniforms.TryGetValue(s, out int i) ? i : null;

    /// <summary>The slot of a scratch symbol; made at first use.</summary>
    public int Scratch(Symbol s)
    {
        if (!_scratch.TryGetValue(s, out int slot)) _scratch.Add(s, slot = _scratch.Count);
        return slot;
    }
}
