namespace Connexon.NeuroML;

/// <summary>Places a component and everything that it refers to as a child.</summary>
internal sealed class InstanceTree(LemsDocument document)
{
    private const int MostDepth = 40, MostInstances = 100_000;
    private int _count;

    /// <summary>The tree of a component.</summary>
    /// <param name="component">The component.</param>
    /// <param name="surroundings">What it stands in, where its requirements may be met; null for nothing.</param>
    public Instance Plant(Component component, Instance? surroundings)
    {
        _count = 0;
        return Grow(component, surroundings, "", 0);
    }

    private Instance Grow(Component component, Instance? parent, string path, int depth)
    {
        if (depth > MostDepth || ++_count > MostInstances)
            throw component.Source.Wrong($"{component} holds more than {MostInstances} components, or {MostDepth} within each other: "
                + "it may contain itself.");
        var instance = new Instance(component, parent, path);
        foreach (var group in component.Children.GroupBy(c => c.Slot))
        {
            var names = new HashSet<string>();
            bool many = component.Type.Slots.TryGetValue(group.Key, out Slot? slot) && slot.Many;
            foreach ((_, Component child) in group)
            {
                // A single part goes by its slot, whatever its id, so that cells of like parts have like equations.
                string name = many && child.Source.Id is { } id ? id : group.Key;
                for (int n = 1; !names.Add(name); n++) name = $"{(many && child.Source.Id is { } given ? given : group.Key)}{n}";
                instance.Add(group.Key, Grow(child, instance, $"{path}{name}/", depth + 1));
            }
        }
        foreach (string reference in component.Type.Instances)
            if (component.Text(reference) is { } id)
                instance.Add(reference, Grow(document.Component(id, component.Source, reference), instance, $"{path}{reference}/",
                    depth + 1));
        return instance;
    }
}
