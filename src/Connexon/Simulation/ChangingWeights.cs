namespace Connexon;

/// <summary>Brings the weights of a running network up to date before each step.</summary>
internal sealed class ChangingWeights
{
    private readonly Network _network;
    private readonly RunSettings _settings;
    private readonly Assembly _assembly;
    private readonly StepView _view;
    private readonly double[] _factors;
    private readonly int[] _versions;

    public ChangingWeights(Network network, RunSettings settings, Assembly assembly)
    {
        (_network, _settings, _assembly, _view) = (network, settings, assembly, new StepView(assembly));
        _factors = [.. network.Junctions.Select(_ => 1.0)];
        _versions = [.. network.Junctions.Select(j => j.Version)];
    }

    /// <summary>What the user does before a step, and what follows from it.</summary>
    /// <exception cref="NetworkException">A factor cannot be, or an explicit method no longer stands the junctions.</exception>
    public void Update(long step)
    {
        _view.Step = step;
        foreach (Action<StepView> act in _network.Changes.Actions) act(_view);
        bool changed = false;
        for (int j = 0; j < _factors.Length; j++)
        {
            GapJunction junction = _network.Junctions[j];
            double factor = FactorOf(junction, (step + 0.5) * _assembly.Dt);
            changed |= factor != _factors[j] || junction.Version != _versions[j];
            (_factors[j], _versions[j]) = (factor, junction.Version);
        }
        if (!changed) return;
        _assembly.Reweigh(_network.Junctions, _factors);
        if ((StabilityCheck.Problem(_network, _assembly, _settings) ?? NoiseCheck.Problem(_network, _assembly, _settings)) is { } problem)
            throw new NetworkException([$"At {_view.Time} the weights have changed: {problem}"]);
    }

    private double FactorOf(GapJunction junction, double t)
    {
        double product = 1;
        foreach (var (j, factor) in _network.Changes.Factors)
            if (ReferenceEquals(j, junction)) product *= factor(new Time(t));
        return double.IsFinite(product) && product >= 0 ? product
            : throw new NetworkException([$"The factor of the {junction} is {product} at {new Time(t)}: it must be finite and not negative."]);
    }
}
