using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>Published files read as they stand: counts as their authors and the format's notes give them, or one clear error.</summary>
public class PublishedFiles
{
    private static readonly string[] Folders = ["NeuroML2/LEMSexamples", "NeuroML2/examples", "c302/examples", "pyloric/NeuroML2",
        "opencortex/examples"];

    /// <summary>What files cannot be run yet, or are broken as published, end in.</summary>
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["LEMS_NML2_Ex25_MultiComp.xml"] =
            "NML2_MultiCompCellNetwork.nml(34): <cell id=\"MultiCompCell\"> has 4 segments: cells of several compartments",
        ["NML2_MultiCompCellNetwork.nml"] =
            "NML2_MultiCompCellNetwork.nml(34): <cell id=\"MultiCompCell\"> has 4 segments: cells of several compartments",
        ["NML2_SegmentConnections.nml"] =
            "NML2_SegmentConnections.nml(20): <cell id=\"dendCell\"> has 3 segments: cells of several compartments",
        ["LEMS_GapJunctions.xml"] = "pyr_4_sym.cell.nml(27): <cell id=\"pyr_4_sym\"> has 9 segments: cells of several compartments",
        ["GapJunctions.net.nml"] = "pyr_4_sym.cell.nml(27): <cell id=\"pyr_4_sym\"> has 9 segments: cells of several compartments",
        ["LEMS_Fig3a.xml"] = "LP_3.cell.nml(11): <cell id=\"LP\"> is defined twice with different content: first at LP_4.cell.nml(11).",
    };

    [Fact]
    public void Every_file_reads_or_says_clearly_why_not()
    {
        var wrong = new List<string>();
        int read = 0;
        foreach (string file in Folders.SelectMany(f => Directory.EnumerateFiles(SharedData.Path(f.Split('/'))))
            .Where(f => Path.GetExtension(f) is ".xml" or ".nml").Order())
        {
            string name = Path.GetFileName(file);
            try
            {
                NeuroMLFile.Read(file);
                read++;
                if (Refused.ContainsKey(name)) wrong.Add($"{name} was read");
            }
            catch (NeuroMLException e)
            {
                if (!Refused.TryGetValue(name, out string? due) || !e.Message.StartsWith(due)) wrong.Add($"{name}: {e.Message}");
            }
        }
        Assert.Empty(wrong);
        Assert.True(read > 80, $"{read} files were read");
    }

    [Theory]
    [InlineData("c302/examples/LEMS_c302_A_Pharyngeal.xml", 20, 0, 0, 134, 10)]
    [InlineData("c302/examples/LEMS_c302_B_Pharyngeal.xml", 20, 49, 0, 85, 10)]
    [InlineData("c302/examples/LEMS_c302_C_Pharyngeal.xml", 20, 49, 0, 85, 10)]
    [InlineData("c302/examples/LEMS_c302_B_Oscillator.xml", 14, 24, 0, 31, 2)]
    [InlineData("c302/examples/LEMS_c302_C1_Oscillator.xml", 14, 24, 31, 0, 2)]
    [InlineData("opencortex/examples/LEMS_Weights.xml", 30, 360, 54, 64, 6)]
    [InlineData("pyloric/NeuroML2/LEMS_Fig2a.xml", 6, 0, 5, 0, 3)]
    [InlineData("NeuroML2/LEMSexamples/LEMS_NML2_Ex26_Weights.xml", 12, 3, 3, 3, 3)]
    [InlineData("NeuroML2/LEMSexamples/LEMS_NML2_Ex16_Inputs.xml", 18, 0, 0, 5, 8)]
    [InlineData("NeuroML2/LEMSexamples/LEMS_NML2_Ex14_PyNN.xml", 13, 0, 0, 4, 0)]
    public void Counts(string file, int cells, int electrical, int continuous, int synapses, int inputs)
    {
        NetworkDescription n = NeuroMLFile.Read(SharedData.Path(file.Split('/'))).Network!;

        Assert.Equal((cells, electrical, continuous, synapses, inputs),
            (n.Cells, n.Electrical.Count, n.Continuous.Count, n.Events.Count, n.Inputs.Count));
    }

    [Theory]
    [InlineData("c302_B_Oscillator",
        "12 pairs of cells are listed in both directions: each listing is a junction, so these have the sum of both")]
    [InlineData("c302_C_Pharyngeal",
        "13 pairs of cells are listed in both directions: each listing is a junction, so these have the sum of both")]
    [InlineData("c302_C_Pharyngeal", "2 junctions join a cell with itself and carry nothing")]
    public void Oddities_are_reported(string network, string note) =>
        Assert.Contains(NeuroMLFile.Read(SharedData.Path("c302", "examples", $"LEMS_{network}.xml")).Report.Notes, n => n.Text == note);

    [Fact]
    public void Cells_of_all_populations_share_their_equations() =>
        Assert.Single(NeuroMLFile.Read(SharedData.Path("c302", "examples", "LEMS_c302_C_Pharyngeal.xml")).Network!.Populations
            .Select(p => p.Component.Equations).Distinct());
}
