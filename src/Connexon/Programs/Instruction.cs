using System.Globalization;

namespace Connexon.Programs;

/// <summary>One value of a program: an operation on earlier values, which are named by their numbers.</summary>
/// <param name="Op">The operation.</param>
/// <param name="A">The first argument; for <see cref="Op.Load"/> the kind of the slot.</param>
/// <param name="B">The second; for <see cref="Op.Load"/> the index of the slot, for shifts by how many bits.</param>
/// <param name="C">The third.</param>
/// <param name="Number">For <see cref="Op.Number"/>: the number.</param>
internal readonly record struct Instruction(Op Op, int A = -1, int B = -1, int C = -1, double Number = 0)
{
    public static Instruction Of(double number) => new(Op.Number, Number: number);

    public static Instruction Of(Slot slot) => new(Op.Load, (int)slot.Kind, slot.Index);

    /// <summary>Where <see cref="Op.Load"/> reads.</summary>
    public Slot Slot => new((SlotKind)A, B);

    public int Arguments => Op.Arguments();

    /// <summary>Argument k.</summary>
    public int this[int k] => k switch { 0 => A, 1 => B, _ => C };

    /// <summary>The same operation on arguments with other numbers.</summary>
    public Instruction Renumbered(ReadOnlySpan<int> numbers) => Arguments switch
    {
        0 => this,
        1 => this with { A = numbers[A] },
        2 => this with { A = numbers[A], B = numbers[B] },
        _ => this with { A = numbers[A], B = numbers[B], C = numbers[C] },
    };

    // Numbers by their bits: 0 and -0 are two.
    public bool Equals(Instruction other) =>
        (Op, A, B, C) == (other.Op, other.A, other.B, other.C)
            && BitConverter.DoubleToInt64Bits(Number) == BitConverter.DoubleToInt64Bits(other.Number);

    public override int GetHashCode() => HashCode.Combine(Op, A, B, C, BitConverter.DoubleToInt64Bits(Number));

    public override string ToString() => Op switch
    {
        Op.Number => Number.ToString("R", CultureInfo.InvariantCulture),
        Op.Load => $"load {Slot}",
        Op.ShiftLeft or Op.ShiftRight => $"{Op.ToString().ToLowerInvariant()} %{A} {B}",
        _ => $"{Op.ToString().ToLowerInvariant()} {string.Join(' ', new[] { A, B, C }.Take(Arguments).Select(x => $"%{x}"))}",
    };
}
