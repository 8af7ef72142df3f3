namespace Connexon.NeuroML;

/// <summary>Regimes as one more state, which holds the number of the regime that is on; the initial one is 0.</summary>
internal static class Regimes
{
    public static Symbol Symbol(Instance i) => new(SymbolKind.State, $"{i.Path}regime", Dimension.None);

    public static double Number(Instance i, Regime regime) => Ordered(i).IndexOf(regime);

    public static Regime Find(Instance i, string name, Place place) =>
        i.Type.Dynamics?.Regimes.Find(r => r.Name == name)
        ?? throw new NeuroMLException(place, $"'{name}' is not a regime of {i.Type.Name}. "
            + $"There are: {string.Join(", ", (i.Type.Dynamics?.Regimes ?? []).Select(r => r.Name).DefaultIfEmpty("none"))}.");

    /// <summary>The condition that a regime is on.</summary>
    public static Expr Is(Instance i, Regime regime)
    {
        Expr on = Symbol(i);
        double n = Number(i, regime);
        int last = i.Type.Dynamics!.Regimes.Count - 1;
        return n == 0 ? on < 0.5 : n == last ? n - 0.5 < on : (n - 0.5 < on) & (on < n + 0.5);
    }

    /// <summary>A slope that differs from regime to regime; nothing where no regime has one.</summary>
    public static Expr? Slope(Instance i, Func<Regime, Expr?> of, Dimension dimension)
    {
        List<Regime> regimes = Ordered(i);
        if (regimes.All(r => of(r) is null)) return null;
        Expr zero = new Quantity(0, dimension);
        Expr slope = of(regimes[^1]) ?? zero;
        foreach (Regime r in regimes.AsEnumerable().Reverse().Skip(1))
        {
            Expr here = of(r) ?? zero;
            if (!here.Equals(slope)) slope = Functions.Select(Is(i, r), here, slope);
        }
        return slope;
    }

    private static List<Regime> Ordered(Instance i) => [.. i.Type.Dynamics!.Regimes.OrderBy(r => !r.Initial)];
}
