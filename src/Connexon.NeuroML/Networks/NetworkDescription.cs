namespace Connexon.NeuroML;

/// <summary>A network as a file describes it: cells, and what joins and drives them. Positions in the lists are identities.</summary>
internal sealed class NetworkDescription
{
    private readonly Dictionary<string, int> _byId = [];

    public required string Id { get; init; }
    public required Place Place { get; init; }

    /// <summary>True where a component stands alone as what is to be run: one cell, into which paths lead from itself ("v").</summary>
    public bool IsComponent { get; init; }
    public List<Population> Populations { get; } = [];

    /// <summary>Junctions; each stands once for both of its ends, as often as the file lists it.</summary>
    public List<ElectricalConnection> Electrical { get; } = [];

    /// <summary>Graded synapses: one component on each end, which reads the other end.</summary>
    public List<ContinuousConnection> Continuous { get; } = [];

    /// <summary>Synapses that spikes act on.</summary>
    public List<EventConnection> Events { get; } = [];
    public List<InputPlacement> Inputs { get; } = [];

    /// <summary>The number of cells, spike sources among them.</summary>
    public int Cells => Populations.Sum(p => p.Size);

    public void Add(Population p)
    {
        _byId.Add(p.Id, Populations.Count);
        Populations.Add(p);
    }

    /// <summary>The position of a population; -1 if there is none of that id.</summary>
    public int IndexOf(string id) => _byId.GetValueOrDefault(id, -1);

    /// <summary>The component of a cell.</summary>
    public FlatComponent Component(CellIndex cell) => Populations[cell.Population].Component;

    /// <summary>"pop[3]".</summary>
    public string Name(CellIndex cell) => $"{Populations[cell.Population].Id}[{cell.Index}]";
}

/// <summary>Cells of one component.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Component">What each cell is.</param>
/// <param name="Size">How many.</param>
/// <param name="Place">Where it is defined.</param>
internal sealed record Population(string Id, FlatComponent Component, int Size, Place Place)
{
    /// <summary>Where the cells are, in um; null where the file does not say.</summary>
    public IReadOnlyList<(double X, double Y, double Z)>? Positions { get; init; }

    /// <summary>The position in the population by the id of an instance, where ids are not 0, 1, 2, ...; else null.</summary>
    public IReadOnlyDictionary<int, int>? Instances { get; init; }
}

/// <summary>A cell.</summary>
/// <param name="Population">The position of its population in the network.</param>
/// <param name="Index">Its position there.</param>
internal readonly record struct CellIndex(int Population, int Index);

/// <summary>A junction between two cells.</summary>
/// <param name="A">The one cell.</param>
/// <param name="B">The other.</param>
/// <param name="Junction">What joins them, as it is on the one.</param>
/// <param name="OnB">The same on the other.</param>
/// <param name="Weight">Its property "weight".</param>
/// <param name="Place">Where it is listed.</param>
/// <param name="Projection">The id of what lists it.</param>
internal readonly record struct ElectricalConnection(CellIndex A, CellIndex B, FlatComponent Junction, FlatComponent OnB, double Weight,
    Place Place, string? Projection);

/// <summary>A graded synapse: <paramref name="OnPre"/> puts its current on the one cell, <paramref name="OnPost"/> on the other.</summary>
internal readonly record struct ContinuousConnection(CellIndex Pre, CellIndex Post, FlatComponent OnPre, FlatComponent OnPost,
    double Weight, Place Place);

/// <summary>A synapse on the second cell, which receives the spikes of the first.</summary>
/// <param name="Pre">The cell or source that spikes.</param>
/// <param name="Post">The cell that the synapse is on.</param>
/// <param name="Synapse">The synapse; events come in at port "in".</param>
/// <param name="Weight">Its property "weight".</param>
/// <param name="Delay">From spike to event, ms.</param>
/// <param name="Place">Where it is listed.</param>
internal readonly record struct EventConnection(CellIndex Pre, CellIndex Post, FlatComponent Synapse, double Weight, double Delay,
    Place Place);

/// <summary>An input on a cell.</summary>
internal readonly record struct InputPlacement(CellIndex Cell, FlatComponent Input, double Weight, Place Place);
