using System.Globalization;

namespace Connexon.NeuroML;

/// <summary>Finds what the quantities of outputs are: "pop[0]/v", "pop/0/cell/caConc", "pop[0]/syn/g", "pop[0]/synapses:syn:1/i".</summary>
internal sealed class QuantityFinder(NetworkDescription network, ReadReport report)
{
    private readonly CellFinder _cells = new(network, report);
    private readonly Dictionary<CellIndex, List<(Attachment, FlatComponent)>> _attached = [];
    private bool _listed;

    /// <summary>The quantity of a path.</summary>
    /// <exception cref="NeuroMLException">There is no such cell, or it has no such quantity.</exception>
    public Recording Find(string quantity, Element user)
    {
        CellPath path = network.IsComponent ? new CellPath(network.Id, 0, null, Within(quantity)) : CellPath.Parse(quantity, network.Id)
            ?? throw user.Wrong($"quantity=\"{quantity}\" is not a path into a cell. Write pop[3]/v or pop/3/component/v.");
        CellIndex cell = _cells.Find(path, quantity, user);
        FlatComponent component = network.Component(cell);
        if (Of(component, path.Rest) is { } own) return new Recording(quantity, cell, default, component, own.Value, own.Dimension);

        string[] steps = path.Rest.Split('/');
        // Cells of one compartment may be addressed by its segment: pop/0/cell/0/v.
        if (steps.Length > 1 && int.TryParse(steps[0], CultureInfo.InvariantCulture, out int _)
            && Of(component, string.Join('/', steps[1..])) is { } segment)
            return new Recording(quantity, cell, default, component, segment.Value, segment.Dimension);
        if (steps.Length > 1 && Attached(cell, steps[0]) is var (attachment, what) && Of(what, string.Join('/', steps[1..])) is { } found)
            return new Recording(quantity, cell, attachment, what, found.Value, found.Dimension);
        string names = string.Join(", ", component.Component.Type.Names.Order(StringComparer.Ordinal).Take(30));
        string on = string.Join(", ", On(cell).Select(a => a.Item2.Id).Distinct().DefaultIfEmpty("nothing"));
        throw user.Wrong($"quantity=\"{quantity}\": {component} has no '{path.Rest}'. It has: {names}. Attached to it: {on}.");
    }

    /// <summary>The cell of an event selection.</summary>
    public CellIndex FindCell(string path, Element user) => !network.IsComponent ? _cells.Find(path, user)
        : Within(path) is "" ? default
        : throw user.Wrong($"'{path}' of {user}: events go out of <{network.Id}> itself, which is '.' here, not of a part of it.");

    // Paths lead from the component on, with or without its name.
    private string Within(string path) => string.Join('/', path.Split('/').SkipWhile(s => s is "." or "" or "this" || s == network.Id));

    private static (Expr Value, Dimension Dimension)? Of(FlatComponent c, string path) =>
        path != "" && c.Find(path) is { } value ? (value, c.DimensionOf(path)) : null;

    // "syn" is the first attachment of that component, "synapses:syn:1" the second.
    private (Attachment, FlatComponent)? Attached(CellIndex cell, string step)
    {
        string[] parts = step.Split(':');
        string id = parts.Length == 3 ? parts[1] : step;
        int n = parts.Length == 3 && int.TryParse(parts[2], CultureInfo.InvariantCulture, out int index) ? index : 0;
        (Attachment, FlatComponent)[] alike = [.. On(cell).Where(a => a.Item2.Id == id)];
        return n >= 0 && n < alike.Length ? alike[n] : null;
    }

    private List<(Attachment, FlatComponent)> On(CellIndex cell)
    {
        if (!_listed) List();
        return _attached.GetValueOrDefault(cell, []);
    }

    private void List()
    {
        _listed = true;
        for (int i = 0; i < network.Events.Count; i++)
            Add(network.Events[i].Post, new Attachment(AttachmentKind.Event, i, true), network.Events[i].Synapse);
        for (int i = 0; i < network.Electrical.Count; i++)
        {
            Add(network.Electrical[i].A, new Attachment(AttachmentKind.Electrical, i, false), network.Electrical[i].Junction);
            Add(network.Electrical[i].B, new Attachment(AttachmentKind.Electrical, i, true), network.Electrical[i].OnB);
        }
        for (int i = 0; i < network.Continuous.Count; i++)
        {
            Add(network.Continuous[i].Pre, new Attachment(AttachmentKind.Continuous, i, false), network.Continuous[i].OnPre);
            Add(network.Continuous[i].Post, new Attachment(AttachmentKind.Continuous, i, true), network.Continuous[i].OnPost);
        }
        for (int i = 0; i < network.Inputs.Count; i++)
            Add(network.Inputs[i].Cell, new Attachment(AttachmentKind.Input, i, true), network.Inputs[i].Input);
    }

    private void Add(CellIndex cell, Attachment attachment, FlatComponent component)
    {
        if (!_attached.TryGetValue(cell, out var list)) _attached.Add(cell, list = []);
        list.Add((attachment, component));
    }
}
