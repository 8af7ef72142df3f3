using System.Reflection.Emit;
using Connexon.Programs;

namespace Connexon.Compilation;

/// <summary>A compiled loop over elements [start, end), which are multiples of the widest vector.</summary>
/// <param name="arrays">Table of the addresses of the arrays.</param>
/// <param name="uniforms">Table of the values that all elements share.</param>
/// <param name="scratch">The thread's scratch.</param>
/// <param name="masks">A bit for each element that spikes; see <see cref="SpikeMasks"/>.</param>
/// <param name="start">The first element of the block.</param>
/// <param name="end">The one after the last.</param>
internal delegate void LoopFunction(nint arrays, nint uniforms, nint scratch, nint masks, nint start, nint end);

/// <summary>
/// Writes a program down as a loop over vectors. A value that is used once stays on the stack until it is, others have a variable;
/// everything is computed before anything is stored. Nothing is called that the run-time might not turn into an instruction.
/// </summary>
internal sealed class LoopCompiler
{
    private readonly Program _program;
    private readonly InstructionSet _set;
    private readonly DynamicMethod _method =
        new("loop", typeof(void), [.. Enumerable.Repeat(typeof(nint), 6)], typeof(LoopCompiler).Module, skipVisibility: true);
    private readonly ILGenerator _il;
    private readonly LocalBuilder _at; // the offset of the current vector in any array, in bytes
    private readonly Dictionary<Slot, LocalBuilder> _places = [];
    private readonly LocalBuilder?[] _variables;

    private LoopCompiler(Program program, InstructionSet set)
    {
        (_program, _set, _il) = (program, set, _method.GetILGenerator());
        _at = _il.DeclareLocal(typeof(nint));
        _variables = new LocalBuilder?[program.Instructions.Length];
    }

    /// <param name="program">A program without functions and constants, short enough for one loop.</param>
    /// <param name="set">The instructions to write it in.</param>
    public static LoopFunction Compile(Program program, InstructionSet set)
    {
        JustInTime.Require();
        return new LoopCompiler(program, set).Compile();
    }

    private LoopFunction Compile()
    {
        foreach (Instruction i in _program.Instructions)
            if (i.Op == Op.Load) Place(i.Slot);
        foreach (var (to, _) in _program.Stores)
            if (to.Kind != SlotKind.Spikes) Place(to);
        Label body = _il.DefineLabel(), test = _il.DefineLabel();
        Bytes(argument: 4);
        _il.Emit(OpCodes.Stloc, _at);
        _il.Emit(OpCodes.Br, test);
        _il.MarkLabel(body);
        Body();
        _il.Emit(OpCodes.Ldloc, _at);
        _il.Emit(OpCodes.Ldc_I4, _set.Count * _set.Size);
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Add);
        _il.Emit(OpCodes.Stloc, _at);
        _il.MarkLabel(test);
        _il.Emit(OpCodes.Ldloc, _at);
        Bytes(argument: 5);
        _il.Emit(OpCodes.Blt, body);
        _il.Emit(OpCodes.Ret);
        return _method.CreateDelegate<LoopFunction>();
    }

    // Before the loop: the address of an array, or the value that all share.
    private void Place(Slot slot)
    {
        if (_places.ContainsKey(slot)) return;
        LocalBuilder place = _places[slot] = _il.DeclareLocal(slot.Kind == SlotKind.Uniform ? _set.Type : typeof(nint));
        switch (slot.Kind)
        {
            case SlotKind.Array:
                Entry(argument: 0, slot.Index * sizeof(long));
                _il.Emit(OpCodes.Ldind_I);
                break;
            case SlotKind.Uniform:
                Entry(argument: 1, slot.Index * _set.Size);
                _set.Share(_il);
                break;
            case SlotKind.Scratch: // holds one block: shifted back by the block's start, so that it is indexed like any array
                Entry(argument: 2, slot.Index * KernelLayout.BlockSize * _set.Size);
                Bytes(argument: 4);
                _il.Emit(OpCodes.Sub);
                break;
            default:
                throw new InvalidOperationException($"{slot} has no place in memory.");
        }
        _il.Emit(OpCodes.Stloc, place);
    }

    private void Body()
    {
        int[] uses = _program.Uses();
        foreach (var (_, value) in _program.Stores) uses[value]++; // computed before anything is stored
        for (int k = 0; k < uses.Length; k++)
        {
            Instruction i = _program.Instructions[k];
            if (uses[k] < 2 || i.Op == Op.Number || (i.Op == Op.Load && i.Slot.Kind == SlotKind.Uniform)) continue;
            Compute(k);
            _il.Emit(OpCodes.Stloc, _variables[k] = _il.DeclareLocal(_set.Type));
        }
        foreach (var (to, value) in _program.Stores)
        {
            Address(to);
            Value(value);
            if (to.Kind == SlotKind.Spikes)
            {
                _set.MaskBits(_il);
                _il.Emit(_set.Count > 8 ? OpCodes.Stind_I2 : OpCodes.Stind_I1);
            }
            else _set.Store(_il);
        }
    }

    private void Value(int k)
    {
        if (_variables[k] is { } variable) _il.Emit(OpCodes.Ldloc, variable);
        else Compute(k);
    }

    private void Compute(int k)
    {
        Instruction i = _program.Instructions[k];
        switch (i.Op)
        {
            case Op.Number:
                _set.Share(_il, i.Number);
                break;
            case Op.Load when i.Slot.Kind == SlotKind.Uniform:
                _il.Emit(OpCodes.Ldloc, _places[i.Slot]);
                break;
            case Op.Load:
                Address(i.Slot);
                _set.Load(_il);
                break;
            default:
                for (int j = 0; j < i.Arguments; j++) Value(i[j]);
                _set.Apply(_il, i);
                break;
        }
    }

    private void Address(Slot slot)
    {
        if (slot.Kind == SlotKind.Spikes) _il.Emit(OpCodes.Ldarg_3);
        else _il.Emit(OpCodes.Ldloc, _places[slot]);
        _il.Emit(OpCodes.Ldloc, _at);
        if (slot.Kind == SlotKind.Spikes)
        {
            _il.Emit(OpCodes.Ldc_I4, int.Log2(SpikeMasks.PerByte(_set.Count) * _set.Size));
            _il.Emit(OpCodes.Shr);
        }
        _il.Emit(OpCodes.Add);
    }

    private void Entry(int argument, int bytes)
    {
        _il.Emit(OpCodes.Ldarg, (short)argument);
        _il.Emit(OpCodes.Ldc_I4, bytes);
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Add);
    }

    // An argument that counts elements, in bytes.
    private void Bytes(int argument)
    {
        _il.Emit(OpCodes.Ldarg, (short)argument);
        _il.Emit(OpCodes.Ldc_I4, _set.Size);
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Mul);
    }
}
