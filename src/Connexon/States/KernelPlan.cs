using Connexon.Compilation;
using Connexon.Programs;

namespace Connexon;

/// <summary>
/// A method's stages for a group as programs, with the constants of the run taken out and a place for everything that they read and write.
/// </summary>
internal sealed class KernelPlan
{
    private readonly Prologue _prologue = new();
    private readonly SlotTable _slots;

    public KernelPlan(GroupLayout group, ParameterValues numbers, ModelPasses passes)
    {
        (Group, Passes) = (group, passes);
        _slots = new SlotTable(_prologue);
        Programs = [.. passes.Stages.Select(s => _prologue.Extract(Lowering.Of(s.Passes, _slots.Of)).Fused())];
        Prologue = _prologue.Program();
        Layout = new KernelLayout(_slots.Arrays.Count, _slots.Uniforms.Count, Uniform(s => numbers.IsUniform(group, s)));
        OfMembers = Constants.Keys.Any(s => s.Kind != SymbolKind.TimeStep && numbers.OfMembers(group, s));
    }

    /// <summary>The neurons.</summary>
    public GroupLayout Group { get; }

    public ModelPasses Passes { get; }

    /// <summary>What each stage computes for one element.</summary>
    public IReadOnlyList<Program> Programs { get; }

    /// <summary>
    /// What is computed once before the run, and again where a parameter changes: from <see cref="Constants"/>, to other constants.
    /// </summary>
    public Program Prologue { get; }

    public KernelLayout Layout { get; }

    /// <summary>Symbols with a value for each element, in the order of the table of addresses.</summary>
    public IReadOnlyList<Symbol> Arrays => _slots.Arrays;

    /// <summary>Symbols with one value for all that changes, in the order of the table of uniforms.</summary>
    public IReadOnlyList<Symbol> Uniforms => _slots.Uniforms;

    /// <summary>Parameters, and the step, with their constants.</summary>
    public IReadOnlyDictionary<Symbol, Slot> Constants => _prologue.Symbols;

    /// <summary>True if constants differ between members of the batch.</summary>
    public bool OfMembers { get; }

    /// <summary>Kernels of all stages, compiled.</summary>
    public Kernel[] Compile(VectorWidth width, Precision precision = Precision.Double) =>
        Kernel.Many([.. Programs.Select(Layout.Place)], width, precision);

    /// <summary>What a program computes, with the names of what it reads and writes.</summary>
    public string Text(Program program) => program.Text(_slots.NameOf);

    // A constant is the same for all elements if all that it is made of is.
    private bool[] Uniform(Func<Symbol, bool> isUniform)
    {
        var uniform = new bool[_prologue.Count];
        foreach (var (symbol, slot) in Constants) uniform[slot.Index] = symbol.Kind == SymbolKind.TimeStep || isUniform(symbol);
        var values = new bool[Prologue.Instructions.Length];
        for (int k = 0; k < values.Length; k++)
        {
            Instruction i = Prologue.Instructions[k];
            values[k] = i.Op != Op.Load || uniform[i.Slot.Index];
            for (int j = 0; j < i.Arguments; j++) values[k] &= values[i[j]];
        }
        foreach (var (to, value) in Prologue.Stores) uniform[to.Index] = values[value];
        return uniform;
    }
}
