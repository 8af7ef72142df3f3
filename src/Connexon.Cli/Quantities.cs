namespace Connexon.Cli;

/// <summary>Quantities on the command line, with the option's name before every message.</summary>
internal static class Quantities
{
    public static Q Parse<Q>(string option, string text) where Q : struct, IQuantity<Q>
    {
        try
        {
            return Q.Parse(text, null);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{option}: {e.Message}", e);
        }
    }

    /// <summary>A quantity of a dimension that the chosen neuron says.</summary>
    public static Quantity Parse(string option, string text, Dimension due)
    {
        if (due == Dimension.Conductance) return Parse<Conductance>(option, text);
        if (due == Dimension.Current) return Parse<Current>(option, text);
        if (due == Dimension.Rate) return Parse<Rate>(option, text);
        Quantity any;
        try
        {
            any = Quantity.Parse(text);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{option}: {e.Message}", e);
        }
        return any.Dimension == due ? any : throw new FormatException($"{option}: {text} is {any.Dimension}, but {due} is needed.");
    }

    /// <summary>One quantity, or a range "5uA..12uA" from which each neuron draws its own.</summary>
    public static Init<Quantity> ParseRange(string option, string text, Dimension due) =>
        ParseEnds(option, text, due) is var (low, high) && low == high ? low : Init.Uniform(low, high);

    /// <summary>The ends of a range; equal for one quantity.</summary>
    public static (Quantity Low, Quantity High) ParseEnds(string option, string text, Dimension due)
    {
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        Quantity low = Parse(option, dots < 0 ? text : text[..dots], due);
        return (low, dots < 0 ? low : Parse(option, text[(dots + 2)..], due));
    }
}
