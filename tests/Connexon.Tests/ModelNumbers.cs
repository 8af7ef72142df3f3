namespace Connexon.Tests;

/// <summary>The numbers of a model's parameters, outside of a network.</summary>
internal static class ModelNumbers
{
    /// <summary>The value of a parameter for each of the first neurons.</summary>
    public static double[] ParameterValues(this Model model, Symbol symbol, int neurons) =>
        model.Parameters.First(p => p.Symbol == symbol).Values.All(neurons, 0, default);
}
