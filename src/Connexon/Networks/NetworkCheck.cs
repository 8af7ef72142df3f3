using Connexon.Programs;

namespace Connexon;

/// <summary>Finds what is wrong with a network, all of it.</summary>
internal static class NetworkCheck
{
    /// <param name="network">The network.</param>
    /// <param name="numbers">What is wrong with its numbers.</param>
    public static IEnumerable<string> Problems(Network network, IEnumerable<string> numbers)
    {
        if (network.Populations.Count == 0) yield return "The network has no neurons: give it at least one population.";
        foreach (Neuron p in network.Populations.GroupBy(p => p, ReferenceEqualityComparer.Instance)
            .Where(g => g.Count() > 1).Select(g => g.First()))
            yield return $"{p} is listed twice: a population is one object, listed once.";
        foreach (string problem in numbers) yield return problem;
        foreach (GapJunction j in network.Junctions.GroupBy(j => j).Where(g => g.Count() > 1).Select(g => g.Key))
            yield return $"The {j} are listed twice: that would double them; a junction is one object, listed once.";
        foreach (GapJunction j in network.Junctions.Distinct())
            foreach (Neuron p in new[] { j.Pre, j.Post }.Distinct())
                if (!Has(network, p)) yield return $"A junction joins {p}, which is not part of the network: list it among the parts.";
        foreach (string problem in InputsOfJunctions(network)) yield return problem;
        foreach (var (population, driven, drive) in network.Drives)
        {
            string port = population.Model.Inputs.Count > 1 ? $"{driven} of " : "";
            if (!Has(network, population)) yield return $"{population} is driven, but is not part of the network: list it among the parts.";
            else if (driven is not { } input) yield return $"{population} is driven, but its model has no input.";
            else if (drive.Problem($"{port}{network.LabelOf(population)}", input.Dimension, population.Size) is { } problem)
                yield return problem;
        }
        foreach (ParameterKey key in network.Changes.Declared)
            if (network.Parameters.Entries.FirstOrDefault(e => e.Key.Equals(key)) is not { } entry)
                yield return $"{key} is declared to change, but is no parameter of this network.";
            else if (entry.Kind == ParameterKind.Start)
                yield return $"The start of {key} is declared to change: a run has begun by then. Set the state.";
        foreach (var (junction, _) in network.Changes.Factors)
            if (!network.Junctions.Contains(junction))
                yield return $"The {junction} vary in time, but are not part of the network: list them among the parts.";
        foreach (RecordRequest r in network.Requests)
            foreach (string problem in Recording(network, r)) yield return problem;
        foreach (SpikeRequest r in network.SpikeRequests)
        {
            if (r.Of.Any(p => p.Population is { } q && !Has(network, q)))
                yield return $"The recording of {r.What} is of something that is not part of the network.";
            if (Destination(r.What, r.File) is { } problem) yield return problem;
        }
    }

    /// <summary>What cannot be run this way: recordings too long, what the method leaves out.</summary>
    public static IEnumerable<string> Problems(Network network, RunSettings settings)
    {
        foreach (string problem in PrecisionCheck.Problems(network, settings)) yield return problem;
        foreach (Neuron p in network.Populations.Where(p => p.Model.Spike is { Spikelet: not null } or { SpikeletShape: not null }))
            if (!settings.Method.Treatment.CarriesSpikelets && network.IsCoupled(p))
                yield return $"{network.LabelOf(p)} has a spikelet, which {settings.Method} does not carry through junctions: "
                    + $"use {Method.Imex4}, or leave the spikelet out.";
        foreach (Neuron p in network.Populations)
            if (settings.Method.CannotRun(p.Model) is { } reason)
                yield return $"{network.LabelOf(p)} cannot be run: {settings.Method} {reason}";
        foreach (var (population, _, drive) in network.Drives)
            if (drive.Members > 1 && drive.Members != settings.Batch)
                yield return $"The drive of {network.LabelOf(population)} is given for {drive.Members} members, but the batch is "
                    + $"{settings.Batch}: run with batch: {drive.Members}.";
        foreach (string problem in network.Wiring.Sources.Select(s => s.Train?.Problem(settings.Dt.Value)).OfType<string>().Distinct())
            yield return problem;
        foreach (RecordRequest r in network.Requests.Where(r => r is { File: null, Probes: null, Every: > 0 }))
        {
            double rows = Math.Floor((double)settings.Steps / r.Every) + 1, width = (double)r.Columns * settings.MembersThatRun;
            if (rows * width > Array.MaxLength)
                yield return $"The recording of {r.What} would hold {rows} rows of {width} numbers, "
                    + $"but memory takes {Array.MaxLength} numbers: "
                    + "record fewer steps (every) or neurons, or stream to a file (to).";
        }
        var files = network.Requests.Select(r => (r.File, r.What)).Concat(network.SpikeRequests.Select(r => (r.File, r.What)));
        foreach (var file in files.Where(r => r.File is not (null or ""))
            .GroupBy(r => Path.GetFullPath(r.File!), Connexon.Destination.Names).Where(g => g.Count() > 1))
            yield return $"The recordings of {string.Join(" and ", file.Select(r => r.What))} go to one file, '{file.First().File}': "
                + "give each its own.";
    }

