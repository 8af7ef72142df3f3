using System.CommandLine;
using Connexon.Tables;

namespace Connexon.Cli;

/// <summary>Connectome tables, and what only they have options for: how to read them, and what turns one into a network.</summary>
internal sealed class TableKind : FileKind
{
    private const string IsSaid = "is for tables: a LEMS file says itself what its cells, junctions and inputs are.";
    private readonly TableArguments _table = new();
    private readonly Option<string> _neuron = new("--neuron")
    {
        Description = $"The neuron that every cell is: {string.Join(", ", CatalogueNeuron.Names)}.",
        DefaultValueFactory = _ => CatalogueNeuron.Default,
    };

    private readonly Option<string> _weight = new("--weight")
    {
        Description = "The weight of one junction; a pair of cells has it times its number of junctions.",
        DefaultValueFactory = _ => "0.1mS",
    };

    private readonly Option<string> _input = new("--input")
    {
        Description = "What drives every cell of a table, or a range from which each draws its own (in the unit of the neuron's input).",
        DefaultValueFactory = _ => "6uA..12uA",
    };

    private readonly Option<bool> _spectrum = new("--spectrum")
    {
        Description = "The ends of the Laplacian's spectrum, also where they take seconds: "
            + $"of a table of more than {OpenTable.QuickSpectrum} cells.",
    };

    private readonly Option<string> _precision = new("--precision")
    {
        Description = "The numbers of states, parameters and weights: double, or single (7 digits, half the memory), for explicit methods.",
        DefaultValueFactory = _ => "double",
    };

    /// <summary>The step of a run, where none is given.</summary>
    public static Time DefaultDt { get; } = new(0.05);

    private static Time DefaultDuration { get; } = new(200);

    public override IEnumerable<(Option Option, string Why)> Own =>
    [
        .. _table.Options.Append(_neuron).Append(_weight).Append(_input).Select(o => (o, IsSaid)),
        (_spectrum, "is for tables: their junctions are one graph."),
        (_precision, "is for tables: what LEMS files attach to cells runs in double precision."),
    ];

    /// <summary>The options of every verb.</summary>
    public void AddTo(Command command)
    {
        _table.AddTo(command);
        command.Add(_neuron);
        command.Add(_weight);
    }

    /// <summary>Those of what a table says alone.</summary>
    public void AddInfoTo(Command command) => command.Add(_spectrum);

    /// <summary>Those of a run alone.</summary>
    public void AddRunTo(Command command)
    {
        command.Add(_input);
        command.Add(_precision);
    }

    public override bool Reads(InputFile file) => true;

    public override OpenFile Open(InputFile file, ParseResult parsed)
    {
        ConnectomeTable table = _table.Read(file.Path, parsed);
        Neuron neurons = CatalogueNeuron.Create(parsed.GetValue(_neuron)!, table.Names.Count);
        StateVariable coupled = neurons.Model.States[0];
        string text = parsed.GetValue(_weight)!;
        Quantity weight = Quantities.Parse("--weight", text, neurons.Model.Input!.Dimension / coupled.Symbol.Dimension);
        var gap = new SymmetryGapJunction(neurons, coupled.Symbol.Name, (_, _) => table.Pairs, table.Weights(weight), ParamType.Fixed);
        var network = new Network(neurons, gap);
        if (parsed.CommandResult.Command.Options.Contains(_input)) // of a run alone
            network = network.Drive(neurons, Quantities.ParseRange("--input", parsed.GetValue(_input)!, neurons.Model.Input!.Dimension));
        var defaults = new RunDefaults(Method.Default) { Duration = DefaultDuration, Dt = DefaultDt, Precision = Precision(parsed) };
        State first = neurons[coupled.Symbol.Name];
        var described = new Described(network, defaults)
        {
            Outputs = [new StateOutput($"{first.Name}.csv", first), new PopulationSpikeOutput("spikes.csv", neurons, table.Names)],
            Inputs = [file.Name],
        };
        return new OpenTable(table, neurons, described, text) { Spectrum = parsed.GetValue(_spectrum) };
    }

    private Precision Precision(ParseResult parsed) => parsed.GetValue(_precision)?.ToLowerInvariant() switch
    {
        "double" or null => Connexon.Precision.Double,
        "single" => Connexon.Precision.Single,
        var other => throw new FormatException($"--precision: '{other}' is neither double nor single."),
    };
}
