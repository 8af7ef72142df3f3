using Connexon.NeuroML;
using static Connexon.Units;

namespace Connexon.Tests.NeuroML;

/// <summary>The network of a file before it runs: changed, driven, recorded, run in batches and verified like one built in C#.</summary>
public sealed class HandedOver : NeuroMLText
{
    private readonly TemporaryFolder _folder = new();

    public override void Dispose()
    {
        _folder.Dispose();
        base.Dispose();
    }

    [Fact]
    public void It_has_the_populations_and_projections_of_the_file_by_their_ids()
    {
        Network network = Pair().Network;

        Assert.Equal(["left", "right"], network.Populations.Select(network.LabelOf));
        Assert.Equal((2, 1), (network.Population("left").Size, network.Population("right").Size));
        GapJunction gap = network.Junction("gaps");
        Assert.Same(network.Population("left"), gap.Pre);
        Assert.Equal(2e-6, network.Parameters[((SymmetryGapJunction)gap).Weight, 0].Value, 1e-18);
        Assert.Equal("'centre' is no population of this network. There are: left, right. (Parameter 'label')",
            Assert.Throws<ArgumentException>(() => network.Population("centre")).Message);
    }

    [Fact]
    public void What_the_file_asks_for_is_part_of_the_description()
    {
        Described described = Pair();

        RunDefaults defaults = described.Defaults;
        Assert.Equal((50 * ms, 0.05 * ms, 7ul, "Adaptive"),
            (defaults.Duration!.Value, defaults.Dt!.Value, defaults.Seed, defaults.Method.Name));
        var columns = (ColumnOutput)described.Outputs[0];
        Assert.Equal(("v.dat", "a", 1), (columns.Path, columns.Columns[0].Name, columns.Columns[0].Index));
        Assert.Equal("v", $"{columns.Columns[0].Value}");
        Assert.Same(described.Network.Population("left"), columns.Columns[0].Elements);
        Assert.Equal(["s"], ((SpikeOutput)described.Outputs[1]).Names);
        Assert.Contains(described.Report, r => r.Contains("3 cells in 2 populations"));
    }

    [Fact]
    public void It_runs_to_the_bits_of_the_files_run()
    {
        Described described = Pair();
        Run ofFile = described.Run(described.Defaults.Settings(), new() { Folder = _folder.Path, KeepStates = 1 }).Run;
        Network network = Pair().Network;
        Neuron left = network.Population("left");

        Run run = network.Record(left["v"]).Run(50 * ms, 0.05 * ms, Method.Adaptive(), seed: 7);

        Assert.Equal(Values(ofFile, described.Network.Population("left")), Values(run, left));
        Assert.Equal(ofFile.Spikes(described.Network.Population("left")).Count, run.Spikes(left).Count);
        Assert.InRange(run.Spikes(left).Count, 3, 20);
    }

    [Fact]
    public void A_published_worm_runs_to_the_bits_of_its_file()
    {
        NeuroMLFile file = NeuroMLFile.Read(SharedData.Path("c302", "examples", "LEMS_c302_C1_Oscillator.xml"));
        Described described = file.Describe();
        RunSettings settings = described.Defaults.Settings(duration: 100 * ms);
        Run ofFile = described.Run(settings, new() { Folder = _folder.Path, KeepStates = 1 }).Run;

        Network network = file.Describe().Network;
        Run run = network.Population("AVBL") is var cell ? network.Record(cell["v"]).Run(settings) : throw new InvalidOperationException();

        Assert.Equal(Values(ofFile, described.Network.Population("AVBL")), Values(run, cell));
    }

    [Fact]
    public void Its_numbers_are_changed()
    {
        Network network = Pair().Network;
        Neuron left = network.Population("left"), right = network.Population("right");
        Parameters apart = network.Parameters.With(((SymmetryGapJunction)network.Junction("gaps")).Weight, 0 * nS)
            .With(right.Parameter("leakReversal"), -70 * mV);

        Run run = network.Record(right["v"]).Run(50 * ms, 0.05 * ms, parameters: apart);

        // By itself: from -60 mV towards -70 mV with C / g = 10 ms.
        Trace v = run[right["v"]];
        Assert.Equal(-70 + 10 * Math.Exp(-5), v.Number(v.Rows - 1, 0), 1e-6);
        Assert.NotEmpty(run.Spikes(left).Times(0));
    }

    /// <summary>The pulse is constant in a short run, stepped in a longer one, and its amplitude is a number like others.</summary>
    [Fact]
    public void A_pulse_that_lasts_ends_where_the_file_says_however_long_the_run_is()
    {
        Described described = Describe("""<pulseGenerator id="on" delay="0ms" duration="30ms" amplitude="30pA"/>""",
            """<explicitInput target="left[0]" input="on"/>""");
        Network network = described.Network;
        Neuron left = network.Population("left");
        ParameterKey amplitude = network.Parameters.Entries.Single(e => e.Name == "amplitude").Key;
        double At(double t, double ends, Parameters? parameters = null)
        {
            Run run = network.Record(left["v"], neurons: [0]).Run(ends * ms, 0.05 * ms, Method.Imex4, parameters: parameters);
            return run[left["v"]].Number((int)Math.Round(t / 0.05), 0);
        }

        // 30 pA over 10 nS is 3 mV, C / g is 10 ms.
        double due = -60 + 3 * (1 - Math.Exp(-2.5));
        Assert.Equal(due, At(25, 25), 1e-6);
        Assert.Equal(due, At(25, 60), 1e-6);
        Assert.Equal(-60 + 3 * (1 - Math.Exp(-3)) * Math.Exp(-3), At(60, 60), 1e-5);
        Assert.Equal(-60 + 2 * (due + 60), At(25, 25, network.Parameters.With(amplitude, 60 * pA)), 1e-6);
        Session session = network.Start(0.05 * ms, Method.Imex4);
        for (int k = 0; k < 1200; k++) session.Step();
        Assert.Equal(At(60, 60), session[left["v"], 0].Value, 1e-9);
    }

