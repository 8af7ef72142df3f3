using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>Files that ask for more than there can be end in an error with their line, soon.</summary>
public sealed class BoundsOfFiles : NeuroMLText
{
    private const string Iaf = "<iafCell id='c0' leakReversal='-50mV' thresh='-30mV' reset='-50mV' C='3pF' leakConductance='0.1nS'/>";

    [Theory]
    [InlineData("<spikeGenerator id='g' period='0ms'/>", "sends a spike every 0 ms on average: an interval between spikes is at least "
        + "0.0001 ms")]
    [InlineData("<spikeGenerator id='g' period='1e-9ms'/>", "sends a spike every 1E-09 ms on average")]
    [InlineData("<spikeGeneratorPoisson id='g' averageRate='1e12Hz'/>", "sends a spike every 1E-09 ms on average")]
    [InlineData("<spikeGeneratorRandom id='g' minISI='-2ms' maxISI='3ms'/>", "sends a spike every")]
    public void Sources_faster_than_any_run(string source, string said) => Assert.Contains(said, FlatFault(source, "g"));

    [Fact]
    public void Sources_as_fast_as_a_thousand_inputs_together_are_read() =>
        Assert.Equal(new PoissonSpikes(100, 0, 0, double.PositiveInfinity),
            Flat("<spikeGeneratorPoisson id='g' averageRate='1e5Hz'/>", "g").Train);

    [Theory]
    [InlineData("1e308")]
    [InlineData("1e300s")]
    [InlineData("-1ms")]
    public void A_delay_longer_than_any_run(string delay) => Assert.Equal(
        $"file.xml(4): delay=\"{delay}\" of <synapticConnectionWD>: a delay is 0 or more, and at most 1000000000 ms.", Fault($"""
            {Iaf}<expOneSynapse id="s" gbase="1nS" erev="0mV" tauDecay="2ms"/>
            <network id="n"><population id="p" component="c0" size="2"/>
            <synapticConnectionWD from="p[0]" to="p[1]" synapse="s" destination="synapses" weight="1" delay="{delay}"/></network>
            """));

    [Fact]
    public void A_delay_longer_than_the_run_takes_no_memory()
    {
        NeuroMLFile file = Read($"""
            {Iaf}<expOneSynapse id="s" gbase="1nS" erev="0mV" tauDecay="2ms"/>
            <pulseGenerator id="on" delay="0ms" duration="1s" amplitude="10pA"/>
            <network id="n"><population id="p" component="c0" size="2"/>
            <synapticConnectionWD from="p[0]" to="p[1]" synapse="s" destination="synapses" weight="1" delay="900000s"/>
            <explicitInput target="p[0]" input="on"/></network>
            <Simulation id="sim" length="100ms" step="0.01ms" target="n"/>
            """);
        Run run = new LemsSimulation(file).Run();

        Assert.InRange(run.Spikes(run.Network.Populations[0]).Count, 5, 50);
        Assert.Equal(-50.0, run[run.Network.Populations[0]["v"]].Number(run.Steps > 0 ? 1 : 0, 1), 1e-12);
    }

    [Fact]
    public void Components_that_extend_each_other_without_end() => Assert.Matches(
        @"^file\.xml\(\d+\): <Component id=""c\d+""> is the last of more than 300 components of which each extends, or holds, the next\.$",
        FlatFault(Iaf + string.Concat(Enumerable.Range(1, 15_000).Select(k => $"\n<Component id='c{k}' extends='c{k - 1}'/>")), "c15000"));

    [Fact]
    public void Components_that_extend_a_hundred_others_are_read()
    {
        FlatComponent c = Flat(
            Iaf + string.Concat(Enumerable.Range(1, 100).Select(k => $"\n<Component id='c{k}' extends='c{k - 1}'/>")), "c100");

        Assert.Equal(-30, c.Value(c.Equations.Parameters.Single(p => p.Name == "thresh")));
    }

    [Fact]
    public void A_thousand_states_that_start_one_from_the_other_are_read()
    {
        const int Count = 1000;
        var start = System.Diagnostics.Stopwatch.StartNew();
        FlatComponent c = Flat($"""
            <ComponentType name="many"><Constant name="T" dimension="time" value="1s"/><Dynamics>
            {string.Concat(Enumerable.Range(0, Count).Select(k => $"<StateVariable name='x{k}' dimension='none'/>"))}
            {string.Concat(Enumerable.Range(0, Count).Select(k => $"<TimeDerivative variable='x{k}' value='-x{k}/T'/>"))}
            <OnStart>{string.Concat(Enumerable.Range(0, Count).Select(k => $"<StateAssignment variable='x{k}' "
                + $"value='{(k == 0 ? "1" : $"x{k - 1} + 1")}'/>"))}
            </OnStart></Dynamics></ComponentType><many id="m"/>
            """, "m");

        Assert.Equal(Enumerable.Range(1, Count).Select(k => (double)k), c.Equations.States.Select(s => c.Start(s)));
        Assert.InRange(start.Elapsed.TotalSeconds, 0, 60); // it took the square of that
    }

    [Theory]
    [InlineData("target: a.xml\nengine: x\nmep: [0,1: [0,1]\n", "this is not YAML")]
    [InlineData(" : .mep\na:\n  b\nc\n", "this is not YAML")]
    public void A_test_that_is_no_YAML(string text, string said) =>
        Assert.Contains(said, Assert.Throws<NeuroMLException>(() => ModelTestReader.Read(Write(text, "a.omt"))).Message);

    [Fact]
    public void A_test_that_nests_without_end() => Assert.Equal("a.omt(3): it is nested more than 100 deep",
        Assert.Throws<NeuroMLException>(
        () => ModelTestReader.Read(Write("target: a.xml\nengine: x\nmep: " + new string('[', 100_000), "a.omt"))).Message);

    [Fact]
    public void A_folder_in_place_of_a_file()
    {
        string omt = Write("target: a.xml\nengine: x\nmep: .\n", "a.omt");

        Assert.Contains("the file cannot be read", Assert.Throws<NeuroMLException>(() => ModelTestReader.Read(omt)).Message);
    }

    [Fact]
    public void Ids_may_have_dots()
    {
        NeuroMLFile file = Read("""
            <ionChannelHH id="k.v" conductance="10pS"><gateHHrates id="n.o" instances="4">
                <forwardRate type="HHExpLinearRate" rate="0.1per_ms" midpoint="-55mV" scale="10mV"/>
                <reverseRate type="HHExpRate" rate="0.125per_ms" midpoint="-65mV" scale="-80mV"/></gateHHrates></ionChannelHH>
            <cell id="hh.1" type="pointCellCondBased" C="10pF" v0="-65mV" thresh="0mV">
                <channelPopulation id="k.chans" ionChannel="k.v" number="300" erev="-77mV"/></cell>
            <network id="n"><population id="p.q" component="hh.1" size="1"/></network>
            <Simulation id="sim" length="5ms" step="0.05ms" target="n"><OutputFile id="o" fileName="o.dat">
                <OutputColumn id="v" quantity="p.q[0]/v"/><OutputColumn id="n" quantity="p.q[0]/k.chans/k.v/n.o/q"/></OutputFile>
                    </Simulation>
            """);

        double[][] rows = OwnFile.Columns(file, 1);
        Assert.Equal(0.31768, rows[0][1], 1e-4); // of Hodgkin and Huxley at rest
        Assert.InRange(rows[^1][0], -0.077, -0.0651);
    }
}
