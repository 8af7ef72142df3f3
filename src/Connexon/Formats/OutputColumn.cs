namespace Connexon;

/// <summary>A quantity of one neuron, or of something that is attached to one, as it is written or drawn.</summary>
/// <param name="Name">What the column is called.</param>
/// <param name="Elements">The population, or the elements that are attached to neurons.</param>
/// <param name="Index">Which of them.</param>
/// <param name="Value">An expression of its states and parameters and of the time.</param>
/// <param name="Factor">What is written of a value in base units: 0.001 for volts where the value is in mV.</param>
public sealed record OutputColumn(string Name, Neuron Elements, int Index, Expr Value, double Factor = 1)
{
    /// <summary>"v: V of HH(3)[2]".</summary>
    public override string ToString() => $"{Name}: {Value} of {Elements}[{Index}]";

    internal static Network Record(
        Network network, string what, IReadOnlyList<OutputColumn> columns, int every, Func<OutputWriter, RowSink> sink)
    {
        double[] factors = [.. columns.Select(c => c.Factor)];
        Probe[] probes = [.. columns.Select(c => new Probe(c.Elements, c.Index, c.Value))];
        return network.Record(what, probes, every, files => new ScaledSink(sink(files), factors));
    }
}

/// <summary>A picture of lines that is asked for of a run.</summary>
/// <param name="Id">What messages call it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Unit">The unit of the values ("mV"), where all lines have one; else empty.</param>
public sealed record DisplayRequest(string Id, string Title, IReadOnlyList<OutputColumn> Lines, string Unit);
