namespace Connexon;

/// <summary>
/// Pulses that begin with a run or before and outlast it: they are constant drives of their neurons. Found when the length of the run
/// and its numbers are known, so that a network is described without them.
/// </summary>
internal static class LastingPulses
{
    /// <summary>The network that a run steps: with such pulses as drives.</summary>
    /// <param name="network">The network.</param>
    /// <param name="settings">How it is run; one that is stepped by hand has no length, and nothing lasts.</param>
    /// <param name="numbers">The numbers of the run.</param>
    public static Network Folded(Network network, RunSettings settings, ParameterValues numbers)
    {
        Attachments[] lasting = [.. network.Wiring.Attachments.Where(a => Last(a, network, settings.Duration.Value, numbers))];
        if (lasting.Length == 0) return network;
        Network stepped = network.With(network.Wiring with { Attachments = [.. network.Wiring.Attachments.Except(lasting)] });
        // Behind the others, by whose order noise is drawn.
        foreach (var (population, drive) in Drives(lasting, numbers)) stepped = stepped.Drive(population, drive);
        return stepped;
    }

    private static bool Last(Attachments a, Network network, double duration, ParameterValues numbers) =>
        a.Pulse is { } form && duration > 0 && !network.Changes.Declared.Any(k => ReferenceEquals(k.Owner, a.Elements))
        && Enumerable.Range(0, numbers.Members).All(b => numbers.Of(a.Elements, form.Delay, b).Zip(numbers.Of(a.Elements, form.Duration, b))
            .All(p => p.First <= 0 && p.First + p.Second > duration));

    private static IEnumerable<(Neuron Population, Drive Drive)> Drives(Attachments[] lasting, ParameterValues numbers)
    {
        var sums = new Dictionary<Neuron, double[]>(ReferenceEqualityComparer.Instance); // of each member, neuron after neuron
        foreach (Attachments a in lasting)
            for (int b = 0; b < numbers.Members; b++)
            {
                double[] weights = numbers.Of(a.Elements, a.Pulse!.Weight, b), amplitudes = numbers.Of(a.Elements, a.Pulse.Amplitude, b);
                for (int i = 0; i < a.On.Count; i++)
                {
                    Neuron on = a.On[i].Population;
                    if (!sums.TryGetValue(on, out double[]? values)) sums.Add(on, values = new double[on.Size * numbers.Members]);
                    values[b * on.Size + a.On[i].Index] += weights[i] * amplitudes[i];
                }
            }
        return sums.Select(s => (s.Key, Constant(s.Key, s.Value, numbers.Members)));
    }

    private static Drive Constant(Neuron on, double[] values, int members)
    {
        InitialValues all = members == 1 ? new ArrayValues(values) : new BatchValues(values, on.Size);
        return new ConstantDrive(all with { Dimension = on.Model.Input!.Dimension });
    }
}
