using Connexon.Compilation;
using Connexon.Programs;

namespace Connexon.Tests.Compilation;

using Program = Connexon.Programs.Program;

/// <summary>A program run by a kernel over arrays and uniforms of its own.</summary>
internal static class CompiledProgram
{
    /// <summary>What each array holds after one run, and the spikes (a mask for each element, in the last).</summary>
    /// <param name="program">The program.</param>
    /// <param name="kernel">The same compiled.</param>
    /// <param name="width">At which width.</param>
    /// <param name="arrays">What each array holds before.</param>
    /// <param name="uniforms">What each uniform holds.</param>
    /// <param name="precision">Of which numbers the kernel is.</param>
    public static unsafe double[][] Run(
        Program program, Kernel kernel, VectorWidth width, double[][] arrays, double[] uniforms, Precision precision = Precision.Double)
    {
        int elements = arrays[0].Length;
        PinnedArray[] memory = [.. arrays.Select(a => Pinned(a, precision))];
        PinnedArray addresses = Pinned([.. memory.Select(m => BitConverter.Int64BitsToDouble(m.Address))], Precision.Double);
        PinnedArray shared = Pinned([0, .. uniforms], precision);
        PinnedArray scratch = new(Math.Max(1, kernel.ScratchBlocks * KernelLayout.BlockSize));
        var masks = new SpikeMasks(elements, width.Lanes(precision));
        fixed (byte* bits = masks.Bytes) kernel.Run(addresses.Address, shared.Slice(1).Address, scratch.Address, (nint)bits, 0, elements);
        return [.. memory.Select(Numbers), [.. Enumerable.Range(0, elements).Select(i => ScalarOperations<double, long>.Mask(masks[i]))]];
    }

    /// <summary>Fails if the kernel's bits differ from those of the program, its functions written out, in plain arithmetic.</summary>
    public static void HoldsBits(Program program, Kernel kernel, VectorWidth width, int elements, string text,
        Precision precision = Precision.Double)
    {
        int arrays = 1 + Slots(program, SlotKind.Array), uniforms = 1 + Slots(program, SlotKind.Uniform);
        var random = new Random(arrays);
        double[][] before =
            [.. Enumerable.Range(0, Math.Max(1, arrays)).Select(_ => Enumerable.Range(0, elements).Select(_ => Number(random)).ToArray())];
        double[] shared = [.. Enumerable.Range(0, uniforms).Select(_ => Number(random))];
        foreach (Slot slot in Masks(program)) // a condition of constants is a constant
            if (slot.Kind == SlotKind.Uniform) shared[slot.Index] = Mask();
            else for (int i = 0; i < elements; i++) before[slot.Index][i] = Mask();
        double[][] found = Run(program, kernel, width, before, shared, precision);

        Program plain = program.Expanded(InstructionSet.Of(width, precision).HasScale, precision);
        double[][] due = precision == Precision.Double ? Interpreter.Run(plain, elements, Held)
            : [.. Interpreter.Run<float, int>(plain, elements, s => [.. Held(s).Select(x => (float)x)])
                .Select(values => values.Select(x => (double)x).ToArray())];
        foreach (var (store, values) in plain.Stores.Zip(due))
        {
            double[] at = store.To.Kind == SlotKind.Spikes ? found[^1] : found[store.To.Index];
            for (int i = 0; i < elements; i++)
                Assert.True(Same(values[i], at[i]),
                    $"{store.To} of element {i} at {width.Name}: {precision}: {at[i]:R}, the program's {values[i]:R}\n{text}");
        }

        double Mask() => ScalarOperations<double, long>.Mask(random.Next(2) == 0);

        double[] Held(Slot s) => s.Kind == SlotKind.Array ? before[s.Index] : [.. Enumerable.Repeat(shared[s.Index], elements)];
    }

    // NaN is NaN: which one is the processor's choice. But a mask has all its bits.
    private static bool Same(double a, double b) =>
        BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b) || (double.IsNaN(a) && double.IsNaN(b));

    private static double Number(Random random) =>
        random.Next(8) switch { 0 => random.NextDouble(), 1 => -random.NextDouble(), _ => -90 + 130 * random.NextDouble() };

    private static int Slots(Program program, SlotKind kind) =>
        program.Instructions.ToArray().Where(i => i.Op == Op.Load).Select(i => i.Slot).Concat(program.Stores.Select(s => s.To))
            .Where(s => s.Kind == kind).Select(s => s.Index).DefaultIfEmpty(-1).Max();

    // What is loaded and used as a condition.
    private static IEnumerable<Slot> Masks(Program program) => program.Instructions.ToArray()
        .SelectMany<Instruction, int>(i => i.Op is Op.Select or Op.Not ? [i.A] : i.Op is Op.And or Op.Or or Op.Xor ? [i.A, i.B] : [])
        .Select(k => program.Instructions[k]).Where(i => i.Op == Op.Load).Select(i => i.Slot).Distinct();

    private static PinnedArray Pinned(double[] values, Precision precision)
    {
        var memory = new PinnedArray(values.Length, precision);
        for (int i = 0; i < values.Length; i++) memory[i] = values[i];
        return memory;
    }

    private static double[] Numbers(PinnedArray memory)
    {
        var numbers = new double[memory.Length];
        memory.CopyTo(0, numbers);
        return numbers;
    }
}
