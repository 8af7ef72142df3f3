using System.Reflection.Emit;
using Connexon.Programs;

namespace Connexon.Compilation;

/// <summary>The operations of a program as instructions of the run-time, for one width. Arguments are on the stack, and so is the result.</summary>
internal abstract class InstructionSet
{
    private static readonly InstructionSet[] Sets = [new VectorInstructions(512), new VectorInstructions(256), new VectorInstructions(128), new ScalarInstructions()];

    public static InstructionSet Of(VectorWidth width) => Sets.First(s => s.Count == width.Count);

    /// <summary>The type of a value.</summary>
    public abstract Type Type { get; }

    /// <summary>How many elements one value holds.</summary>
    public abstract int Count { get; }

    /// <summary>Whether the processor has <see cref="Op.Scale"/>.</summary>
    public abstract bool HasScale { get; }

    /// <summary>From the address of its first element.</summary>
    public abstract void Load(ILGenerator il);

    /// <summary>To the address below it.</summary>
    public abstract void Store(ILGenerator il);

    /// <summary>A double in every element.</summary>
    public abstract void Broadcast(ILGenerator il);

    /// <summary>A bit for each element, set where a mask is; as 32 bits.</summary>
    public abstract void MaskBits(ILGenerator il);

    /// <summary>An operation on values.</summary>
    public abstract void Apply(ILGenerator il, Instruction i);
}
