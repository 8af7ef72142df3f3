using System.Linq.Expressions;

namespace Connexon.Compilation;

/// <summary>A compiled pass: the loop over neurons [start, end), which are multiples of the widest vector.</summary>
/// <param name="arrays">Table of the addresses of the arrays.</param>
/// <param name="uniforms">Table of the values that all neurons share.</param>
/// <param name="scratch">The thread's scratch.</param>
/// <param name="masks">A byte for each vector of neurons: its spikes.</param>
/// <param name="start">The first neuron of the block.</param>
/// <param name="end">The one after the last.</param>
internal delegate void PassFunction(nint arrays, nint uniforms, nint scratch, nint masks, nint start, nint end);

/// <summary>Turns a pass into machine code: an expression tree over vectors, compiled by the runtime in a few milliseconds.</summary>
internal sealed class PassCompiler
{
    private static readonly ParameterExpression Arrays = Expression.Parameter(typeof(nint), "arrays");
    private static readonly ParameterExpression Uniforms = Expression.Parameter(typeof(nint), "uniforms");
    private static readonly ParameterExpression Scratch = Expression.Parameter(typeof(nint), "scratch");
    private static readonly ParameterExpression Masks = Expression.Parameter(typeof(nint), "masks");
    private static readonly ParameterExpression Start = Expression.Parameter(typeof(nint), "start");
    private static readonly ParameterExpression End = Expression.Parameter(typeof(nint), "end");
    private static readonly ParameterExpression Index = Expression.Variable(typeof(nint), "i");

    private readonly KernelLayout _layout;
    private readonly LaneOperations _lane;
    private readonly List<ParameterExpression> _variables = [Index];
    private readonly List<Expression> _before = [];   // once: addresses, uniform values
    private readonly List<Expression> _body = [];     // for each vector
    private readonly Dictionary<Symbol, ParameterExpression> _addresses = [];
    private readonly Dictionary<Expr, Expression> _values = [];
    private readonly Dictionary<Expr, int> _uses = [];

    private PassCompiler(KernelLayout layout, VectorWidth width)
    {
        _layout = layout;
        _lane = new LaneOperations(width);
    }

    public static PassFunction Compile(Pass pass, KernelLayout layout, VectorWidth width)
    {
        JustInTime.Require();
        return new PassCompiler(layout, width).Compile(pass);
    }

    private PassFunction Compile(Pass pass)
    {
        foreach (Assignment a in pass.Assignments) CountUses(a.Value);
        // Everything is read and computed first, then stored.
        var stores = new List<Expression>();
        foreach (Assignment a in pass.Assignments)
        {
            Expression value = Keep("value", ValueOf(a.Value));
            stores.Add(a.Target.Kind == SymbolKind.Spike ? _lane.StoreMask(Masks, Index, value) : _lane.Store(AddressOf(a.Target), Index, value));
        }
        LabelTarget done = Expression.Label("done");
        Expression loop = Expression.Loop(
            Expression.IfThenElse(
                Memory(nameof(KernelMemory.IsBefore), Index, End),
                Expression.Block([.. _body, .. stores, Expression.Assign(Index, Memory(nameof(KernelMemory.Next), Index, Expression.Constant(_lane.Count)))]),
                Expression.Break(done)),
            done);
        Expression block = Expression.Block(_variables, [.. _before, Expression.Assign(Index, Start), loop]);
        return Expression.Lambda<PassFunction>(block, Arrays, Uniforms, Scratch, Masks, Start, End).Compile();
    }

    private void CountUses(Expr e)
    {
        int uses = _uses[e] = _uses.GetValueOrDefault(e) + 1;
        if (uses == 1)
            foreach (Expr a in e.Arguments) CountUses(a);
    }

    /// <summary>The value of an expression; one that is used more than once is computed once.</summary>
    private Expression ValueOf(Expr e)
    {
        if (_values.TryGetValue(e, out Expression? known)) return known;
        Expression value = e.Operation switch
        {
            Operation.Number => _lane.Broadcast(e.Value),
            Operation.Symbol => SymbolValue(e.Symbol!),
            _ => FusedOrPlain(e),
        };
        if (e.IsNumber || value is ParameterExpression) return value;
        return _values[e] = _uses[e] > 1 ? Keep("shared", value) : value;
    }

    /// <summary>a b + c, a b - c and c - a b round once; a product that others use too is computed anyway and not fused.</summary>
    private Expression FusedOrPlain(Expr e)
    {
        bool Product(int i) => e[i].Operation == Operation.Multiply && _uses[e[i]] == 1;
        switch (e.Operation)
        {
            case Operation.Add when Product(0): return _lane.MultiplyAdd(ValueOf(e[0][0]), ValueOf(e[0][1]), ValueOf(e[1]));
            case Operation.Add when Product(1): return _lane.MultiplyAdd(ValueOf(e[1][0]), ValueOf(e[1][1]), ValueOf(e[0]));
            case Operation.Subtract when Product(0): return _lane.MultiplyAdd(ValueOf(e[0][0]), ValueOf(e[0][1]), _lane.Negate(ValueOf(e[1])));
            case Operation.Subtract when Product(1): return _lane.MultiplyAdd(_lane.Negate(ValueOf(e[1][0])), ValueOf(e[1][1]), ValueOf(e[0]));
            default: return _lane.Apply(e.Operation, [.. e.Arguments.Select(ValueOf)]);
        }
    }

    private Expression SymbolValue(Symbol s)
    {
        if (_layout.Uniform(s) is { } slot)
        {
            ParameterExpression variable = Expression.Variable(_lane.Type, s.Name);
            _variables.Add(variable);
            _before.Add(Expression.Assign(variable, _lane.LoadScalar(Uniforms, slot)));
            _values[s] = variable;
            return variable;
        }
        return _lane.Load(AddressOf(s), Index);
    }

    private ParameterExpression AddressOf(Symbol s)
    {
        if (_addresses.TryGetValue(s, out ParameterExpression? known)) return known;
        Expression address = s.Kind == SymbolKind.Scratch ? Memory(nameof(KernelMemory.Scratch), Scratch, Expression.Constant(_layout.Scratch(s)), Start)
            : _layout.Array(s) is { } k ? Memory(nameof(KernelMemory.Address), Arrays, Expression.Constant(k))
            : throw new InvalidOperationException($"Symbol {s} ({s.Kind}) has no place in the kernel's memory.");
        ParameterExpression variable = Expression.Variable(typeof(nint), s.Name);
        _variables.Add(variable);
        _before.Add(Expression.Assign(variable, address));
        return _addresses[s] = variable;
    }

    private static MethodCallExpression Memory(string access, params Expression[] x) => Expression.Call(typeof(KernelMemory), access, null, x);

    private ParameterExpression Keep(string name, Expression value)
    {
        if (value is ParameterExpression already) return already;
        ParameterExpression variable = Expression.Variable(_lane.Type, name);
        _variables.Add(variable);
        _body.Add(Expression.Assign(variable, value));
        return variable;
    }
}
