using System.Globalization;

namespace Connexon;

public sealed partial class SpikeRecord
{
    /// <summary>Writes all spikes to a file: a line each, time in ms and neuron, in a batch also its member.</summary>
    /// <param name="path">The file, .csv; it appears whole or not at all.</param>
    /// <exception cref="ArgumentException">It ends in something else.</exception>
    public void Save(string path) => WholeFile.Write(CsvText.Checked(path), draft =>
    {
        using var file = new StreamWriter(draft);
        file.Write(Members > 1 ? "t_ms,neuron,member\n" : "t_ms,neuron\n");
        for (int k = 0; k < Count; k++)
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"{Time(k).Value:R},{Neuron(k)}");
            file.Write(Members > 1 ? $"{line},{Member(k)}\n" : line + "\n");
        }
    });

    /// <summary>How many, of which and when: "12 spikes of 2 of 10 neurons of HH, 5.32 ms .. 97.1 ms".</summary>
    public override string ToString()
    {
        string of = Population.DisplayName;
        if (Count == 0) return $"no spikes of {of}";
        int neurons = Enumerable.Range(0, Count).Select(Neuron).Distinct().Count();
        Quantity first = Time(0), last = Time(Count - 1);
        return $"{Counted.Of(Count, "spike")} of {neurons} of {Counted.Of(Population.Size, "neuron")} of {of}, "
            + $"{first.Rounded(6)} .. {last.Rounded(6)}";
    }
}
