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
        Description = $"The neuron that every cell is, unless --cell-table says otherwise: {string.Join(", ", CatalogueNeuron.Names)}.",
        DefaultValueFactory = _ => CatalogueNeuron.Default,
    };

    private readonly Option<string?> _cellTable = new("--cell-table")
    {
        Description = "A table with a row for each cell: its name, its model, parameters by their names (C, gL), where V starts "
            + "(V start), its drive. Units stand with the values or in the header: gL (mS). What is empty is as without the table.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _driveTable = new("--drive-table")
    {
        Description = "Recorded traces that drive cells: a column of times, t (ms), and one for each cell, AVAL (pA).",
        HelpName = "FILE",
    };

    private readonly Option<string> _weight = new("--weight")
    {
        Description = "The weight of one junction; a pair of cells has it times its number of junctions.",
        DefaultValueFactory = _ => "0.1mS",
    };

    private readonly Option<string> _input = new("--input")
    {
        Description = "What drives every cell of a table, or a range from which each draws its own (in the unit of the neuron's input); "
            + "where a table gives drives, only if this is given too.",
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
        .. _table.Options.Concat([_neuron, _weight, _input, _cellTable, _driveTable]).Select(o => (o, IsSaid)),
        (_spectrum, "is for tables: their junctions are one graph."),
        (_precision, "is for tables: what LEMS files attach to cells runs in double precision."),
    ];

    /// <summary>The options of every verb.</summary>
    public void AddTo(Command command)
    {
        _table.AddTo(command);
        command.Add(_neuron);
        command.Add(_weight);
        command.Add(_cellTable);
    }

    /// <summary>Those of what a table says alone.</summary>
    public void AddInfoTo(Command command) => command.Add(_spectrum);

    /// <summary>Those of a run alone.</summary>
    public void AddRunTo(Command command)
    {
        command.Add(_input);
        command.Add(_driveTable);
        command.Add(_precision);
    }

    public override bool Reads(InputFile file) => true;

    public override OpenFile Open(InputFile file, ParseResult parsed)
    {
        ConnectomeTable table = _table.Read(file.Path, parsed);
        string? cellPath = parsed.GetValue(_cellTable), drivePath = parsed.GetValue(_driveTable);
        CellTable? cells = cellPath is null ? null : TableArguments.InWords(() => CellTable.Read(cellPath));
        string weight = parsed.GetValue(_weight)!;
        var network = new TableNetwork(table, CellModels.Populations(table, cells, cellPath, parsed.GetValue(_neuron)!), weight);
        CellValues? values = cells is null ? null : new CellValues(cells, cellPath!, network);
        var drives = new TableDriving(network, values);
        if (parsed.CommandResult.Command.Options.Contains(_input)) // of a run alone
        {
            if (drivePath is not null) drives.Add(TableArguments.InWords(() => DriveTable.Read(drivePath)), drivePath);
            drives.Add(parsed.GetValue(_input)!, isGiven: parsed.GetResult(_input) is { Implicit: false });
        }
        var defaults = new RunDefaults(Method.Default)
        {
            Duration = DefaultDuration,
            Dt = DefaultDt,
            Precision = Precision(parsed),
            Parameters = values?.Parameters,
        };
        var described = new Described(drives.Network, defaults)
        {
            Outputs =
            [
                .. network.Populations.Select(p => new StateOutput(network.FileOf(p), p.First)),
                new PopulationSpikeOutput("spikes.csv", [.. network.Populations.Select(p => (p.Neurons, (IReadOnlyList<string>)p.Cells))]),
            ],
            Inputs = [.. new[] { file.Name, cellPath, drivePath }.OfType<string>()],
        };
        return new OpenTable(network, described, weight, [.. values?.Warnings ?? [], .. drives.Warnings])
        {
            Spectrum = parsed.GetValue(_spectrum),
        };
    }

    private Precision Precision(ParseResult parsed) => parsed.GetValue(_precision)?.ToLowerInvariant() switch
    {
        "double" or null => Connexon.Precision.Double,
        "single" => Connexon.Precision.Single,
        var other => throw new FormatException($"--precision: '{other}' is neither double nor single."),
    };
}
