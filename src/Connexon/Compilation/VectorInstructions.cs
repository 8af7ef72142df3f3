using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Connexon.Programs;

namespace Connexon.Compilation;

/// <summary>The run-time's vector methods, each of which it compiles to an instruction.</summary>
internal sealed class VectorInstructions : InstructionSet
{
    private readonly Type _class;
    private readonly Type _processor;
    private readonly Type _bits, _integer;
    private readonly ConcurrentDictionary<(string Name, Type First, Type? Second), MethodInfo> _methods = [];

    /// <param name="bits">The width.</param>
    /// <param name="precision">Of which numbers.</param>
    public VectorInstructions(int bits, Precision precision) : base(precision)
    {
        Count = bits / 8 / Size;
        _integer = precision == Precision.Double ? typeof(long) : typeof(int);
        (_class, Type vector, _processor, HasScale) = bits switch
        {
            512 => (typeof(Vector512), typeof(Vector512<>), typeof(Avx512F), Avx512F.IsSupported),
            256 => (typeof(Vector256), typeof(Vector256<>), typeof(Avx512F.VL), Avx512F.VL.IsSupported),
            _ => (typeof(Vector128), typeof(Vector128<>), typeof(Avx512F.VL), Avx512F.VL.IsSupported),
        };
        (Type, _bits) = (vector.MakeGenericType(Number), vector.MakeGenericType(_integer));
    }

    public override Type Type { get; }

    public override int Count { get; }

    public override bool HasScale { get; }

    public override void Load(ILGenerator il) => Call(il, "Load", Number.MakePointerType());

    public override void Store(ILGenerator il)
    {
        il.Emit(OpCodes.Unaligned, (byte)1);
        il.Emit(OpCodes.Stobj, Type);
    }

    public override void Broadcast(ILGenerator il) => Call(il, "Create", Number);

    public override void MaskBits(ILGenerator il)
    {
        Call(il, "ExtractMostSignificantBits", Type);
        il.Emit(OpCodes.Conv_I4);
    }

    public override void Apply(ILGenerator il, Instruction i)
    {
        switch (i.Op)
        {
            case Op.ShiftLeft or Op.ShiftRight:
                Call(il, $"As{_integer.Name}", Type);
                il.Emit(OpCodes.Ldc_I4, i.B);
                Call(il, i.Op == Op.ShiftLeft ? "ShiftLeft" : "ShiftRightLogical", _bits, typeof(int));
                Call(il, $"As{Number.Name}", _bits);
                break;
            case Op.AddBits or Op.SubtractBits:
                LocalBuilder b = il.DeclareLocal(_bits);
                Call(il, $"As{_integer.Name}", Type);
                il.Emit(OpCodes.Stloc, b);
                Call(il, $"As{_integer.Name}", Type);
                il.Emit(OpCodes.Ldloc, b);
                Call(il, i.Op == Op.AddBits ? "Add" : "Subtract", _bits, _bits);
                Call(il, $"As{Number.Name}", _bits);
                break;
            case Op.Scale:
                il.EmitCall(OpCodes.Call, _processor.GetMethod(nameof(Avx512F.Scale), [Type, Type])!, null);
                break;
            default:
                Call(il, NameOf(i.Op), Type, i.Arguments > 1 ? Type : null);
                break;
        }
    }

    private void Call(ILGenerator il, string name, Type first, Type? second = null) =>
        il.EmitCall(OpCodes.Call, _methods.GetOrAdd((name, first, second), key => Find(key.Name, key.First, key.Second)), null);

    private MethodInfo Find(string name, Type first, Type? second) => _class.GetMethods()
        .Where(m => m.Name == name)
        .Select(m => !m.IsGenericMethodDefinition ? m
            : m.GetGenericArguments().Length == 1 ? m.MakeGenericMethod(first == _bits ? _integer : Number)
            : null)
        .First(m => m is not null && m.GetParameters() is [var a, .. var more] && a.ParameterType == first
            && (second is null ? more.Length == 0 : more.Length > 0 && more.All(p => p.ParameterType == second)))!;

    /// <summary>What the run-time calls an operation.</summary>
    private static string NameOf(Op op) => op switch
    {
        Op.MultiplyAdd => "FusedMultiplyAdd",
        Op.AtMost => "MinNative",
        Op.AtLeast => "MaxNative",
        Op.Less => "LessThan",
        Op.LessOrEqual => "LessThanOrEqual",
        Op.Equal => "Equals",
        Op.And => "BitwiseAnd",
        Op.Or => "BitwiseOr",
        Op.Not => "OnesComplement",
        Op.Select => "ConditionalSelect",
        _ => op.ToString(),
    };
}
