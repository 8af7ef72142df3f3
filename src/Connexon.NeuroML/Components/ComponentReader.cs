namespace Connexon.NeuroML;

/// <summary>Makes components of elements: finds their types, and the slots that their children belong to.</summary>
internal sealed class ComponentReader(LemsDocument document)
{
    private static readonly HashSet<string> Always = ["id", "type", "name", "extends", "neuroLexId", "metaid"];

    /// <summary>A component at the top of a file.</summary>
    public Component Read(Element e) => Read(e, document.TypeOf(e));

    private Component Read(Element e, ComponentType type)
    {
        Component? prototype = e["extends"] is { } id ? document.Component(id, e, "extends") : null;
        var component = new Component(type, e) { Prototype = prototype };
        if (prototype is not null)
            foreach ((string slot, Component child) in prototype.Children) component.Add(slot, child);
        // What is in a network is read by NetworkReader.
        if (!type.Is("network"))
            foreach (Element child in e.Children) Add(component, child);
        foreach ((string name, string value) in e.Attributes) Attribute(component, name, value);
        return component;
    }

    private void Add(Component parent, Element e)
    {
        if (parent.Type.Slots.TryGetValue(e.Name, out Slot? slot))
        {
            string name = e["type"] ?? slot.Type;
            ComponentType type = document.Types.Find(name)
                ?? throw e.Wrong($"{e} of {parent}: '{name}' is not a component type.{Near(name)} Include the file that defines it.");
            parent.Add(slot.Name, Read(e, type));
            return;
        }
        if (document.Types.Find(e["type"] ?? e.Name) is { } own
            && parent.Type.Slots.Values.FirstOrDefault(s => own.Is(s.Type)) is { } fitting)
        {
            parent.Add(fitting.Name, Read(e, own));
            return;
        }
        if (e.Name != "property") throw NoPart(parent, e);
        document.Report.Add(ReadAction.Dropped, "<property> is a note and has no effect", e.Place);
    }

    private NeuroMLException NoPart(Component parent, Element e) =>
        e.Name.StartsWith("channelDensityNonUniform", StringComparison.Ordinal)
            ? e.Wrong($"{e} is not supported yet: a density that varies along the cell needs cells of several compartments.")
        : document.Types.Contains(e["type"] ?? e.Name)
            ? e.Wrong($"{e} is no part of {parent.Type.Name}, whose parts are "
                + $"{string.Join(", ", parent.Type.Slots.Keys.DefaultIfEmpty("none"))}.")
        : e.Wrong($"{e} of {parent}: '{e["type"] ?? e.Name}' is not a component type.{Near(e["type"] ?? e.Name)} "
            + "Include the file that defines it.");

    private string Near(string name) => DidYouMean.Among(document.Types.Names, name);

    private void Attribute(Component c, string name, string value)
    {
        ComponentType type = c.Type;
        if (Always.Contains(name) || type.Texts.Contains(name) || type.References.Contains(name)
            || type.Find(name) is ParameterMember) return;
        // A part that is defined on its own and named here: <cell morphology="m1">.
        if (type.Slots.TryGetValue(name, out Slot? slot)) c.Add(slot.Name, document.Component(value, c.Source, name));
        else document.Report.Add(ReadAction.Dropped,
            $"attribute '{name}' of <{c.Source.Name}> is not known to {type.Name} and has no effect", c.Source.Place);
    }
}