    [Fact]
    public void It_is_driven_and_run_in_batches()
    {
        Network network = Describe("", "").Network;
        Neuron left = network.Population("left"), right = network.Population("right");
        Parameters sweep = network.Parameters.With(right.Parameter("leakConductance"), Init.Batch(new[,] { { 10 * nS }, { 20 * nS } }));

        Run run = network.Drive(left, new[] { 0 * pA, 20 * pA }).Drive(right, 20 * pA).Record(left["v"]).Record(right["v"])
            .Run(400 * ms, 0.05 * ms, batch: 2, parameters: sweep);

        Trace l = run[left["v"]], r = run[right["v"]];
        Assert.Equal(-60, l.Number(l.Rows - 1, 0), 1e-9);
        Assert.Equal(-58, l.Number(l.Rows - 1, 1), 1e-6);
        Assert.Equal(-58, r.Number(r.Rows - 1, 0, 0), 1e-6);
        Assert.Equal(-59, r.Number(r.Rows - 1, 0, 1), 1e-6);
    }

    [Fact]
    public void It_is_verified()
    {
        Network network = Pair().Network;

        Verification v = network.Verify(50 * ms, 0.05 * ms);

        Assert.True(v.IsGoodEnough);
        Assert.Equal(["left", "right"], v.States.Select(s => network.LabelOf(s.State.Neurons)));
        Assert.InRange(v.States[0].Largest.Value, 1e-12, 0.1);
    }

    [Fact]
    public void What_a_file_draws_is_drawn_by_the_seed_of_the_run_and_for_each_member()
    {
        NeuroMLFile file = Read("""
            <ComponentType name="drawn" extends="baseCell">
              <Parameter name="tau" dimension="time"/>
              <Exposure name="x" dimension="none"/><Exposure name="y" dimension="none"/>
              <Dynamics><StateVariable name="x" dimension="none" exposure="x"/><StateVariable name="y" dimension="none" exposure="y"/>
                <OnStart><StateAssignment variable="x" value="random(2)"/><StateAssignment variable="y" value="random(1)"/></OnStart>
                <TimeDerivative variable="x" value="-x/tau"/><TimeDerivative variable="y" value="-y/tau"/></Dynamics>
            </ComponentType>
            <drawn id="d" tau="10ms"/>
            <network id="net"><population id="p" component="d" size="3"/><population id="q" component="d" size="3"/></network>
            """);
        Network network = file.Describe().Network;
        Neuron p = network.Population("p"), q = network.Population("q");

        Assert.False(network.Parameters.AreNumbers);
        double[] Starts(Neuron n, string state, ulong seed, int member = 0) =>
            [.. network.Parameters.Drawn(seed, members: 2).Values(n[state].Start, member).Select(x => x.Value)];

        Assert.Equal(Starts(p, "x", 1), Starts(p, "x", 1));
        double[][] all = [Starts(p, "x", 1), Starts(p, "x", 2), Starts(q, "x", 1), Starts(p, "y", 1), Starts(p, "x", 1, member: 1)];
        Assert.Equal(15, all.SelectMany(x => x).Distinct().Count());
        Assert.All(all[0], x => Assert.InRange(x, 0, 2));
        Assert.Contains(all[0].Concat(all[1]).Concat(all[2]), x => x > 1);
        double[] ran = [.. new ulong[] { 1, 2 }.Select(s => network.Run(0 * ms, 0.1 * ms, seed: s)[p["x"]].Number(0, 0))];
        Assert.Equal([all[0][0], all[1][0]], ran);
    }

    private Described Pair() => Describe("""<pulseGenerator id="on" delay="2ms" duration="1s" amplitude="150pA"/>""",
        """
        <electricalProjection id="gaps" presynapticPopulation="left" postsynapticPopulation="right">
          <electricalConnection id="0" preCell="0" postCell="0" synapse="gj"/></electricalProjection>
        <explicitInput target="left[0]" input="on"/><explicitInput target="left[1]" input="on"/>
        """);

    private Described Describe(string components, string parts) => Read($"""
        <iafCell id="iaf" C="100pF" leakConductance="10nS" leakReversal="-60mV" thresh="-50mV" reset="-65mV"/>
        <gapJunction id="gj" conductance="2nS"/>{components}
        <network id="net"><population id="left" component="iaf" size="2"/><population id="right" component="iaf" size="1"/>{parts}</network>
        <Simulation id="sim" length="50ms" step="0.05ms" target="net" seed="7">
          <OutputFile id="o" fileName="v.dat"><OutputColumn id="a" quantity="left[1]/v"/></OutputFile>
          <EventOutputFile id="e" fileName="s.dat" format="TIME_ID"><EventSelection id="s" select="left[0]" eventPort="spike"/>
          </EventOutputFile>
        </Simulation>
        <Target component="sim"/>
        """).Describe();

    private static double[] Values(Run run, Neuron n)
    {
        Trace v = run[n["v"]];
        return [.. Enumerable.Range(0, v.Rows).SelectMany(r => Enumerable.Range(0, v.Columns).Select(c => v.Number(r, c)))];
    }
}
