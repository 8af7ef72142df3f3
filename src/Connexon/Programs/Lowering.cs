namespace Connexon.Programs;

/// <summary>Writes equations into a program: assignments one after the other, what is read being what was last assigned.</summary>
/// <param name="slotOf">Where a symbol is found that was not assigned here.</param>
internal sealed class Lowering(Func<Symbol, Slot> slotOf)
{
    private readonly ProgramBuilder _program = new();
    private readonly OrderedDictionary<Symbol, int> _assigned = [];
    private Walk<int>? _walk; // forgotten where an assignment makes something else of an expression

    /// <summary>
    /// The program of passes that follow each other. Of what is assigned, scratch is left out: it is read by later passes alone.
    /// </summary>
    public static Program Of(IEnumerable<Pass> passes, Func<Symbol, Slot> slotOf)
    {
        var lowering = new Lowering(slotOf);
        foreach (Pass p in passes) lowering.Assign(p);
        foreach (var (symbol, value) in lowering._assigned)
            if (symbol.Kind != SymbolKind.Scratch) lowering._program.Store(slotOf(symbol), value);
        return lowering._program.Build();
    }

    /// <summary>The program of one expression, stored to the first array.</summary>
    public static Program Of(Expr e, Func<Symbol, Slot> slotOf)
    {
        var lowering = new Lowering(slotOf);
        lowering._program.Store(new Slot(SlotKind.Array, 0), lowering.Values.Of(e));
        return lowering._program.Build();
    }

    private Walk<int> Values => _walk ??= new(ValueOf);

    private void Assign(Pass pass)
    {
        int[] values = [.. pass.Assignments.Select(a => Values.Of(a.Value))];
        for (int k = 0; k < values.Length; k++)
        {
            _assigned.Remove(pass.Assignments[k].Target); // the order of stores is that of the last assignments
            _assigned.Add(pass.Assignments[k].Target, values[k]);
        }
        _walk = null;
    }

    private int ValueOf(Expr e, ReadOnlySpan<int> arguments) => e.Operation switch
    {
        Operation.Number => _program.Number(e.Value),
        Operation.Symbol => _assigned.TryGetValue(e.Symbol!, out int assigned) ? assigned : _program.Load(slotOf(e.Symbol!)),
        Operation.Instantaneous => arguments[0],
        Operation.Ceiling => _program.Add(Op.Negate, _program.Add(Op.Floor, _program.Add(Op.Negate, arguments[0]))),
        _ => Apply(e, arguments),
    };

    private int Apply(Expr e, ReadOnlySpan<int> arguments)
    {
        Span<int> x = stackalloc int[3] { -1, -1, -1 };
        for (int k = 0; k < arguments.Length; k++)
            x[k] = e[k].IsNumber && IsCondition(e.Operation, k)
                ? _program.Number(ScalarOperations<double, long>.Mask(e[k].Value != 0))
                : arguments[k];
        return _program.Add(Of(e.Operation), x[0], x[1], x[2]);
    }

    private static bool IsCondition(Operation operation, int argument) =>
        operation is Operation.And or Operation.Or or Operation.Not || (operation == Operation.Select && argument == 0);

    private static Op Of(Operation operation) => operation switch
    {
        Operation.Add => Op.Add,
        Operation.Subtract => Op.Subtract,
        Operation.Multiply => Op.Multiply,
        Operation.Divide => Op.Divide,
        Operation.Negate => Op.Negate,
        Operation.Power => Op.Power,
        Operation.Exp => Op.Exp,
        Operation.Log => Op.Log,
        Operation.Sqrt => Op.Sqrt,
        Operation.Abs => Op.Abs,
        Operation.Sin => Op.Sin,
        Operation.Cos => Op.Cos,
        Operation.Tanh => Op.Tanh,
        Operation.Cosh => Op.Cosh,
        Operation.Sinh => Op.Sinh,
        Operation.ExpM1 => Op.ExpM1,
        Operation.ExpRel => Op.ExpRel,
        Operation.InverseExpRel => Op.InverseExpRel,
        Operation.Min => Op.Min,
        Operation.Max => Op.Max,
        Operation.Less => Op.Less,
        Operation.LessOrEqual => Op.LessOrEqual,
        Operation.And => Op.And,
        Operation.Or => Op.Or,
        Operation.Not => Op.Not,
        Operation.Select => Op.Select,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "has no value of its own"),
    };
}
