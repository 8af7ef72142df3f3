namespace Connexon.Programs;

/// <summary>Makes a program, instruction by instruction: an instruction that is there already is not made again.</summary>
internal sealed class ProgramBuilder
{
    private readonly List<Instruction> _instructions = [];
    private readonly Dictionary<Instruction, int> _known = [];
    private readonly Dictionary<Slot, int> _stores = [];

    /// <summary>The number of the value of an instruction.</summary>
    public int Add(Instruction instruction)
    {
        if (instruction.Op == Op.Negate && _instructions[instruction.A] is { Op: Op.Number } x) instruction = Instruction.Of(-x.Number);
        if (_known.TryGetValue(instruction, out int value)) return value;
        _known.Add(instruction, value = _instructions.Count);
        _instructions.Add(instruction);
        return value;
    }

    public int Add(Op op, int a, int b = -1, int c = -1) => Add(new Instruction(op, a, b, c));

    public int Number(double number) => Add(Instruction.Of(number));

    public int Load(Slot slot) => Add(Instruction.Of(slot));

    public Instruction this[int value] => _instructions[value];

    /// <summary>Stores a value at the end; a second one to the same slot takes the place of the first.</summary>
    public void Store(Slot to, int value) => _stores[to] = value;

    /// <summary>The program of all that is stored: what nothing needs is left out.</summary>
    public Program Build()
    {
        var stores = _stores.Select(s => (To: s.Key, s.Value)).ToArray();
        bool[] needed = new Program([.. _instructions], stores).Needed();
        var numbers = new int[_instructions.Count];
        var kept = new List<Instruction>();
        for (int k = 0; k < numbers.Length; k++)
        {
            if (!needed[k]) continue;
            numbers[k] = kept.Count;
            kept.Add(_instructions[k].Renumbered(numbers));
        }
        return new Program([.. kept], [.. stores.Select(s => (s.To, numbers[s.Value]))]);
    }
}
