using Connexon.NeuroML;
using static Connexon.Units;

namespace Connexon.Tests.NeuroML;

/// <summary>Outputs that sum what is attached to a cell: drive, junctions, synapses of every kind.</summary>
public sealed class SumsOfAttached : NeuroMLText
{
    private const string Leaky = """
        <Target component="sim"/>
        <ComponentType name="leaky" extends="baseCellMembPot">
            <Parameter name="C" dimension="capacitance"/><Parameter name="g" dimension="conductance"/>
            <Parameter name="E" dimension="voltage"/>
            <Exposure name="iSyn" dimension="current"/><Exposure name="iAll" dimension="current"/>
            <Attachments name="synapses" type="basePointCurrent"/>
            <Dynamics>
                <StateVariable name="v" dimension="voltage" exposure="v"/>
                <DerivedVariable name="iSyn" exposure="iSyn" dimension="current" select="synapses[*]/i" reduce="add"/>
                <DerivedVariable name="iAll" exposure="iAll" dimension="current" value="g*(E-v)+iSyn"/>
                <TimeDerivative variable="v" value="iAll/C"/>
                <OnStart><StateAssignment variable="v" value="E"/></OnStart>
            </Dynamics>
        </ComponentType>
        <leaky id="cell" C="20pF" g="2nS" E="-70mV"/><leaky id="large" C="50pF" g="4nS" E="-60mV"/>
        <gapJunction id="gj" conductance="3nS"/><gapJunction id="strong" conductance="20uS"/>
        <pulseGenerator id="always" delay="0ms" duration="1s" amplitude="20pA"/>
        <pulseGenerator id="pulse" delay="4ms" duration="3ms" amplitude="-50pA"/>
        <sineGenerator id="sine" delay="1ms" phase="0.3" duration="50ms" amplitude="10pA" period="7ms"/>
        <spikeGenerator id="gen" period="3ms"/>
        <expTwoSynapse id="two" gbase="1nS" erev="0mV" tauRise="0.5ms" tauDecay="3ms"/>
        <silentSynapse id="silent"/><gradedSynapse id="graded" conductance="2nS" delta="5mV" Vth="-60mV" k="0.2per_ms" erev="-90mV"/>
        """;

    private NeuroMLFile Network(string content, string columns) => Read($"""
        {Leaky}
        <network id="net"><population id="a" component="cell" size="3"/><population id="b" component="large" size="1"/>
        {content}
        </network>
        <Simulation id="sim" length="12ms" step="0.05ms" target="net"><OutputFile id="o" fileName="o.dat">{columns}</OutputFile>
            </Simulation>
        """);

    private static string Columns(params string[] quantities) =>
        string.Concat(quantities.Select((q, k) => $"<OutputColumn id='{k}' quantity='{q}'/>"));

    [Theory]
    [InlineData("gj", 3e-9)]
    [InlineData("strong", 20e-6)]
    public void Junctions_are_in_the_sum_whether_implicit_or_not(string junction, double conductance)
    {
        NeuroMLFile file = Network($"""
            <electricalProjection id="e" presynapticPopulation="a" postsynapticPopulation="b">
                <electricalConnection id="0" preCell="1" postCell="0" synapse="{junction}"/></electricalProjection>
            <explicitInput target="a[1]" input="always" destination="synapses"/>
            """, Columns("a[1]/v", "b[0]/v", "a[1]/iSyn", "b[0]/iSyn", "a[1]/iAll", "a[0]/iSyn"));

        foreach (double[] row in OwnFile.Columns(file, 1))
        {
            double flow = conductance * (row[0] - row[1]);
            Assert.Equal(20e-12 - flow, row[2], 1e-13 * conductance + 1e-22);
            Assert.Equal(flow, row[3], 1e-13 * conductance + 1e-22);
            Assert.Equal(2e-9 * (-0.07 - row[0]) + row[2], row[4], 1e-22);
            Assert.Equal(0, row[5]);
        }
    }

