using System.Text;

namespace Connexon.Programs;

/// <summary>
/// What a model computes for one element, in the one form that stands between equations and machines: values in a row, each an operation on
/// earlier ones, equal ones once; then what is stored. All loads see what was there before, all stores come last.
/// </summary>
internal sealed class Program
{
    private readonly Instruction[] _instructions;

    public Program(Instruction[] instructions, IReadOnlyList<(Slot To, int Value)> stores) =>
        (_instructions, Stores) = (instructions, stores);

    /// <summary>Value k is the result of instruction k.</summary>
    public ReadOnlySpan<Instruction> Instructions => _instructions;

    /// <summary>Which values go where; each slot once.</summary>
    public IReadOnlyList<(Slot To, int Value)> Stores { get; }

    /// <summary>Operations by kind, for one element.</summary>
    public IReadOnlyDictionary<Op, int> Count => _instructions.CountBy(i => i.Op).OrderBy(c => c.Key).ToDictionary();

    /// <summary>How often each value is used, by other values and by stores.</summary>
    public int[] Uses()
    {
        var uses = new int[_instructions.Length];
        foreach (Instruction i in _instructions)
            for (int k = 0; k < i.Arguments; k++) uses[i[k]]++;
        foreach (var (_, value) in Stores) uses[value]++;
        return uses;
    }

    /// <summary>Which values are stored, or needed by one that is.</summary>
    public bool[] Needed()
    {
        var needed = new bool[_instructions.Length];
        foreach (var (_, value) in Stores) needed[value] = true;
        for (int k = needed.Length - 1; k >= 0; k--)
            for (int j = 0; needed[k] && j < _instructions[k].Arguments; j++) needed[_instructions[k][j]] = true;
        return needed;
    }

    /// <summary>The program as text: <c>%7 = multiply %3 %5</c>.</summary>
    /// <param name="name">What a slot is called; null for its number.</param>
    public string Text(Func<Slot, string?>? name = null)
    {
        string Name(Slot s) => name?.Invoke(s) is { } known ? $"{s.Kind.ToString().ToLowerInvariant()} {known}" : $"{s}";
        var text = new StringBuilder();
        for (int k = 0; k < _instructions.Length; k++)
            text.Append('%').Append(k).Append(" = ")
                .Append(_instructions[k].Op == Op.Load ? $"load {Name(_instructions[k].Slot)}" : $"{_instructions[k]}").Append('\n');
        foreach (var (to, value) in Stores) text.Append(Name(to)).Append(" = %").Append(value).Append('\n');
        return text.ToString();
    }

    public override string ToString() => Text();
}
