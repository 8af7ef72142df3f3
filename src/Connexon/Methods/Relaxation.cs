namespace Connexon;

/// <summary>
/// States that relax towards something at a rate, both given by others: their equations are linear in themselves, so that an implicit stage
/// is one division and no rate, however fast, limits the step. (A graded synapse relaxes the faster the more it is open.)
/// </summary>
internal static class Relaxation
{
    /// <summary>The states of a model that relax, each after those that it reads.</summary>
    /// <param name="model">The model.</param>
    /// <param name="except">States that others would have to wait for.</param>
    public static List<StateVariable> Order(Model model, Func<StateVariable, bool>? except = null)
    {
        var left = model.States.Where(s => s.Slope is { } slope && except?.Invoke(s) != true && IsLinear(slope, s.Symbol)).ToList();
        var order = new List<StateVariable>();
        while (left.Find(s => !left.Exists(o => o != s && s.Slope!.Mentions(x => x == o.Symbol))) is { } next)
        {
            order.Add(next);
            left.Remove(next);
        }
        return order;
    }

    private static bool IsLinear(Expr slope, Symbol state)
    {
        Expr a = Simplify.Tree(Derivative.Of(slope, state));
        return !a.Is(0) && !a.Mentions(s => s == state);
    }
}
