using System.CommandLine;
using Spectre.Console;

namespace Connexon.Cli;

/// <summary>connexon models: the catalogue, with equations, parameters, defaults and sources.</summary>
internal static class ModelsCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "One model, in full; all of them in a line each if left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var program = new Option<string?>("--program")
        {
            Description = "What a method computes for each neuron in a step, value by value, with the number of operations of each kind; "
                + "the default's if none is named.",
            HelpName = "METHOD",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("models", """
            The built-in neurons: equations, parameters with defaults, sources.

            Examples:
              connexon models
              connexon models WangBuzsakiHH
              connexon models HH --program ExponentialEuler
            """)
        {
            name,
            program,
        };
        command.SetAction(parsed => parsed.GetValue(name) is not { } wanted ? ShowAll()
            : parsed.GetResult(program) is null ? ShowOne(Entry(wanted)) : ShowProgram(Entry(wanted), parsed.GetValue(program)));
        return command;
    }

    private static int ShowAll()
    {
        int width = Catalogue.Neurons.Max(n => n.Name.Length);
        foreach (CatalogueEntry n in Catalogue.Neurons)
        {
            AnsiConsole.Markup($"[bold]{n.Name.PadRight(width)}[/]  ");
            Console.Out.WriteLine(n.Summary); // not wrapped: scripts take a line for a model
        }
        return CommandLine.Success;
    }

    private static CatalogueEntry Entry(string name) =>
        Catalogue.Neurons.FirstOrDefault(n => n.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new FormatException($"'{name}' is not a model. Models: {string.Join(", ", Catalogue.Neurons.Select(n => n.Name))}.");

    private static int ShowProgram(CatalogueEntry entry, string? method)
    {
        Console.Out.Write(entry.Create(1).Program(method is null ? null : Method.Parse(method)));
        return CommandLine.Success;
    }

    private static int ShowOne(CatalogueEntry entry)
    {
        Model m = entry.Model;
        Console.Out.WriteLine($"{m.Name}: {entry.Summary}");
        Console.Out.WriteLine(m.Source);
        Section("states", m.States.Where(s => s.Slope is not null)
            .Select(s => (s.Symbol.Name, $"d{s.Symbol}/dt = {m.TextOf(s.Slope!)}; starts at {s.StartText}")));
        Section("where", m.Derived.Select(d => (d.Name, $"{d.Value}")));
        int width = m.Parameters.Select(p => p.ValueText.Length).DefaultIfEmpty().Max();
        Section("parameters", m.Parameters.Select(p => (p.Symbol.Name, $"{p.ValueText.PadRight(width)}  {p.Meaning}".TrimEnd())));
        Section("input", m.Inputs.Select(i => (i.Name, $"{i.Dimension}: drive, junctions and synapses, summed")));
        Section("outputs", m.Outputs.Select(o => (o.Name, $"{o.Dimension}: to be recorded")));
        foreach (SpikeRule spike in m.Spikes)
        {
            string crossing = spike.Rising ? "rises through" : "is at or above";
            Section(m.Spikes.Count > 1 || spike.Name != "spike" ? $"spike '{spike.Name}'" : "spike",
            [
                ("when", $"{spike.Watched} {crossing} {spike.Threshold}"),
                .. spike.Resets.Select(r => ("reset", $"{r.State} = {r.Value}")),
                .. spike.Refractory is { } held ? new[] { ("held", $"{string.Join(", ", held.Held)} for {held.Duration}") } : [],
            ]);
        }
        return CommandLine.Success;
    }

    private static void Section(string title, IEnumerable<(string Name, string Text)> rows)
    {
        (string Name, string Text)[] all = [.. rows];
        if (all.Length == 0) return;
        Console.Out.WriteLine();
        AnsiConsole.MarkupLine($"[bold]{title}[/]");
        foreach (var (name, text) in all) Console.Out.WriteLine($"  {name.PadRight(all.Max(r => r.Name.Length))}  {text}");
    }
}
