using System.Reflection.Emit;
using Connexon.Programs;

namespace Connexon.Compilation;

/// <summary>
/// The operations of a program as instructions of the run-time, for one width. Arguments are on the stack, and so is the result.
/// </summary>
internal abstract class InstructionSet
{
    private static readonly InstructionSet[] Sets = [.. Enum.GetValues<Precision>().SelectMany(p => (InstructionSet[])
        [new VectorInstructions(512, p), new VectorInstructions(256, p), new VectorInstructions(128, p), new ScalarInstructions(p)])];

    protected InstructionSet(Precision precision) => Precision = precision;

    public static InstructionSet Of(VectorWidth width, Precision precision = Precision.Double) =>
        Sets.First(s => s.Precision == precision && s.Count == width.Lanes(precision));

    /// <summary>Of which numbers.</summary>
    public Precision Precision { get; }

    /// <summary>The type of one number.</summary>
    public Type Number => Precision == Precision.Double ? typeof(double) : typeof(float);

    /// <summary>Its bytes.</summary>
    public int Size => Precision == Precision.Double ? sizeof(double) : sizeof(float);

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

    /// <summary>One number in every element.</summary>
    public abstract void Broadcast(ILGenerator il);

    /// <summary>A number, from its address, in every element.</summary>
    public void Share(ILGenerator il)
    {
        il.Emit(OpCodes.Ldobj, Number);
        Broadcast(il);
    }

    /// <summary>A number that is known in every element.</summary>
    public void Share(ILGenerator il, double number)
    {
        if (Precision == Precision.Double) il.Emit(OpCodes.Ldc_R8, number);
        else il.Emit(OpCodes.Ldc_R4, (float)number);
        Broadcast(il);
    }

    /// <summary>A bit for each element, set where a mask is; as 32 bits.</summary>
    public abstract void MaskBits(ILGenerator il);

    /// <summary>An operation on values.</summary>
    public abstract void Apply(ILGenerator il, Instruction i);
}
