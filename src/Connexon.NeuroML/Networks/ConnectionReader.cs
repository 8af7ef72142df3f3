namespace Connexon.NeuroML;

/// <summary>Reads what joins and drives the cells of a network.</summary>
internal sealed class ConnectionReader
{
    private const double LongestDelay = 1e9;
    private readonly NetworkDescription _network;
    private readonly PlacedComponents _components;
    private readonly LemsDocument _document;
    private readonly CellFinder _cells;
    private readonly AttachmentCheck _check;

    public ConnectionReader(NetworkDescription network, PlacedComponents components, LemsDocument document, Flattener flattener)
    {
        (_network, _components, _document) = (network, components, document);
        _cells = new CellFinder(network, document.Report);
        _check = new AttachmentCheck(network, new CellReading(flattener, document.Report), document.Report);
    }

    /// <summary>&lt;projection&gt;: chemical synapses.</summary>
    public void Projection(Element projection)
    {
        FlatComponent synapse = _components.Of(projection, "synapse");
        int pre = _cells.Population(projection.Required("presynapticPopulation"), projection);
        int post = _cells.Population(projection.Required("postsynapticPopulation"), projection);
        foreach (Element e in projection.Children)
        {
            if (e.Name == "property") continue;
            Only(e, projection, "connection", "connectionWD");
            Add(_cells.Find(pre, e.Required("preCellId"), e), _cells.Find(post, e.Required("postCellId"), e), synapse, e);
        }
    }

    /// <summary>&lt;synapticConnection&gt;, which stands on its own.</summary>
    public void Synaptic(Element e) =>
        Add(_cells.Find(e.Required("from"), e), _cells.Find(e.Required("to"), e), _components.Of(e, "synapse"), e);

    /// <summary>&lt;electricalProjection&gt;: each connection is one junction with two ends.</summary>
    public void Electrical(Element projection)
    {
        (int pre, int post) = Populations(projection);
        foreach (Element e in projection.Children)
        {
            if (e.Name == "property") continue;
            Only(e, projection, "electricalConnection", "electricalConnectionInstance", "electricalConnectionInstanceW");
            FlatComponent junction = _components.Of(e, "synapse");
            CellIndex a = _cells.Find(pre, e.Required("preCell"), e), b = _cells.Find(post, e.Required("postCell"), e);
            FlatComponent onA = _check.Attach(junction, a, b, e), onB = _check.Attach(junction, b, a, e);
            _network.Electrical.Add(new ElectricalConnection(a, b, onA, onB, Weight(e, junction), e.Place, projection.Id));
        }
    }

    /// <summary>&lt;continuousProjection&gt;: a component on each end.</summary>
    public void Continuous(Element projection)
    {
        (int pre, int post) = Populations(projection);
        foreach (Element e in projection.Children)
        {
            if (e.Name == "property") continue;
            Only(e, projection, "continuousConnection", "continuousConnectionInstance", "continuousConnectionInstanceW");
            FlatComponent onPre = _components.Of(e, "preComponent"), onPost = _components.Of(e, "postComponent");
            CellIndex a = _cells.Find(pre, e.Required("preCell"), e), b = _cells.Find(post, e.Required("postCell"), e);
            (onPre, onPost) = (_check.Attach(onPre, a, b, e), _check.Attach(onPost, b, a, e));
            _network.Continuous.Add(new ContinuousConnection(a, b, onPre, onPost, Weight(e, onPost), e.Place));
        }
    }

    /// <summary>&lt;explicitInput&gt;.</summary>
    public void ExplicitInput(Element e) => Input(e, _components.Of(e, "input"));

    /// <summary>&lt;inputList&gt;.</summary>
    public void InputList(Element list)
    {
        FlatComponent component = _components.Of(list, "component");
        foreach (Element e in list.Children)
        {
            if (e.Name == "property") continue;
            Only(e, list, "input", "inputW");
            CellIndex cell = Input(e, component);
            // The attribute says what was meant once: in LEMS it is text, and nothing follows from it.
            if (list["population"] is { } said && _cells.IdOf(said) != _network.Populations[cell.Population].Id)
                _document.Report.Add(ReadAction.Noted, $"{list} names the population '{said}'"
                    + $"{(_network.IndexOf(_cells.IdOf(said)) < 0 ? $", which network '{_network.Id}' does not have" : "")}, "
                    + $"and its inputs go to '{_network.Populations[cell.Population].Id}': the path of each input counts", list.Place);
        }
    }

    private CellIndex Input(Element e, FlatComponent component)
    {
        CellIndex cell = _cells.Find(e.Required("target"), e);
        component = _check.Attach(component, cell, null, e);
        _network.Inputs.Add(new InputPlacement(cell, component, Weight(e, component), e.Place));
        return cell;
    }

    private void Add(CellIndex pre, CellIndex post, FlatComponent synapse, Element e)
    {
        synapse = _check.Attach(synapse, post, null, e);
        _check.Spikes(pre, e);
        double delay = e["delay"] is { } text ? _document.Units.Parse(text, Dimension.Time, "delay", e.Place).Value : 0;
        if (!(delay is >= 0 and <= LongestDelay))
            throw e.Wrong($"delay=\"{e["delay"]}\" of {e}: a delay is 0 or more, and at most {LongestDelay:G} ms.");
        _network.Events.Add(new EventConnection(pre, post, synapse, Weight(e, synapse), delay, e.Place));
    }

    private double Weight(Element e, FlatComponent component)
    {
        if (e["weight"] is not { } text) return 1;
        double weight = _document.Units.Parse(text, Dimension.None, "weight", e.Place).Value;
        if (weight != 1 && component.Component.Type.Find("weight") is not ParameterMember)
            throw e.Wrong($"weight=\"{text}\" of {e}: {component} has no property 'weight'. "
                + "Leave the weight out, or give the type the property.");
        return weight;
    }

    private (int Pre, int Post) Populations(Element projection) =>
        (_cells.Population(projection.Required("presynapticPopulation"), projection),
            _cells.Population(projection.Required("postsynapticPopulation"), projection));

    private static void Only(Element e, Element around, params string[] names)
    {
        if (!names.Contains(e.Name)) throw e.Wrong($"{e} in {around} is not supported; it may hold {string.Join(", ", names)}.");
    }
}
