namespace Connexon;

/// <summary>
/// Which pulses begin with a run or before and outlast it: they are constant drives of their neurons. Found when the length of the run and its numbers are
/// known, so that a network is described without them.
/// </summary>
internal static class LastingPulses
{
    /// <summary>Sets them apart.</summary>
    /// <param name="network">The network.</param>
    /// <param name="settings">How it is run; one that is stepped by hand has no length, and nothing lasts.</param>
    /// <param name="numbers">The numbers of the run.</param>
    /// <returns>What is left to be stepped, and the constants of each population: element neuron * members + member.</returns>
    public static (IReadOnlyList<Attachments> Stepped, IReadOnlyList<(Neuron Population, double[] Values)> Constant) Split(
        Network network, RunSettings settings, ParameterValues numbers)
    {
        var stepped = new List<Attachments>();
        var constant = new Dictionary<Neuron, double[]>(ReferenceEqualityComparer.Instance);
        foreach (Attachments a in network.Wiring.Attachments)
            if (a.Pulse is { } pulse && Lasts(a.Elements, pulse, network, settings.Duration.Value, numbers)) Add(a, pulse, numbers, constant);
            else stepped.Add(a);
        return (stepped, [.. constant.Select(c => (c.Key, c.Value))]);
    }

    private static bool Lasts(Neuron pulses, PulseForm form, Network network, double duration, ParameterValues numbers) =>
        duration > 0 && !network.Changes.Declared.Any(k => ReferenceEquals(k.Owner, pulses))
        && Enumerable.Range(0, numbers.Members).All(b => numbers.Of(pulses, form.Delay, b).Zip(numbers.Of(pulses, form.Duration, b))
            .All(p => p.First <= 0 && p.First + p.Second > duration));

    private static void Add(Attachments a, PulseForm form, ParameterValues numbers, Dictionary<Neuron, double[]> constant)
    {
        for (int b = 0; b < numbers.Members; b++)
        {
            double[] weights = numbers.Of(a.Elements, form.Weight, b), amplitudes = numbers.Of(a.Elements, form.Amplitude, b);
            for (int i = 0; i < a.On.Count; i++)
            {
                Cell cell = a.On[i];
                if (!constant.TryGetValue(cell.Population, out double[]? values))
                    constant.Add(cell.Population, values = new double[cell.Population.Size * numbers.Members]);
                values[cell.Index * numbers.Members + b] += weights[i] * amplitudes[i];
            }
        }
    }
}
