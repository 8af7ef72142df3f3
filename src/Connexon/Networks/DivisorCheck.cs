namespace Connexon;

/// <summary>
/// Finds parameters that equations divide by and that are 0, or of a sign that they cannot have: a capacitance, a time constant.
/// </summary>
internal static class DivisorCheck
{
    /// <param name="population">Neurons, or what is attached to some.</param>
    /// <param name="values">The numbers.</param>
    public static IEnumerable<string> Problems(Neuron population, ParameterValues values) =>
        Divisors(population.Model).Select(p => Problem(population, p, values)).OfType<string>();

    private static string? Problem(Neuron population, Symbol parameter, ParameterValues values)
    {
        bool positive = parameter.Dimension == Dimension.Capacitance || parameter.Dimension == Dimension.Time;
        int different = values.Uniform(population, parameter) is null ? population.Size : 1;
        for (int b = 0; b < (values.OfMembers(population, parameter) ? values.Members : 1); b++)
        {
            double[] numbers = values.First(population, parameter, different, b);
            int wrong = Array.FindIndex(numbers, x => positive ? !(x > 0) : x == 0);
            if (wrong >= 0)
                return $"{parameter} of {population} is {new Quantity(numbers[wrong], parameter.Dimension)} for neuron {wrong}"
                    + $"{(values.OfMembers(population, parameter) ? $" of member {b}" : "")}: the equations divide by it, so that it must "
                    + (positive ? "be positive." : "not be 0.");
        }
        return null;
    }

    // Of what is divided by sums nothing is said here: they may well be states.
    private static IEnumerable<Symbol> Divisors(Model model) =>
        Walk.Parts(model.States.Select(s => s.Slope).Append(model.Gives?.Value).OfType<Expr>())
            .Where(e => e.Operation == Operation.Divide).SelectMany(e => Factors(e[1])).Distinct();

    private static IEnumerable<Symbol> Factors(Expr e) => e switch
    {
        { Symbol: { Kind: SymbolKind.Parameter } p } => [p],
        { Operation: Operation.Multiply } => Factors(e[0]).Concat(Factors(e[1])),
        { Operation: Operation.Negate or Operation.Divide } => Factors(e[0]),
        _ => [],
    };
}
