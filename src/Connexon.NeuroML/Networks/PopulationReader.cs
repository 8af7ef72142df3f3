using System.Globalization;

namespace Connexon.NeuroML;

/// <summary>Reads populations, with a size or as a list of instances.</summary>
internal sealed class PopulationReader(NetworkDescription network, PlacedComponents components, ReadReport report)
{
    private const int MostCells = 100_000_000;

    public void Read(Element e)
    {
        string id = e.Required("id");
        if (network.IndexOf(id) >= 0) throw e.Wrong($"{e}: network '{network.Id}' has a population of that id already.");
        FlatComponent component = components.Of(e, "component");
        Check(e, component);
        Element[] instances = [.. e.Children.Where(c => c.Name == "instance")];
        foreach (Element other in e.Children.Where(c => c.Name is not ("instance" or "property")))
            throw other.Wrong($"{other} in {e} is not supported: list the cells with <instance>, or give size=\"...\".");
        if (instances.Length == 0)
        {
            network.Add(new Population(id, component, Size(e), e.Place));
            return;
        }
        if (e["size"] is { } size && size != instances.Length.ToString(CultureInfo.InvariantCulture))
            report.Add(ReadAction.Noted,
                $"population '{id}' says size=\"{size}\" and lists {instances.Length} instances: the instances count", e.Place);
        network.Add(new Population(id, component, instances.Length, e.Place)
        {
            Positions = Positions(instances),
            Instances = Ids(instances),
        });
    }

    private void Check(Element e, FlatComponent component)
    {
        foreach (Symbol s in component.Equations.Requirements)
            throw e.Wrong($"{component} needs '{s}', {s.Dimension}, which nothing around it gives."
                + (s.Name == "temperature"
                    ? $" Write <network id=\"{network.Id}\" type=\"networkWithTemperature\" temperature=\"37 degC\">."
                    : ""));
        if (component.Equations.States.Count == 0 && component.Train is null)
            report.Add(ReadAction.Noted, $"{component} of population '{e.Id}' has no state", e.Place);
    }

    private static int Size(Element e)
    {
        string text = e["size"] ?? throw e.Wrong($"{e} needs size=\"...\", or a list of <instance>.");
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double size) && size == Math.Round(size)
            && size is >= 0 and <= MostCells
            ? (int)size : throw e.Wrong($"size=\"{text}\" of {e}: a whole number from 0 to {MostCells} is needed.");
    }

    private static Dictionary<int, int>? Ids(Element[] instances)
    {
        var ids = new Dictionary<int, int>(instances.Length);
        bool inOrder = true;
        for (int i = 0; i < instances.Length; i++)
        {
            int id = i;
            if (instances[i].Id is { } text && !int.TryParse(text, CultureInfo.InvariantCulture, out id))
                throw instances[i].Wrong($"{instances[i]}: the id of an instance is a whole number.");
            inOrder &= id == i;
            if (!ids.TryAdd(id, i)) throw instances[i].Wrong($"{instances[i]}: the population has an instance of that id already.");
        }
        return inOrder ? null : ids;
    }

    private static (double, double, double)[]? Positions(Element[] instances)
    {
        Element?[] locations = [.. instances.Select(i => i.Children.FirstOrDefault(c => c.Name == "location"))];
        if (locations.Any(l => l is null)) return null;
        double Coordinate(Element l, string axis) =>
            double.TryParse(l.Required(axis), NumberStyles.Float, CultureInfo.InvariantCulture, out double x) ? x
            : throw l.Wrong($"{axis}=\"{l[axis]}\" of {l} is not a number.");
        return [.. locations.Select(l => (Coordinate(l!, "x"), Coordinate(l!, "y"), Coordinate(l!, "z")))];
    }
}
