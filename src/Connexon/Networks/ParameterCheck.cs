using Connexon.Programs;

namespace Connexon;

/// <summary>Finds what is wrong with the numbers of a network, all of it.</summary>
internal static class ParameterCheck
{
    /// <summary>Wrong numbers of values, wrong dimensions; and where there are none, values that cannot be.</summary>
    /// <param name="network">The network.</param>
    /// <param name="settings">How it is run; null to check it alone.</param>
    public static IEnumerable<string> Problems(Network network, RunSettings? settings)
    {
        Parameters parameters = settings?.Parameters ?? network.Parameters;
        if (!ReferenceEquals(parameters, network.Parameters) && !parameters.Keys.SequenceEqual(network.Parameters.Keys))
            return ["The parameters are those of another network: take them from network.Parameters of this one."];
        string[] wrong = [.. parameters.Entries.Select(Problem).OfType<string>()];
        if (wrong.Length > 0) return wrong;
        if (settings is { Batch: < 1 }) settings = null; // is said elsewhere
        if (settings is { } s && parameters.Members is var members and > 1 && members != s.Batch)
        {
            ParameterEntry first = parameters.Entries.First(e => e.Members > 1);
            return [$"{first.FullName} is given for {first.Members} members, but the batch is {s.Batch}: run with batch: {first.Members}."];
        }
        if (parameters.Entries.FirstOrDefault(e => e.Members > 1 && e.Members != parameters.Members) is { } odd)
        {
            return
            [
                $"{odd.FullName} is given for {odd.Members} members, but others for {parameters.Members}: "
                + "all that differ need one number of members.",
            ];
        }
        Parameters drawn = parameters.Drawn(settings?.Seed ?? 0, settings?.Batch ?? 1);
        string[] noNumbers = [.. drawn.Entries.Select(NoNumber).OfType<string>()];
        if (noNumbers.Length > 0) return noNumbers;
        var values = new ParameterValues(drawn, 0, drawn.Members, []);
        IEnumerable<Neuron> attached = network.Wiring.Attachments.Select(a => a.Elements).Distinct();
        return
        [
            .. network.Populations.Select(p => Unmet(p, values)).OfType<string>(),
            .. network.Populations.Concat(attached).SelectMany(p => DivisorCheck.Problems(p, values)),
            .. drawn.Entries.Select(Weights).OfType<string>(),
        ];
    }

    private static string? Problem(ParameterEntry e) => e.Values.Problem(
        e.Kind == ParameterKind.Start ? $"The start of {e.Key}" : $"{e.Key}", e.Dimension, e.Count,
        e.Kind == ParameterKind.Weight ? "junction" : "neuron", e.Kind == ParameterKind.Weight ? "junctions" : "neurons");

    private static string? Weights(ParameterEntry e) =>
        e.Kind == ParameterKind.Weight
        && JunctionCheck.Problem(e.Values, e.Dimension, e.Count, ((Weights)e.Key).Junction.NegativeWeights) is { } problem
            ? $"{e.Owner}: {problem}" : null;

    /// <summary>The first requirement that a neuron of a population does not meet, in words; null if all are met.</summary>
    public static string? Unmet(Neuron population, ParameterValues values)
    {
        Model model = population.Model;
        foreach (Expr condition in model.Requirements)
        {
            Symbol[] named = [.. model.Parameters.Select(p => p.Symbol).Where(condition.Symbols().Contains)];
            int different = named.All(p => values.Uniform(population, p) is not null) ? 1 : population.Size;
            for (int b = 0; b < (named.Any(p => values.OfMembers(population, p)) ? values.Members : 1); b++)
            {
                int unmet = Array.IndexOf(Interpreter.Evaluate(condition, different, s => values.First(population, s, different, b)), 0);
                if (unmet >= 0)
                    return $"{population}: {condition} is needed, but neuron {unmet} has "
                        + string.Join(" and ", named.Select(p =>
                            $"{p} = {new Quantity(values.First(population, p, different, b)[unmet], p.Dimension)}")) + ".";
            }
        }
        return null;
    }

    // An infinite threshold may be meant; what is no number, and a start without end, cannot be.
    private static string? NoNumber(ParameterEntry e)
    {
        if (e.Kind == ParameterKind.Weight) return null;
        for (int b = 0; b < e.Members; b++)
            for (int i = 0; i < (e.Values.Uniform is null ? e.Count : Math.Min(1, e.Count)); i++)
                if (e.Values.At(i, b, default) is var x && (double.IsNaN(x) || (e.Kind == ParameterKind.Start && double.IsInfinity(x))))
                    return $"{(e.Kind == ParameterKind.Start ? "The start of " : "")}{e.Key} is {new Quantity(x, e.Dimension)} "
                        + $"for neuron {i}{(e.Members > 1 ? $" of member {b}" : "")}: "
                        + "give a number.";
        return null;
    }
}
