using Connexon.Programs;

namespace Connexon.Compilation;

/// <summary>
/// Where a kernel finds what it reads and writes: the entries of two tables. Arrays come first as the program numbers them, then constants
/// that have a value for each element; uniforms likewise.
/// </summary>
internal sealed class KernelLayout
{
    /// <summary>Elements per block: the scratch of a block stays in the first-level cache.</summary>
    public const int BlockSize = 256;

    private readonly Slot[] _constants;

    /// <param name="arrays">How many arrays the programs number.</param>
    /// <param name="uniforms">How many uniforms.</param>
    /// <param name="isUniform">For each constant, whether all elements share it.</param>
    public KernelLayout(int arrays, int uniforms, IReadOnlyList<bool> isUniform)
    {
        (Arrays, Uniforms) = (arrays, uniforms);
        _constants = [.. isUniform.Select(u => u ? new Slot(SlotKind.Uniform, Uniforms++) : new Slot(SlotKind.Array, Arrays++))];
    }

    /// <summary>Entries of the table of addresses.</summary>
    public int Arrays { get; private set; }

    /// <summary>Entries of the table of what all elements share.</summary>
    public int Uniforms { get; private set; }

    /// <summary>Where each constant is.</summary>
    public IReadOnlyList<Slot> Constants => _constants;

    /// <summary>The program with its constants where they are.</summary>
    public Program Place(Program program) =>
        program.Rewrite((to, _, i) => i is { Op: Op.Load, Slot.Kind: SlotKind.Constant } ? to.Load(_constants[i.Slot.Index]) : to.Add(i));
}
