using Connexon;

using static Connexon.Units;

namespace Outsider;

/// <summary>
/// A format of one's own, read into a network: a line for each junction, "name name weight". The network is a value like any other, so that
/// all that the library does with networks works on it.
/// </summary>
internal sealed class EdgeList
{
    private EdgeList(string[] names, SymmetryGapJunction junctions, Integrator cells) =>
        (Names, Junctions, Cells) = (names, junctions, cells);

    public IReadOnlyList<string> Names { get; }

    public SymmetryGapJunction Junctions { get; }

    public Integrator Cells { get; }

    public Network Network => new(Cells, Junctions);

    public static EdgeList Read(TextReader text)
    {
        var ids = new Dictionary<string, int>();
        var (pairs, weights) = (new List<(int, int)>(), new List<Conductance>());
        for (int number = 1; text.ReadLine() is { } line; number++)
        {
            string[] words = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length != 3) throw new FormatException($"Line {number} is '{line}': write two names and a weight, a b 0.1 mS.");
            pairs.Add((Id(words[0]), Id(words[1])));
            weights.Add(Conductance.Parse(words[2]));
        }
        var cells = new Integrator(ids.Count);
        return new([.. ids.Keys], new SymmetryGapJunction(cells, "V", Connect.Pairs([.. pairs]), weights.ToArray()), cells);

        int Id(string name) => ids.TryGetValue(name, out int id) ? id : ids[name] = ids.Count;
    }
}

public class OwnFormat
{
    private const string Text = "AVAL AVAR 0.5 mS\nAVAR PVCL 250 uS\nPVCL AVAL 0.125mS\n";

    [Fact]
    public void A_file_becomes_a_network()
    {
        EdgeList file = EdgeList.Read(new StringReader(Text));

        Assert.Equal(["AVAL", "AVAR", "PVCL"], file.Names);
        Assert.Equal(["0.5 mS", "0.25 mS", "0.125 mS"], file.Junctions.Weight.Value.Select(w => $"{w}"));
        Assert.Equal(0.1 * 0.75, file.Network.Coupling(0.1 * ms).LargestKappa, 1e-15); // of AVAR: 0.5 mS and 0.25 mS on 1 uF
    }

    /// <summary>The run, its batch of changed weights and its check at half the step are those of any network.</summary>
    [Fact]
    public void It_runs_to_the_bits_of_the_network_that_is_written_by_hand()
    {
        EdgeList file = EdgeList.Read(new StringReader(Text));
        var cells = new Integrator(3);
        var gap = new SymmetryGapJunction(cells, "V", Connect.Pairs((0, 1), (1, 2), (2, 0)), [0.5 * mS, 0.25 * mS, 0.125 * mS]);
        Init<Current> currents = (Current[])[1 * uA, 0 * uA, 0 * uA];

        Run read = file.Network.Drive(file.Cells, currents).Run(10 * ms, dt: 0.1 * ms);
        Run written = new Network(cells, gap).Drive(cells, currents).Run(10 * ms, dt: 0.1 * ms);

        for (int i = 0; i < 3; i++) Assert.Equal(written[cells.V].Numbers(i), read[file.Cells.V].Numbers(i));
        Assert.Equal(10.0 / 3, Enumerable.Range(0, 3).Average(i => read[file.Cells.V].Number(100, i)), 1e-12); // 10 ms of 1 uA into 3 uF
        Assert.True(file.Network.Drive(file.Cells, currents).Verify(10 * ms, dt: 0.1 * ms).IsGoodEnough);
    }

    [Fact]
    public void Its_mistakes_are_named_in_the_librarys_words()
    {
        static string Refused(string text) => Assert.Throws<FormatException>(() => EdgeList.Read(new StringReader(text))).Message;

        Assert.Equal("Line 2 is 'b c': write two names and a weight, a b 0.1 mS.", Refused("a b 1 mS\nb c"));
        Assert.Equal("'MS' in '1 MS' is not a known unit. Did you mean 'mS' or 'ms'? Units of conductance: S, mS, uS, nS, pS.",
            Refused("a b 1 MS"));
    }
}
