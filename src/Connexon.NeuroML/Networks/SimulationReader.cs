using System.Globalization;

namespace Connexon.NeuroML;

/// <summary>Reads a &lt;Simulation&gt;.</summary>
internal sealed class SimulationReader(LemsDocument document, NetworkDescription network)
{
    private readonly QuantityFinder _quantities = new(network, document.Report);

    public SimulationDescription Read(Element e)
    {
        double length = Time(e, "length"), step = Time(e, "step");
        if (!(step > 0)) throw e.Wrong($"step=\"{e["step"]}\" of {e}: a step is more than 0.");
        if (!(length >= 0) || length / step > 1e12) throw e.Wrong($"length=\"{e["length"]}\" of {e}: 0 to 1e12 steps can be run.");
        ulong? seed = e["seed"] is not { } text ? null
            : ulong.TryParse(text, CultureInfo.InvariantCulture, out ulong s) ? s
            : throw e.Wrong($"seed=\"{text}\" of {e}: a whole number, 0 or more, is needed.");
        var simulation = new SimulationDescription(e.Id ?? e.Name, length, step, seed);
        foreach (Element part in e.Children)
            switch (part.Name)
            {
                case "OutputFile":
                    simulation.Outputs.Add(Output(part));
                    break;
                case "EventOutputFile":
                    simulation.Events.Add(Events(part));
                    break;
                case "Display":
                    simulation.Displays.Add(Display(part));
                    break;
                case "Meta":
                    simulation.Methods.Add((part["for"] ?? "", part["method"] ?? ""));
                    document.Report.Add(ReadAction.Noted,
                        $"method=\"{part["method"]}\" is asked for from {part["for"]}; choose one with --method", part.Place);
                    break;
                default:
                    document.Report.Add(ReadAction.Dropped, $"<{part.Name}> in a simulation is not known and has no effect", part.Place);
                    break;
            }
        Repeated(simulation);
        return simulation;
    }

    private OutputFile Output(Element e)
    {
        var file = new OutputFile(e.Id ?? "", FileOf(e), e.Place);
        foreach (Element c in e.Children)
            if (c.Name == "OutputColumn") file.Columns.Add((c.Id ?? "", _quantities.Find(c.Required("quantity"), c)));
            else document.Report.Add(ReadAction.Dropped, $"<{c.Name}> in an output file is not known and has no effect", c.Place);
        return file;
    }

    private EventFile Events(Element e)
    {
        bool timeFirst = e["format"] switch
        {
            null or "TIME_ID" => true,
            "ID_TIME" => false,
            var other => throw e.Wrong($"format=\"{other}\" of {e}: TIME_ID or ID_TIME is needed."),
        };
        var file = new EventFile(e.Id ?? "", FileOf(e), timeFirst, e.Place);
        foreach (Element s in e.Children)
            if (s.Name == "EventSelection")
                file.Selections.Add(Selected(s));
            else document.Report.Add(ReadAction.Dropped, $"<{s.Name}> in an event file is not known and has no effect", s.Place);
        return file;
    }

    private (string, CellIndex, string?) Selected(Element e)
    {
        CellIndex cell = _quantities.FindCell(e.Required("select"), e);
        FlatComponent c = network.Component(cell);
        string? port = e["eventPort"];
        string[] ports = [.. c.Equations.Spikes.Select(s => s.Port).Distinct()];
        if (c.Train is not null || port is null || ports.Length == 0 || ports.Contains(port)) return (e.Id ?? "", cell, port);
        if (ports.Length > 1)
            throw e.Wrong($"eventPort=\"{port}\" of {e}: {c} sends no events there, but at {string.Join(", ", ports)}.");
        document.Report.Add(ReadAction.Noted, $"eventPort=\"{port}\": {c} sends events at '{ports[0]}' alone, which is meant", e.Place);
        return (e.Id ?? "", cell, null);
    }

    private Display Display(Element e)
    {
        (double, double)? Range(string from, string to) =>
            Number(e, from) is { } a && Number(e, to) is { } b && a < b ? (a, b) : null;
        double timeScale = e["timeScale"] is null ? 1 : Time(e, "timeScale");
        var display = new Display(e.Id ?? "", e["title"] ?? e.Id ?? "", timeScale, Range("xmin", "xmax"), Range("ymin", "ymax"));
        foreach (Element line in e.Children)
        {
            if (line.Name != "Line")
            {
                document.Report.Add(ReadAction.Dropped, $"<{line.Name}> in a display is not known and has no effect", line.Place);
                continue;
            }
            try
            {
                Recording recording = _quantities.Find(line.Required("quantity"), line);
                display.Lines.Add(new DisplayLine(line.Id ?? "", recording, Scale(line, recording.Dimension), line["color"]));
            }
            catch (NeuroMLException x)
            {
                // A line that cannot be drawn does not keep the network from being run.
                document.Report.Add(ReadAction.Dropped, $"a line of display '{display.Id}' is not drawn: {x.Message}", line.Place);
            }
        }
        return display;
    }

    // LEMS divides SI by SI whatever the dimensions: a scale of 1 ms for a voltage divides volts by 0.001.
    private double Scale(Element line, Dimension dimension)
    {
        Quantity scale = line["scale"] is { } text ? document.Units.Parse(text, line.Place) : Quantity.Number(1);
        double si = SiScale.FromBase(scale.Value, scale.Dimension);
        if (!scale.Dimension.IsNone && scale.Dimension != dimension)
            document.Report.Add(ReadAction.Noted,
                $"scale=\"{line["scale"]}\" of a line is {scale.Dimension}, its quantity {dimension}: the numbers in SI are divided",
                    line.Place);
        return SiScale.ToBase(si, dimension);
    }

    private double Time(Element e, string attribute) =>
        document.Units.Parse(e.Required(attribute), Dimension.Time, attribute, e.Place).Value;

    private static double? Number(Element e, string attribute) =>
        double.TryParse(e[attribute], NumberStyles.Float, CultureInfo.InvariantCulture, out double x) ? x : null;

    private static string FileOf(Element e)
    {
        string name = e.Required("fileName");
        if (name.Length == 0) throw e.Wrong($"fileName=\"\" of {e}: name a file.");
        return e["path"] is { } folder and not "" ? System.IO.Path.Combine(folder, name) : name;
    }

    private void Repeated(SimulationDescription s)
    {
        foreach (var same in s.Outputs.Select(o => (o.Path, o.Place)).Concat(s.Events.Select(f => (f.Path, f.Place)))
            .GroupBy(f => System.IO.Path.GetFullPath(f.Path, "/")).Where(g => g.Count() > 1))
            document.Report.Add(ReadAction.Noted, $"{same.Count()} outputs have the file name '{same.First().Path}'", same.Last().Place);
        foreach (OutputFile o in s.Outputs)
            foreach (var same in o.Columns.GroupBy(c => c.Recording.Quantity).Where(g => g.Count() > 1))
                document.Report.Add(ReadAction.Noted, $"'{same.Key}' stands in {same.Count()} columns of '{o.Path}'", o.Place);
    }
}