    private const string Everything = """
        <population id="g" component="gen" size="1"/>
        <electricalProjection id="e" presynapticPopulation="a" postsynapticPopulation="b">
            <electricalConnection id="0" preCell="0" postCell="0" synapse="gj"/></electricalProjection>
        <continuousProjection id="c" presynapticPopulation="b" postsynapticPopulation="a">
            <continuousConnection id="0" preCell="0" postCell="0" preComponent="silent" postComponent="graded"/></continuousProjection>
        <projection id="p" presynapticPopulation="g" postsynapticPopulation="a" synapse="two">
            <connectionWD id="0" preCellId="../g[0]" postCellId="../a[0]" weight="1" delay="0ms"/>
            <connectionWD id="1" preCellId="../g[0]" postCellId="../a[0]" weight="3" delay="1ms"/></projection>
        <explicitInput target="a[0]" input="always" destination="synapses"/>
        <explicitInput target="a[0]" input="pulse" destination="synapses"/>
        <explicitInput target="a[0]" input="sine" destination="synapses"/>
        """;

    /// <summary>Recorded one by one, synapses have states of their own; else like ones share them.</summary>
    [Fact]
    public void A_sum_is_that_of_its_parts()
    {
        string[] parts = ["gj", "graded", "synapses:two:0", "synapses:two:1", "always", "pulse", "sine"];
        double[][] sum = OwnFile.Columns(Network(Everything, Columns("a[0]/iSyn")), 1);
        double[][] each = OwnFile.Columns(Network(Everything, Columns([.. parts.Select(p => $"a[0]/{p}/i")])), 1);

        for (int k = 0; k < parts.Length; k++) Assert.Contains(each, row => Math.Abs(row[k]) > 1e-12);
        Assert.Equal(241, sum.Length);
        for (int k = 0; k < sum.Length; k++) Assert.Equal(each[k].Sum(), sum[k][0], 1e-17); // of some 1e-10
    }

    [Theory]
    [InlineData("Adaptive")]
    [InlineData("Imex4")]
    [InlineData("Euler")]
    [InlineData("ExponentialEuler")]
    public void It_is_that_of_the_states_of_its_row_under_every_method(string method)
    {
        NeuroMLFile file = Network(Everything, Columns("a[0]/iSyn", "b[0]/iSyn", "a[0]/v", "b[0]/v"));
        var simulation = new LemsSimulation(file, new LemsOptions { Method = Method.Parse(method) });
        Recording[] columns = [.. file.Simulation!.Recordings];
        MemorySink sink = null!;
        simulation.Record("columns", columns, _ => sink = new MemorySink(241, 4));
        simulation.Run();

        foreach (double[] row in sink.Values.ToArray().Chunk(4)) Assert.Equal(3e-9 * (row[2] - row[3]), row[1], 1e-21);
    }

    [Fact]
    public void Noise_has_no_value_at_an_instant()
    {
        Described described = Network("<explicitInput target='a[1]' input='always' destination='synapses'/>", Columns("a[1]/iSyn"))
            .Describe();
        Described noisy = described with
        {
            Network = described.Network.Drive(described.Network.Population("a"), Drive.WhiteNoise(1 * pA, 1 * ms)),
        };

        Assert.Contains("needs all that comes in at iSyn of a, noise among it, which has no value at an instant: leave the noise out",
            Assert.Throws<NetworkException>(() => noisy.Run(noisy.Defaults.Settings())).Message);
    }

    [Fact]
    public void The_case_of_two_cells_and_a_junction()
    {
        double[] last = OwnFile.Columns(NeuroMLFile.Read(SharedData.Path("cases", "isyn-output-gap", "LEMS_net.xml")), 1)[^1];

        Assert.Equal(-0.0533333, last[0], 1e-6);
        Assert.Equal(-0.0566667, last[1], 1e-6);
        Assert.Equal(20e-12 / 3, last[2], 1e-17);
        Assert.Equal(10e-12 / 3, last[3], 1e-17);
    }
}
