using System.Reflection.Emit;
using Connexon.Programs;

namespace Connexon.Compilation;

/// <summary>One number at a time: for machines without vectors, and for single elements between steps.</summary>
internal sealed class ScalarInstructions(Precision precision) : InstructionSet(precision)
{
    public override Type Type => Number;

    public override int Count => 1;

    public override bool HasScale => false;

    public override void Load(ILGenerator il) => il.Emit(OpCodes.Ldobj, Number);

    public override void Store(ILGenerator il) => il.Emit(OpCodes.Stobj, Number);

    public override void Broadcast(ILGenerator il) { }

    public override void MaskBits(ILGenerator il)
    {
        Bits(il);
        il.Emit(OpCodes.Ldc_I4, 8 * Size - 1);
        il.Emit(OpCodes.Shr_Un);
        il.Emit(OpCodes.Conv_I4);
    }

    public override void Apply(ILGenerator il, Instruction i)
    {
        switch (i.Op)
        {
            case Op.Add: il.Emit(OpCodes.Add); break;
            case Op.Subtract: il.Emit(OpCodes.Sub); break;
            case Op.Multiply: il.Emit(OpCodes.Mul); break;
            case Op.Divide: il.Emit(OpCodes.Div); break;
            case Op.Negate: il.Emit(OpCodes.Neg); break;
            case Op.MultiplyAdd: Call(il, Library, nameof(Math.FusedMultiplyAdd), 3); break;
            case Op.AtMost: Call(il, Number, nameof(double.MinNative), 2); break;
            case Op.AtLeast: Call(il, Number, nameof(double.MaxNative), 2); break;
            case Op.Abs or Op.Sqrt or Op.Floor or Op.Round or Op.Min or Op.Max: Call(il, Library, i.Op.ToString(), i.Arguments); break;
            case Op.ShiftLeft: OnBits(il, i.B, OpCodes.Shl); break;
            case Op.ShiftRight: OnBits(il, i.B, OpCodes.Shr_Un); break;
            default: Call(il, Operations, i.Op.ToString(), i.Arguments); break;
        }
    }

    private Type Library => Precision == Precision.Double ? typeof(Math) : typeof(MathF);

    private Type Operations =>
        Precision == Precision.Double ? typeof(ScalarOperations<double, long>) : typeof(ScalarOperations<float, int>);

    private void OnBits(ILGenerator il, int count, OpCode shift)
    {
        Bits(il);
        il.Emit(OpCodes.Ldc_I4, count);
        il.Emit(shift);
        Call(il, Operations, nameof(ScalarOperations<,>.OfBits), [Precision == Precision.Double ? typeof(long) : typeof(int)]);
    }

    private void Bits(ILGenerator il) => Call(il, Operations, nameof(ScalarOperations<,>.Bits), 1);

    private void Call(ILGenerator il, Type type, string name, int arguments) =>
        Call(il, type, name, [.. Enumerable.Repeat(Number, arguments)]);

    private static void Call(ILGenerator il, Type type, string name, Type[] arguments) =>
        il.EmitCall(OpCodes.Call, type.GetMethod(name, arguments)!, null);
}