    /// <summary>What runs, but may not mean what was meant.</summary>
    /// <param name="network">The network.</param>
    /// <param name="spikes">Whether a population spiked in the run; null before one.</param>
    public static IEnumerable<string> Warnings(Network network, Func<Neuron, bool>? spikes = null)
    {
        string[] bare = [.. network.Populations.Where(p => p.Model.Spike is { HasShape: false, Resets.Count: > 0 }
            && network.IsCoupled(p) && spikes?.Invoke(p) != false).Select(network.LabelOf)];
        if (bare.Length > 0)
            yield return $"The junctions of {string.Join(", ", bare.Take(3))}{(bare.Length > 3 ? $" and {bare.Length - 3} more" : "")} "
                + "see no spikes, only resets: "
                + "each spike pulls the partners down. "
                + "If that is not meant, the cells need spikes with a shape: equations that make one, or the charge that it would carry "
                + "(a spikelet, which a model in C# may have).";
    }

    // A coupled state has one place in the matrix, from which its current goes to one input.
    private static IEnumerable<string> InputsOfJunctions(Network network)
    {
        (State State, InputPort Input)[] ends =
            [.. network.Junctions.SelectMany(j => new[] { (j.PreState, j.PreInput), (j.PostState, j.PostInput) })];
        foreach (List<Neuron> group in GroupLayout.ByEquations(network.Populations.Where(p => p.Model.Inputs.Count > 1)))
            foreach (var ofState in ends.Where(e => group.Contains(e.State.Neurons)).GroupBy(e => e.State.Name))
                if (ofState.Select(e => e.Input.Name).Distinct().ToArray() is { Length: > 1 } inputs)
                    yield return $"Junctions that couple {ofState.Key} of {group[0].Model.Name} enter {string.Join(" and ", inputs)}: "
                        + "all junctions of a state enter one input.";
    }

    private static IEnumerable<string> Recording(Network network, RecordRequest r)
    {
        if (r.Probes is { } probes)
        {
            foreach (Driven d in network.Drives.Where(d => d.Drive.IsNoise))
                if (probes.Any(p => ReferenceEquals(p.Population, d.Population) && p.Value.Mentions(s => s == d.Input)))
                    yield return $"The recording of {r.What} needs all that comes in at {d.Input} of {network.LabelOf(d.Population)}, "
                        + "noise among it, which has no value at an instant: leave the noise out, or record a state.";
            yield break;
        }
        IEnumerable<Neuron> populations = r.Population is { } population ? [population] : [r.Junction!.Pre, r.Junction.Post];
        if (populations.Any(q => !Has(network, q)) || (r.Junction is { } j && !network.Junctions.Contains(j)))
            yield return $"The recording of {r.What} is of something that is not part of the network.";
        if (r.Every < 1) yield return $"The recording of {r.What} has every = {r.Every}: it must be at least 1 step.";
        if (r.Population is { } p && r.Neurons?.FirstOrDefault(i => (uint)i >= (uint)p.Size, -1) is { } id and not -1)
            yield return $"The recording of {r.What} names neuron {id}, but neurons go from 0 to {p.Size - 1}.";
        if (Destination(r.What, r.File) is { } problem) yield return problem;
    }

    private static string? Destination(string what, string? file) => file switch
    {
        null => null,
        "" => $"The recording of {what} goes to a file without a name: name one, or give null to keep it in memory.",
        _ => Connexon.Destination.Problem(file) is { } problem ? $"The recording of {what} cannot be written: {problem}" : null,
    };

    private static bool Has(Network network, Neuron p) => network.Populations.Any(q => ReferenceEquals(p, q));
}
