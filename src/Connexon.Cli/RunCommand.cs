using System.CommandLine;

namespace Connexon.Cli;

/// <summary>connexon run: a connectome table, or a LEMS file, becomes a simulated network.</summary>
internal sealed class RunCommand
{
    private readonly TableArguments _table = new();
    private readonly NetworkArguments _network = new();
    private readonly RunArguments _run = new();
    private readonly LemsArguments _lems = new();
    private readonly Option<string> _input = new("--input")
    {
        Description = "What drives every cell of a table, or a range from which each draws its own (in the unit of the neuron's input).",
        DefaultValueFactory = _ => "6uA..12uA",
    };

    public static Command Create()
    {
        var run = new RunCommand();
        var command = new Command("run", """
            Simulates a network. A connectome table (csv, tsv, xlsx): every cell a neuron, every pair a junction. A LEMS file (xml): what it
            says, as it says, with its own step and length, writing the files that it asks for.

            Examples:
              connexon run connectome.csv --plot network.png
              connexon run connectome.xlsx --weight 0.02mS --input 8uA..10uA --duration 500ms --out results
              connexon run connectome.tsv --neuron WangBuzsakiHH --input 1uA..2uA --weight 0.01mS --json
              connexon run connectome.csv --neuron hh_psc_alpha_gap --input 100pA..200pA --weight 0.5nS
              connexon run connectome.csv --dt 0.1ms --verify
              connexon run LEMS_network.xml --out results --plot displays.png
              connexon run LEMS_network.xml --format csv --sample 0.5ms --method fast
            """);
        run._table.AddTo(command);
        run._network.AddTo(command);
        command.Add(run._input);
        run._run.AddTo(command);
        run._lems.AddTo(command);
        command.SetAction(run.Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        if (LemsArguments.Reads(_table.Path(parsed)))
        {
            LemsArguments.Refuse(parsed, [.. _table.Options, .. _network.OfTables, _input],
                "is for tables: a LEMS file says itself what its cells, junctions and inputs are.");
            LemsArguments.Refuse(parsed, _run.OfTables, "is for tables: what LEMS files attach to cells runs in double precision.");
            return LemsRun.Execute(_table.Path(parsed), _lems, _run, _network, parsed);
        }
        LemsArguments.Refuse(parsed, _lems.Options, "is for LEMS files (.xml, .nml).");
        return TableRun.Execute(_table, _network, _run, parsed.GetValue(_input)!, parsed);
    }
}
