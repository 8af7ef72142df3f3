namespace Connexon.NeuroML;

/// <summary>Inputs that may last for a whole run: pulse generators, whose cells then have a constant drive, as one says it in C#.</summary>
internal static class Pulses
{
    /// <summary>What the equations of a pulse generator say.</summary>
    /// <param name="equations">They.</param>
    public static PulseForm Form(FlatEquations equations) =>
        new(Of(equations, "delay"), Of(equations, "duration"), Of(equations, "amplitude"), Of(equations, "weight"));

    /// <summary>When a pulse ends that has begun before the run; null for one that begins later, and for any other input.</summary>
    /// <param name="component">The input.</param>
    public static double? End(FlatComponent component)
    {
        ComponentType type = component.Component.Type;
        if (!OwnTypes.Define(type.Place) || type.Name is not ("pulseGenerator" or "pulseGeneratorDL")) return null;
        double delay = component.Value(Of(component.Equations, "delay"));
        return delay <= 0 ? delay + component.Value(Of(component.Equations, "duration")) : null;
    }

    private static Symbol Of(FlatEquations equations, string name) => equations.Parameters.First(s => s.Name == name);
}
