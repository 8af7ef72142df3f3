using System.Linq.Expressions;

namespace Connexon.Compilation;

/// <summary>
/// Expressions are trees to the compiler, which computes a node as often as it occurs. Here each node of lane code that occurs more than once
/// becomes a variable, assigned before it is used.
/// </summary>
internal sealed class SharedNodes : ExpressionVisitor
{
    private readonly Dictionary<Expression, int> _uses;
    private readonly Dictionary<Expression, Expression> _known = new(ReferenceEqualityComparer.Instance);
    private readonly List<ParameterExpression> _variables = [];
    private readonly List<Expression> _assignments = [];

    private SharedNodes(Dictionary<Expression, int> uses) => _uses = uses;

    /// <param name="results">Expressions that may share nodes, within themselves and with each other. Each is replaced by a variable.</param>
    /// <returns>The variables, and the assignments to them in order.</returns>
    public static (IReadOnlyList<ParameterExpression> Variables, IReadOnlyList<Expression> Assignments) Extract(Span<Expression> results)
    {
        var uses = new UseCount();
        foreach (Expression r in results) uses.Visit(r);
        var nodes = new SharedNodes(uses.Of);
        foreach (ref Expression r in results) r = nodes.Visit(r) is ParameterExpression v ? v : nodes.Assign(nodes.Visit(r));
        return (nodes._variables, nodes._assignments);
    }

    public override Expression Visit(Expression? node)
    {
        if (node is null || !CanBeShared(node)) return base.Visit(node)!;
        if (_known.TryGetValue(node, out Expression? known)) return known;
        Expression value = base.Visit(node)!;
        return _known[node] = _uses[node] > 1 ? Assign(value) : value;
    }

    /// <summary>
    /// Arguments in their order: one that is still an expression when a later one brings assignments is assigned before them. Else all
    /// shared nodes of a kernel would be computed first, more than fit in registers.
    /// </summary>
    protected override Expression VisitMethodCall(MethodCallExpression call)
    {
        var arguments = new Expression[call.Arguments.Count];
        var ends = new int[arguments.Length];
        for (int k = 0; k < arguments.Length; k++)
        {
            int start = _assignments.Count;
            arguments[k] = Visit(call.Arguments[k]);
            for (int j = k - 1; j >= 0 && _assignments.Count > start; j--)
                if (CanBeShared(arguments[j])) arguments[j] = Assign(arguments[j], ends[j]);
            ends[k] = _assignments.Count;
        }
        return call.Update(call.Object, arguments);
    }

    /// <summary>Not a broadcast constant: the compiler reads it from memory where it is used, at no cost.</summary>
    private static bool CanBeShared(Expression node) =>
        node is MemberExpression || node is MethodCallExpression call && call.Arguments is not [ConstantExpression];

    private ParameterExpression Assign(Expression value) => Assign(value, _assignments.Count);

    private ParameterExpression Assign(Expression value, int position)
    {
        ParameterExpression variable = Expression.Variable(value.Type);
        _variables.Add(variable);
        _assignments.Insert(position, Expression.Assign(variable, value));
        return variable;
    }

    private sealed class UseCount : ExpressionVisitor
    {
        public Dictionary<Expression, int> Of { get; } = new(ReferenceEqualityComparer.Instance);

        public override Expression? Visit(Expression? node)
        {
            if (node is null || !CanBeShared(node)) return base.Visit(node);
            Of[node] = Of.GetValueOrDefault(node) + 1;
            return Of[node] > 1 ? node : base.Visit(node);
        }
    }
}
