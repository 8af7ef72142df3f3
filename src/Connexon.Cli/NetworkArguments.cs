using System.CommandLine;
using Connexon.NeuroML;
using Connexon.Tables;

namespace Connexon.Cli;

/// <summary>What turns a table into a network, the neuron and the weight of a junction, and what decides how its junctions are treated.</summary>
internal sealed class NetworkArguments
{
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

    private readonly Option<string> _dt = new("--dt") { Description = "The step; of a LEMS file what it says.", DefaultValueFactory = _ => "0.05ms" };

    private readonly Option<string?> _method = new("--method")
    {
        Description = $"The numerical method: {string.Join(", ", Connexon.Method.Names)}. By default {Connexon.Method.Default}, and "
            + $"{LemsOptions.DefaultMethod} for a LEMS file.",
    };

    private readonly Option<string> _solver = new("--solver")
    {
        Description = $"What solves for implicit junctions: {string.Join(", ", Enum.GetNames<SolverKind>())}. A named one makes them implicit.",
        DefaultValueFactory = _ => nameof(SolverKind.Automatic),
    };

    public void AddTo(Command command)
    {
        command.Add(_neuron);
        command.Add(_weight);
        command.Add(_dt);
        command.Add(_method);
        command.Add(_solver);
    }

    /// <summary>The options that a LEMS file has no use for.</summary>
    public IEnumerable<Option> OfTables => [_neuron, _weight];

    /// <summary>The step, if one was given.</summary>
    public Time? DtIfGiven(ParseResult parsed) => parsed.GetResult(_dt) is { Implicit: false } ? Dt(parsed) : null;

    public Time Dt(ParseResult parsed) => Quantities.Parse<Time>("--dt", parsed.GetValue(_dt)!);

    /// <summary>The method, or the usual one if none was given.</summary>
    public Method Method(ParseResult parsed, Method usual) => parsed.GetValue(_method) is { } name ? Connexon.Method.Parse(name) : usual;

    public SolverKind Solver(ParseResult parsed)
    {
        string text = parsed.GetValue(_solver)!;
        string[] names = Enum.GetNames<SolverKind>();
        int index = Array.FindIndex(names, n => n.Equals(text.Replace("-", ""), StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? Enum.Parse<SolverKind>(names[index])
            : throw new FormatException($"--solver: '{text}' is not a solver. Solvers: {string.Join(", ", names)}.");
    }

    /// <summary>The weight as it was written.</summary>
    public string Weight(ParseResult parsed) => parsed.GetValue(_weight)!;

    public (Neuron Neurons, SymmetryGapJunction Gap) Build(ParseResult parsed, ConnectomeTable table)
    {
        Neuron neurons = CatalogueNeuron.Create(parsed.GetValue(_neuron)!, table.Names.Count);
        StateVariable coupled = neurons.Model.States[0];
        Dimension due = neurons.Model.Input!.Dimension / coupled.Symbol.Dimension;
        Quantity weight = Quantities.Parse("--weight", Weight(parsed), due);
        return (neurons, new SymmetryGapJunction(neurons, coupled.Symbol.Name, (_, _) => table.Pairs, table.Weights(weight), ParamType.Fixed));
    }
}
