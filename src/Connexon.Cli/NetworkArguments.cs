using System.CommandLine;
using Connexon.Tables;

namespace Connexon.Cli;

/// <summary>What turns a table into a network: the neuron and the weight of a junction.</summary>
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

    private readonly Option<string> _dt = new("--dt") { Description = "The step.", DefaultValueFactory = _ => "0.01ms" };

    public void AddTo(Command command)
    {
        command.Add(_neuron);
        command.Add(_weight);
        command.Add(_dt);
    }

    public Time Dt(ParseResult parsed) => Quantities.Parse<Time>("--dt", parsed.GetValue(_dt)!);

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
