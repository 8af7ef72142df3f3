namespace Connexon.Programs;

/// <summary>
/// What keeps its value during a run (1/C, dt gK, exp(-dt/tau)), so that it is computed once and not once a step. Whether its parameters
/// have one value or one per neuron decides only where it is kept, so that bits do not depend on it.
/// </summary>
internal sealed class Prologue
{
    private readonly ProgramBuilder _builder = new();
    private readonly Dictionary<Symbol, Slot> _symbols = [];
    private readonly Dictionary<int, Slot> _computed = []; // by the value here

    /// <summary>The symbols that it starts from, each with its constant.</summary>
    public IReadOnlyDictionary<Symbol, Slot> Symbols => _symbols;

    /// <summary>How many constants there are: symbols, and what is computed of them.</summary>
    public int Count => _symbols.Count + _computed.Count;

    /// <summary>The constant of a parameter or of the step.</summary>
    public Slot Of(Symbol s)
    {
        if (!_symbols.TryGetValue(s, out Slot slot)) _symbols.Add(s, slot = new Slot(SlotKind.Constant, Count));
        return slot;
    }

    /// <summary>Loads constants, stores those that are computed.</summary>
    public Program Program() => _builder.Build();

    /// <summary>A program in which every part that keeps its value is loaded and no longer computed.</summary>
    public Program Extract(Program program)
    {
        bool[] constant = Constant(program), asked = Asked(program, constant);
        Program part = new([.. program.Instructions],
            [.. asked.Index().Where(a => a.Item).Select(a => (new Slot(SlotKind.Constant, a.Index), a.Index))]);
        bool[] needed = part.Needed();
        var here = new int[constant.Length]; // the numbers of values in the prologue
        for (int k = 0; k < here.Length; k++)
            if (needed[k]) here[k] = _builder.Add(program.Instructions[k].Renumbered(here));
        return program.Rewrite((to, k, i) => asked[k] ? to.Load(Keep(here[k])) : to.Add(i));
    }

    private Slot Keep(int value)
    {
        if (_computed.TryGetValue(value, out Slot slot)) return slot;
        _computed.Add(value, slot = new Slot(SlotKind.Constant, Count));
        _builder.Store(slot, value);
        return slot;
    }

    private static bool[] Constant(Program program)
    {
        var constant = new bool[program.Instructions.Length];
        for (int k = 0; k < constant.Length; k++)
        {
            Instruction i = program.Instructions[k];
            constant[k] = i.Op == Op.Number || (i.Op == Op.Load && i.Slot.Kind == SlotKind.Constant) || i.Arguments > 0;
            for (int j = 0; j < i.Arguments; j++) constant[k] &= constant[i[j]];
        }
        return constant;
    }

    // What is computed of constants alone, for something that is not.
    private static bool[] Asked(Program program, bool[] constant)
    {
        var asked = new bool[constant.Length];
        for (int k = 0; k < constant.Length; k++)
            for (int j = 0; !constant[k] && j < program.Instructions[k].Arguments; j++) Ask(program.Instructions[k][j]);
        foreach (var (_, value) in program.Stores) Ask(value);
        return asked;

        void Ask(int value) => asked[value] = constant[value] && program.Instructions[value].Arguments > 0;
    }
}
