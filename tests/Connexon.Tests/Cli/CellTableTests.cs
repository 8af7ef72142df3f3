using System.Text.Json.Nodes;
using static Connexon.Units;

namespace Connexon.Tests.Cli;

/// <summary>
/// Connectomes of mixed cells in one command: models, parameters, starts and drives of single cells, traces that drive them.
/// </summary>
public sealed class CellTableTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connexon").FullName;

    public CellTableTests() => Write("t.csv", "pre,post,weight\nA,B,2\nB,C,1\n");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_network_of_mixed_cells_is_what_a_script_makes_of_them()
    {
        Write("cells.csv", "cell,type,C (uF),gL,drive,V start\n"
            + "A,HH,1,0.3mS,10uA,-65mV\nC,WangBuzsakiHH,2,,1uA,-60mV\nB,hh,1.5,0.2mS,,-64mV\n");

        var (exitCode, output, errors) =
            Run("--cell-table", "cells.csv", "--weight", "0.01mS", "--duration", "30ms", "--out", "o", "--json");

        Assert.Equal((0, ""), (exitCode, errors));
        var pair = new HH(2) { C = new[] { 1 * uF, 1.5 * uF }, gL = new[] { 0.3 * mS, 0.2 * mS }, V_initializer = [-65 * mV, -64 * mV] };
        var single = new WangBuzsakiHH(1) { C = 2 * uF, V_initializer = -60 * mV };
        Run run = new Network(pair, single, new SymmetryGapJunction(pair, "V", Connect.Pairs((0, 1)), 0.02 * mS),
                new SymmetryGapJunction((pair, single), "V", Connect.Pairs((1, 0)), 0.01 * mS))
            .Drive(pair, new[] { 10 * uA, 0 * uA }).Drive(single, 1 * uA).Record(pair.V).Record(single.V).Run(30 * ms, dt: 0.05 * ms);
        string[] lasts = [File.ReadLines(At("o", "HH.V.csv")).Last(), File.ReadLines(At("o", "WangBuzsakiHH.V.csv")).Last()];
        double[] found = [.. lasts.SelectMany(row => row.Split(',').Skip(1)).Select(x => double.Parse(x))];
        int last = run[pair.V].Rows - 1;
        double[] expected = [run[pair.V].Number(last, 0, 0), run[pair.V].Number(last, 1, 0), run[single.V].Number(last, 0, 0)];
        Assert.All(found.Zip(expected), v => Assert.Equal(v.Second, v.First, 1e-9));
        Assert.Equal(["index,cell,population,neuron", "0,A,HH,0", "1,B,HH,1", "2,C,WangBuzsakiHH,0"], File.ReadLines(At("o", "cells.csv")));
        JsonNode summary = JsonNode.Parse(output)!;
        Assert.Equal("HH (2), WangBuzsakiHH (1)", (string)summary["neuron"]!);
        Assert.Equal(run.Spikes(pair).Count, (int)summary["populations"]![0]!["spikes"]!);
        double[] times = [.. File.ReadLines(At("o", "spikes.csv")).Skip(1).Select(l => double.Parse(l.Split(',')[0]))];
        Assert.Equal(run.Spikes(pair).Count + run.Spikes(single).Count, times.Length);
        Assert.Equal(times.Order(), times);
    }

    [Fact]
    public void Info_has_the_coupling_of_the_cells_as_they_are()
    {
        Write("cells.csv", "cell,C\nB,0.5uF\n");

        var (exitCode, output, errors) =
            Command.RunIn(_folder, "info", "t.csv", "--cell-table", "cells.csv", "--weight", "0.1mS", "--dt", "0.01ms", "--json");

        Assert.Equal((0, "Warning: cells.csv has no row for 'A', 'C': they are as without it."), (exitCode, errors.TrimEnd()));
        Assert.Equal(0.01 * 3 * 0.1 / 0.5, (double)JsonNode.Parse(output)!["kappa_max"]!, 1e-12); // B has 3 junctions
    }

    [Fact]
    public void Where_a_table_drives_others_are_driven_only_if_that_is_said()
    {
        Write("cells.csv", "cell,drive\nA,10uA\nB,\nC,0uA\n");
        int Spikes(params string[] more) =>
            (int)JsonNode.Parse(Run(["--cell-table", "cells.csv", "--weight", "0mS", "--duration", "50ms", "--json", .. more])
                .Output)!["spikes"]!;

        int one = Spikes(), two = Spikes("--input", "10uA..10.001uA");

        Assert.InRange(one, 3, 5);
        Assert.Equal(2 * one, two);
    }

    [Fact]
    public void Recorded_traces_drive_the_cells_that_they_name()
    {
        Write("drives.csv", "t_ms,B (uA),X (uA)\n0,10,1\n50,10,1\n");

        var (exitCode, _, errors) = Run("--drive-table", "drives.csv", "--weight", "0mS", "--duration", "50ms", "--out", "o");

        Assert.Equal((0, "Warning: drives.csv: 'X': not in the connectome, left out."), (exitCode, errors.TrimEnd()));
        string[] spikes = [.. File.ReadLines(At("o", "spikes.csv")).Skip(1).Select(l => l.Split(',')[1])];
        Assert.InRange(spikes.Length, 3, 5);
        Assert.All(spikes, cell => Assert.Equal("B", cell));
    }

    [Theory]
    [InlineData("cell,model\nA,HHH\n",
        "cells.csv(2): cell 'A' is 'HHH', which is no model. Models: HH.Squid, HH, MorrisLecar, WangBuzsakiHH, "
        + "LIF, LIFRef, Izhikevich, FitzHughNagumo, hh_psc_alpha_gap, hh_cond_beta_gap_traub.")]
    [InlineData("cell,C\nA,1\nB,2mS\nC,1uF\n", "cells.csv(2): cell 'A', column 'C': 1 has no unit, but a capacitance (uF) is needed. "
        + "A unit stands with the value or in the header: 'C (uF)'.\n"
        + "cells.csv(3): cell 'B', column 'C': 2 mS is a conductance (mS), but a capacitance (uF) is needed. "
        + "A unit stands with the value or in the header: 'C (uF)'.")]
    [InlineData("cell,type,C\nA,LIF,1uF\nB,HH,1uF\n",
        "cells.csv(2): cell 'A' is LIF, which has no C. It has R, tau, V_th, V_reset, V_rest.")]
    [InlineData("cell,V start\nA,-65mV\nB,\n",
        "cells.csv: column 'V start' is empty for 'B', and without it a run draws or computes V of HH(3): "
        + "give it for every cell of HH, or for none.")]
    [InlineData("cell,C\nA,0uF\nB,1uF\n", null)]
    public void What_does_not_fit_is_said_with_its_line(string cells, string? message)
    {
        Write("cells.csv", cells);

        var (exitCode, output, errors) = Run("--cell-table", "cells.csv", "--duration", "1ms");

        Assert.Equal((2, ""), (exitCode, output));
        errors = string.Join('\n', errors.ReplaceLineEndings("\n").Split('\n').Where(l => !l.StartsWith("Warning: ")));
        if (message is not null) Assert.Equal(message, errors.TrimEnd());
        else Assert.Contains("C of HH(3) is 0 uF for neuron 0", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_that_are_nothing_here_are_left_out_and_said()
    {
        Write("cells.csv", "cell,type,x,C\nA,sensory,1,1uF\nB,motor,2,1uF\nC,motor,3,1uF\n");

        var (exitCode, _, errors) = Run("--cell-table", "cells.csv", "--duration", "1ms");

        Assert.Equal((0, "Warning: cells.csv: columns 'type', 'x' are no parameter, start or drive: left out. "
            + "Parameters: HH: ENa, gNa, EK, gK, EL, gL, V_th, C."), (exitCode, errors.TrimEnd()));
    }

    [Fact]
    public void Cells_of_unlike_scales_are_not_joined()
    {
        Write("cells.csv", "cell,model\nA,HH\nB,Izhikevich\nC,HH\n");

        var (exitCode, _, errors) = Run("--cell-table", "cells.csv", "--duration", "1ms");

        Assert.Equal((2, "'A' (HH) and 'B' (Izhikevich) are joined, but a junction weighs a conductance (mS) at the one "
            + "and a rate (1/ms) at the other: choose models of one scale, see 'connexon models'."), (exitCode, errors.TrimEnd()));
    }

    private (int ExitCode, string Output, string Errors) Run(params string[] arguments) =>
        Command.RunIn(_folder, ["run", "t.csv", .. arguments]);

    private string At(params string[] parts) => Path.Combine([_folder, .. parts]);

    private void Write(string name, string text) => File.WriteAllText(At(name), text);
}
