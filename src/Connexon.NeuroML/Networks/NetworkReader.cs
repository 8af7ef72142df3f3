namespace Connexon.NeuroML;

/// <summary>Builds the description of a network from its element.</summary>
internal sealed class NetworkReader
{
    private static readonly HashSet<string> Regions = ["region", "space", "cellSet", "extracellularProperties"];
    private readonly LemsDocument _document;
    private readonly Element _element;
    private readonly NetworkDescription _network;
    private readonly PopulationReader _populations;
    private readonly ConnectionReader _connections;

    private NetworkReader(LemsDocument document, Flattener flattener, Element element, Instance? surroundings)
    {
        (_document, _element) = (document, element);
        _network = new NetworkDescription { Id = element.Id ?? element.Name, Place = element.Place };
        // What the network says (temperature) its cells and synapses can read.
        var component = new Component(document.TypeOf(element), element);
        var components = new PlacedComponents(document, flattener, new Instance(component, surroundings, "network/"));
        _populations = new PopulationReader(_network, components, document.Report);
        _connections = new ConnectionReader(_network, components, document, flattener);
    }

    /// <summary>The network of an element.</summary>
    /// <param name="document">What the files define.</param>
    /// <param name="flattener">Where equations are kept.</param>
    /// <param name="element">The &lt;network&gt;.</param>
    /// <param name="surroundings">The component that the network stands in; null for none.</param>
    public static NetworkDescription Read(LemsDocument document, Flattener flattener, Element element, Instance? surroundings)
    {
        var reader = new NetworkReader(document, flattener, element, surroundings);
        reader.Read();
        NetworkReport.Add(reader._network, document.Report);
        return reader._network;
    }

    /// <summary>A component that is to be run by itself, as a network of one cell.</summary>
    /// <param name="document">What the files define.</param>
    /// <param name="flattener">Where equations are kept.</param>
    /// <param name="element">The component.</param>
    /// <exception cref="NeuroMLException">It needs something around it, or does nothing.</exception>
    public static NetworkDescription Alone(LemsDocument document, Flattener flattener, Element element)
    {
        var network = new NetworkDescription { Id = element.Id ?? element.Name, Place = element.Place, IsComponent = true };
        FlatComponent component = flattener.Flatten(document.Component(element.Required("id"), element, "id"));
        const string Instead = "Put it where it belongs, into a <network>, and run that.";
        if (component.Equations.Requirements.FirstOrDefault() is { } needed)
            throw element.Wrong($"{element} is to be run by itself, but needs '{needed}', {needed.Dimension}, of what is around it. "
                + $"{Instead}");
        if (component.Equations.States.Count == 0)
            throw element.Wrong($"{element} is to be run, but it is no network, and has no state that could change. {Instead}");
        network.Add(new Population(network.Id, component, 1, element.Place));
        document.Report.Add(ReadAction.Noted, $"{element} is no network: it is run by itself", element.Place);
        NetworkReport.Add(network, document.Report);
        return network;
    }

    private void Read()
    {
        foreach (Element e in _element.Children)
            if (e.Name == "population") _populations.Read(e);
        foreach (Element e in _element.Children)
            switch (e.Name)
            {
                case "population":
                    break;
                case "projection":
                    _connections.Projection(e);
                    break;
                case "synapticConnection" or "synapticConnectionWD":
                    _connections.Synaptic(e);
                    break;
                case "electricalProjection":
                    _connections.Electrical(e);
                    break;
                case "continuousProjection":
                    _connections.Continuous(e);
                    break;
                case "explicitInput":
                    _connections.ExplicitInput(e);
                    break;
                case "inputList":
                    _connections.InputList(e);
                    break;
                case "property":
                    _document.Report.Add(ReadAction.Dropped, $"<property tag=\"{e["tag"]}\" value=\"{e["value"]}\"> of a network is a note "
                        + "and has no effect", e.Place);
                    break;
                case var name when Regions.Contains(name):
                    _document.Report.Add(ReadAction.Dropped, $"<{name}> of a network says where things are and has no effect", e.Place);
                    break;
                default:
                    throw e.Wrong($"{e} in {_element} is not supported. A network may hold population, projection, electricalProjection, "
                        + "continuousProjection, synapticConnection, synapticConnectionWD, explicitInput and inputList.");
            }
    }
}
