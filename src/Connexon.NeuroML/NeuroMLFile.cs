namespace Connexon.NeuroML;

/// <summary>A NeuroML 2 or LEMS file with all that it includes: a network, and what a LEMS file asks to be run and written.</summary>
public sealed class NeuroMLFile
{
    private NeuroMLFile(LemsDocument document) => (Document, Flattener) = (document, new Flattener(document));

    /// <summary>What was read, merged and dropped.</summary>
    public ReadReport Report => Document.Report;

    /// <summary>True if there is a network to run.</summary>
    public bool HasNetwork => Network is not null;

    /// <summary>The step that the file says; null for a file without a simulation.</summary>
    public Time? Step => Simulation is { } s ? new Time(s.Step) : null;

    /// <summary>How long the file says to run; null for a file without a simulation.</summary>
    public Time? Length => Simulation is { } s ? new Time(s.Length) : null;

    /// <summary>The files that it asks to be written, as it names them.</summary>
    public IEnumerable<string> OutputPaths => Simulation is { } s ? s.Outputs.Select(o => o.Path).Concat(s.Events.Select(e => e.Path)) : [];

    internal LemsDocument Document { get; }
    internal Flattener Flattener { get; }

    /// <summary>The network; null for a file that has none (a cell, a channel).</summary>
    internal NetworkDescription? Network { get; private set; }

    /// <summary>What to run; null for a file without a simulation.</summary>
    internal SimulationDescription? Simulation { get; private set; }

    /// <summary>Reads a file. Nothing is run.</summary>
    /// <param name="path">A LEMS or NeuroML file.</param>
    /// <exception cref="NeuroMLException">Something in it, or in a file that it includes, is wrong or not supported.</exception>
    public static NeuroMLFile Read(string path) => Read(path, path);

    /// <summary>Reads a file that stands elsewhere than where it is said to be: what came through a pipe.</summary>
    internal static NeuroMLFile Read(string path, string name)
    {
        var file = new NeuroMLFile(DocumentReader.Read(path, name));
        file.Find();
        return file;
    }

    private void Find()
    {
        Element? simulation = Simulated();
        Element? target = simulation is null ? OnlyNetwork() : Top(simulation.Required("target"), simulation, "target");
        if (target is null) return;
        Network = Within(target) is var (network, around) ? NetworkReader.Read(Document, Flattener, network, around)
            : NetworkReader.Alone(Document, Flattener, target);
        if (simulation is not null) Simulation = new SimulationReader(Document, Network).Read(simulation);
    }

    private Element? Simulated()
    {
        if (Document.Target is { } target) return Top(target.Required("component"), target, "component");
        Element[] all = [.. Document.Elements.Where(e => (e["type"] ?? e.Name) == "Simulation")];
        return all.Length switch
        {
            0 => null,
            1 => all[0],
            _ => throw new NeuroMLException(Document.Start,
                $"{all.Length} simulations ({string.Join(", ", all.Select(a => a.Id))}) "
                    + "and no <Target component=\"...\"/> that says which."),
        };
    }

    private Element? OnlyNetwork()
    {
        Element[] all = [.. Document.Elements
            .Where(e => e.Name is "network" or "Component" && Document.Types.Find(e["type"] ?? e.Name)?.Is("network") == true)];
        // A file may include another for its cells, and that one may have a network of its own.
        string here = Path.GetFullPath(Document.Start.File);
        if (all.Count(e => e.Place.File == here) == 1) return all.Single(e => e.Place.File == here);
        if (all.Length > 1)
            throw new NeuroMLException(Document.Start,
                $"{all.Length} networks ({string.Join(", ", all.Select(a => a.Id))}) and no simulation that says which.");
        return all.FirstOrDefault();
    }

    // The network may stand in a component of the file's own that gives it a temperature. Null where a component itself is to be run.
    private (Element Network, Instance? Around)? Within(Element target)
    {
        ComponentType type = Document.TypeOf(target);
        if (type.Is("network")) return (target, null);
        if (target.Children.FirstOrDefault(c => (Document.Types.Find(c["type"] ?? c.Name) is { } t && t.Is("network"))) is { } inner)
            return (inner, new Instance(Document.Component(target.Required("id"), target, "id"), null, "around/"));
        return null;
    }

    private Element Top(string id, Element user, string attribute) =>
        Document.Elements.FirstOrDefault(e => e.Id == id)
        ?? throw user.Wrong($"{user} has {attribute}=\"{id}\", but nothing has that id. There are: "
            + $"{string.Join(", ", Document.Elements.Take(30).Select(e => e.Id).DefaultIfEmpty("none"))}.");
}
