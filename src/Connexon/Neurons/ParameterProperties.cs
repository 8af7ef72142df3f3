using System.Reflection;

namespace Connexon;

/// <summary>The properties of a model that are parameters.</summary>
internal static class ParameterProperties
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>
    /// Gives every parameter of a model the name of its property, in the order of declaration, those of base classes first. A parameter
    /// itself never changes: the property gets a copy that has the name, so that models may share one, and two threads that do this at once
    /// leave the same.
    /// </summary>
    /// <exception cref="ArgumentException">A property cannot be set.</exception>
    public static IEnumerable<Parameter> Name(Neuron model)
    {
        foreach (PropertyInfo p in Of(model.GetType()))
        {
            if (p.GetValue(model) is not Parameter parameter) continue; // null: this one is without it
            if (!p.CanWrite)
                throw new ArgumentException(
                    $"{p.Name} of {model.GetType().Name} is a parameter, but cannot be set: write {{ get; init; }}.");
            var says = p.GetCustomAttribute<MeaningAttribute>();
            Dimension? due = says?.Unit is { } unit ? Quantity.Parse($"1 {unit}").Dimension : null;
            Parameter named = parameter.Named(p.Name, says?.Text ?? "", due);
            p.SetValue(model, named);
            yield return named;
        }
    }

    private static IEnumerable<PropertyInfo> Of(Type? type) => type is null ? [] : Of(type.BaseType).Concat(type.GetProperties(Declared)
        .Where(p => typeof(Parameter).IsAssignableFrom(p.PropertyType) && p.GetMethod is { } get && get.GetBaseDefinition() == get)
        .OrderBy(p => p.MetadataToken));
}
