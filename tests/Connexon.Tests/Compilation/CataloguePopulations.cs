using System.Reflection;

using Connexon.Compilation;
using Connexon.Programs;

namespace Connexon.Tests.Compilation;

/// <summary>
/// Populations of every built-in model for tests: states spread from the start to beyond the threshold, driven so that they fire.
/// </summary>
internal static class CataloguePopulations
{
    public static IEnumerable<string> Names => Catalogue.Neurons.Select(m => m.Name);

    public static Neuron Of(string name, int size) => Catalogue.Neurons.Single(m => m.Name == name).Create(size);

    /// <summary>An input that makes the model fire, a little different for each neuron.</summary>
    public static double Input(string name, int neuron) => (1 + 0.01 * (neuron % 8)) * name switch
    {
        "HH" => 10,
        "MorrisLecar" => 100,
        "WangBuzsakiHH" => 1,
        "LIF" or "LIFRef" => 1500,
        "Izhikevich" => 10,
        "FitzHughNagumo" => 0.8,
        "hh_psc_alpha_gap" => 500e-6,
        "hh_cond_beta_gap_traub" => 500e-6,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "say what makes this model fire"),
    };

    /// <summary>A step that suits the model's states.</summary>
    public static double Step(string name) => name switch
    {
        "LIF" or "LIFRef" or "Izhikevich" or "FitzHughNagumo" => 0.1,
        "hh_psc_alpha_gap" => 0.002,
        _ => 0.02,
    };

    /// <summary>Spreads the watched state over the population, from where it starts to a little beyond the threshold.</summary>
    public static void Spread(Neuron population, Span<double> watched)
    {
        Expr threshold = population.Model.Spike!.Threshold;
        for (int i = 0; i < population.Size; i++)
        {
            double golden = 0.6180339887498949 * (i + 1) % 1;
            double to = Interpreter.Evaluate(threshold, s => population.Model.ParameterValues(s, i + 1)[i]);
            watched[i] += (to - watched[i]) * golden * 1.1;
        }
    }

    /// <summary>The same population with every parameter and start given as an array with a value per neuron.</summary>
    public static Neuron WithArrays(Neuron uniform)
    {
        var each = (Neuron)Activator.CreateInstance(uniform.GetType(), uniform.Shape)!;
        foreach (PropertyInfo p in uniform.GetType().GetProperties())
        {
            if (p.PropertyType is not { IsGenericType: true } t || p.GetValue(uniform) is not { } given) continue;
            if (t.GetGenericTypeDefinition() == typeof(Init<>) && Arrays(given, uniform.Size) is { } starts) p.SetValue(each, starts);
            if (given is Parameter && Arrays(Made(typeof(Init<>), t, ((Parameter)given).Values), uniform.Size) is { } values)
                p.SetValue(each, t.GetMethod("op_Implicit", [values.GetType()])!.Invoke(null, [values]));
        }
        return each;
    }

    // The same Init<Q> with a value per neuron; null where it has more than one.
    private static object? Arrays(object init, int size) =>
        init.GetType().GetProperty("Values", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(init)
            is InitialValues { Uniform: { } one } values
            ? Made(typeof(Init<>), init.GetType(), new ArrayValues([.. Enumerable.Repeat(one, size)]) { Dimension = values.Dimension })
            : null;

    private static object Made(Type generic, Type like, InitialValues values) => Activator.CreateInstance(
        generic.MakeGenericType(like.GetGenericArguments()), BindingFlags.NonPublic | BindingFlags.Instance, null, [values], null)!;
}
