namespace Connexon.Programs;

/// <summary>Which slot each symbol of a model's equations has.</summary>
/// <param name="prologue">Gives constants theirs.</param>
internal sealed class SlotTable(Prologue prologue)
{
    private readonly List<Symbol> _arrays = [];
    private readonly List<Symbol> _uniforms = [];
    private readonly Dictionary<Symbol, Slot> _slots = [];

    /// <summary>Symbols with a value for each element, by number.</summary>
    public IReadOnlyList<Symbol> Arrays => _arrays;

    /// <summary>Symbols with one value for all that may change during a run (the time), by number.</summary>
    public IReadOnlyList<Symbol> Uniforms => _uniforms;

    public Slot Of(Symbol s) => s.IsConstant ? prologue.Of(s) : _slots.TryGetValue(s, out Slot slot) ? slot : _slots[s] = s.Kind switch
    {
        SymbolKind.Spike => new Slot(SlotKind.Spikes, 0),
        SymbolKind.Time => Next(_uniforms, s, SlotKind.Uniform),
        SymbolKind.Scratch or SymbolKind.Random => throw new InvalidOperationException($"{s} is read before it has a value."),
        _ => Next(_arrays, s, SlotKind.Array),
    };

    /// <summary>The name of a slot, for a program's text.</summary>
    public string? NameOf(Slot slot) => slot.Kind switch
    {
        SlotKind.Array => _arrays[slot.Index].Name,
        SlotKind.Uniform => _uniforms[slot.Index].Name,
        SlotKind.Constant => prologue.Symbols.FirstOrDefault(s => s.Value == slot).Key?.Name,
        _ => null,
    };

    private static Slot Next(List<Symbol> list, Symbol s, SlotKind kind)
    {
        list.Add(s);
        return new Slot(kind, list.Count - 1);
    }
}
