namespace Connexon.NeuroML;

/// <summary>Finds the cells that paths and indices of a network mean.</summary>
internal sealed class CellFinder(NetworkDescription network, ReadReport report)
{
    /// <summary>The cell at the end of a path ("../pop/3/comp", "pop[3]").</summary>
    public CellIndex Find(string path, Element user)
    {
        CellPath parsed = CellPath.Parse(path, network.Id)
            ?? throw user.Wrong($"'{path}' is not a path to a cell. Write pop[3] or ../pop/3/component.");
        return Find(parsed, path, user);
    }

    /// <summary>The cell of a parsed path.</summary>
    public CellIndex Find(CellPath parsed, string path, Element user)
    {
        CellIndex cell = Find(Population(parsed.Population, user), parsed.Index, path, user);
        string id = network.Component(cell).Id;
        if (parsed.Component is { } named && named != id)
            report.Add(
                ReadAction.Noted,
                $"paths name the component '{named}' of population '{parsed.Population}', which is '{id}': population and index count",
                user.Place);
        return cell;
    }

    /// <summary>The cell of an index, which files write as a number or as a path.</summary>
    public CellIndex Find(int population, string cell, Element user)
    {
        if (CellPath.IndexAlone(cell) is { } index) return Find(population, index, cell, user);
        CellIndex found = Find(cell, user);
        if (found.Population != population)
            report.Add(ReadAction.Noted, $"paths lead to population '{network.Populations[found.Population].Id}' where a projection names "
                + $"'{network.Populations[population].Id}': the path counts", user.Place);
        return found;
    }

    /// <summary>The id of a population, which files also write as a path.</summary>
    public string IdOf(string population) => population.StartsWith("../", StringComparison.Ordinal) ? population[3..] : population;

    /// <summary>The position of a population.</summary>
    public int Population(string id, Element user)
    {
        int i = network.IndexOf(IdOf(id));
        return i >= 0 ? i : throw user.Wrong($"{user} names the population '{id}', which network '{network.Id}' does not have. "
            + $"It has: {string.Join(", ", network.Populations.Take(30).Select(p => p.Id).DefaultIfEmpty("none"))}.");
    }

    private CellIndex Find(int population, int index, string path, Element user)
    {
        Population p = network.Populations[population];
        int at = p.Instances is { } ids ? ids.GetValueOrDefault(index, -1) : index;
        return at >= 0 && at < p.Size ? new CellIndex(population, at)
            : throw user.Wrong($"'{path}' names cell {index} of population '{p.Id}', which has {p.Size} (0..{p.Size - 1}).");
    }
}
