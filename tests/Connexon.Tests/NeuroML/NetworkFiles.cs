using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>Populations, what joins them, what drives them, and what is written.</summary>
public sealed class NetworkFiles : NeuroMLText
{
    private const string Parts = """
        <iafCell id="iaf" C="1pF" leakConductance="1nS" leakReversal="-65mV" thresh="-55mV" reset="-70mV"/>
        <iafTauCell id="closed" leakReversal="-65mV" thresh="-55mV" reset="-70mV" tau="10ms"/>
        <izhikevichCell id="izh" v0="-70mV" thresh="30mV" a="0.02" b="0.2" c="-50.0" d="2"/>
        <gapJunction id="gj" conductance="10pS"/><silentSynapse id="silent"/><linearGradedSynapse id="lin" conductance="5pS"/>
        <expOneSynapse id="syn" gbase="1nS" erev="0mV" tauDecay="2ms"/>
        <pulseGenerator id="pulse" delay="0ms" duration="10ms" amplitude="1pA"/><spikeGenerator id="gen" period="5ms"/>
        """;

    private NeuroMLFile Network(string content, string simulation = "") =>
        Read($"{Parts}\n<network id='net'>\n{content}\n</network>\n{simulation}");

    [Fact]
    public void Populations_with_a_size_and_as_lists()
    {
        NetworkDescription n = Network("""
            <population id="a" component="iaf" size="3"/>
            <population id="b" type="populationList" component="iaf" size="7">
                <instance id="4"><location x="1" y="2" z="3.5"/></instance><instance id="9"><location x="0" y="-1" z="0"/></instance>
            </population>
            <inputList id="l" component="pulse" population="b"><input id="0" target="../b/9/iaf" destination="synapses"/></inputList>
            """).Network!;

        Assert.Equal([("a", 3), ("b", 2)], n.Populations.Select(p => (p.Id, p.Size)));
        Assert.Equal([(1, 2, 3.5), (0, -1, 0)], n.Populations[1].Positions!);
        Assert.Same(n.Populations[0].Component, n.Populations[1].Component);
        Assert.Equal(new CellIndex(1, 1), Assert.Single(n.Inputs).Cell);
    }

    [Fact]
    public void Electrical_connections_of_all_three_kinds_are_single_edges()
    {
        NeuroMLFile file = Network("""
            <population id="a" component="iaf" size="3"/>
            <electricalProjection id="e" presynapticPopulation="a" postsynapticPopulation="a">
                <electricalConnection id="0" preCell="0" postCell="1" synapse="gj"/>
                <electricalConnectionInstance id="1" preCell="../a/1/iaf" postCell="../a/2/iaf" synapse="gj" preFractionAlong="0.5"/>
                <electricalConnectionInstanceW id="2" preCell="../a/1/iaf" postCell="../a[0]" synapse="gj" weight="2.5"/>
                <electricalConnection id="3" preCell="2" postCell="2" synapse="gj"/>
                <electricalConnection id="4" preCell="0" postCell="1" synapse="gj"/>
            </electricalProjection>
            """);

        Assert.Equal([(0, 1, 1), (1, 2, 1), (1, 0, 2.5), (2, 2, 1), (0, 1, 1)], file.Network!.Electrical
            .Select(c => (c.A.Index, c.B.Index, c.Weight)));
        Assert.Equal(10e-9 * 2.5, JunctionLaw.Conductance(file.Network.Electrical[2].Junction, 2.5)!.Value, 1e-23); // mS
        Assert.Equal(["1 junctions join a cell with itself and carry nothing",
            "1 pairs of cells are listed in both directions: each listing is a junction, so these have the sum of both",
            "1 junctions repeat one between the same cells: their conductances add up"],
            file.Report.Notes.Where(n => n.Action == ReadAction.Noted).Select(n => n.Text));
    }

    [Fact]
    public void Continuous_chemical_and_external_connections()
    {
        NetworkDescription n = Network("""
            <population id="a" component="iaf" size="2"/><population id="g" component="gen" size="1"/>
            <continuousProjection id="c" presynapticPopulation="a" postsynapticPopulation="a">
                <continuousConnection id="0" preCell="0" postCell="1" preComponent="silent" postComponent="lin"/>
                <continuousConnectionInstanceW id="1" preCell="../a/1/iaf" postCell="../a/0/iaf" preComponent="silent" postComponent="lin"
                    weight="3"/>
            </continuousProjection>
            <projection id="p" presynapticPopulation="g" postsynapticPopulation="a" synapse="syn">
                <connection id="0" preCellId="../g/0/gen" postCellId="../a/0/iaf"/>
                <connectionWD id="1" preCellId="../g[0]" postCellId="../a[1]" weight="0.5" delay="2ms"/>
            </projection>
            <synapticConnectionWD from="a[0]" to="a[1]" synapse="syn" weight="4" delay="0.001s" destination="synapses"/>
            <explicitInput target="a[1]" input="pulse" destination="synapses"/>
            <inputList id="l" component="pulse" population="a"><inputW id="0" target="../a[0]" destination="synapses" weight="7"/>
            </inputList>
            """).Network!;

        Assert.Equal([("lin", 0, 1, 1), ("lin", 1, 0, 3)], n.Continuous.Select(c => (c.OnPost.Id, c.Pre.Index, c.Post.Index, c.Weight)));
        Assert.Equal([(1, 0, 1, 0), (1, 1, 0.5, 2), (0, 1, 4, 1)], n.Events
            .Select(e => (e.Pre.Population, e.Post.Index, e.Weight, e.Delay)));
        Assert.Equal([(1, 1), (0, 7)], n.Inputs.Select(i => (i.Cell.Index, i.Weight)));
    }

    [Fact]
    public void Outputs_are_resolved_to_cells_and_expressions()
    {
        SimulationDescription s = Network("""
            <population id="a" component="iaf" size="2"/>
            <projection id="p" presynapticPopulation="a" postsynapticPopulation="a" synapse="syn">
                <connection id="0" preCellId="../a[0]" postCellId="../a[1]"/><connection id="1" preCellId="../a[1]" postCellId="../a[1]"/>
            </projection>
            """, """
            <Target component="sim"/>
            <Simulation id="sim" length="0.1s" step="0.025ms" target="net" seed="42">
                <Meta for="jlems" method="rk4"/>
                <Display id="d" title="Cells" timeScale="1s" xmin="0" xmax="100" ymin="-80" ymax="40">
                    <Line id="v (mV)" quantity="a[0]/v" scale="1mV" color="#ff0000"/><Line id="gone" quantity="a[0]/w" scale="1"/>
                </Display>
                <OutputFile id="o" path="out" fileName="v.dat">
                    <OutputColumn id="v" quantity="a/1/iaf/v"/><OutputColumn id="i" quantity="a[1]/iMemb"/>
                    <OutputColumn id="g" quantity="a[1]/synapses:syn:1/g"/>
                </OutputFile>
                <EventOutputFile id="e" fileName="spikes.txt" format="ID_TIME"><EventSelection id="7" select="a/1/iaf" eventPort="spike"/>
                </EventOutputFile>
            </Simulation>
            """).Simulation!;

        Assert.Equal((100, 0.025, 42ul), (s.Length, s.Step, s.Seed));
        Assert.Equal([("jlems", "rk4")], s.Methods);
        OutputFile o = Assert.Single(s.Outputs);
        Assert.Equal(("out/v.dat", "v", "leakConductance * (leakReversal - v) + iSyn"),
            (o.Path, $"{o.Columns[0].Recording.Value}", $"{o.Columns[1].Recording.Value}"));
        Assert.Equal((new CellIndex(0, 1), new Attachment(AttachmentKind.Event, 1, true), "g"),
            (o.Columns[2].Recording.Cell, o.Columns[2].Recording.Attachment, $"{o.Columns[2].Recording.Value}"));
        EventFile e = Assert.Single(s.Events);
        Assert.Equal(("spikes.txt", false, ("7", new CellIndex(0, 1), "spike")), (e.Path, e.TimeFirst, e.Selections[0]));
        Display d = Assert.Single(s.Displays);
        Assert.Equal(("Cells", 1000, (0, 100), 1), (d.Title, d.TimeScale, d.X!.Value, Assert.Single(d.Lines).Scale));
    }

    [Fact]
    public void Includes_are_read_once_whatever_way_they_come()
    {
        Write("<neuroml><include href='two.nml'/><include href='one.nml'/>"
            + "<iafCell id='iaf' C='1pF' leakConductance='1nS' leakReversal='-65mV' thresh='-55mV' reset='-70mV'/></neuroml>", "one.nml");
        Write("<neuroml xmlns='http://www.neuroml.org/schema/neuroml2' id='two'>stray<include href='./one.nml'/>"
            + "<annotation><x/></annotation></neuroml>", "two.nml");

        NeuroMLFile file = Read(
            "<Include file='Cells.xml'/><Include file='../nowhere/NeuroML2CoreTypes.xml'/><Include file='one.nml'/>"
            + "<include href='two.nml'/><network id='n'><population id='p' component='iaf' size='1'/></network>");

        Assert.Equal(["file.xml", "one.nml", "two.nml"], file.Report.Files.Select(f => Path.GetFileName(f)!));
        Assert.Equal(1, file.Network!.Cells);
        Assert.Contains(file.Report.Notes, n =>
            n is { Action: ReadAction.Merged, Text: "one.nml is included again and read once", Count: 2 });
        Assert.Contains(file.Report.Notes, n => n.Text == "text in <neuroml> has no effect: 'stray'");
    }

    [Theory]
    [InlineData("<population id='a' component='IAF' size='1'/>",
        "file.xml(9): <population id=\"a\"> has component=\"IAF\", but no component has that id. Did you mean 'iaf'? "
            + "Include the file that defines it.")]
    [InlineData("<population id='a' component='iaf' size='1'/>\n<explicitInput target='a[1]' input='pulse'/>",
        "file.xml(10): 'a[1]' names cell 1 of population 'a', which has 1 (0..0).")]
    [InlineData("<population id='a' component='closed' size='1'/>\n<explicitInput target='a[0]' input='pulse'/>",
        "file.xml(10): <pulseGenerator id=\"pulse\"> cannot be put on <iafTauCell id=\"closed\">: "
            + "iafTauCell has no place where currents attach.")]
    [InlineData("<population id='a' component='izh' size='1'/>\n<explicitInput target='a[0]' input='pulse'/>",
        "file.xml(10): <pulseGenerator id=\"pulse\"> cannot be put on <izhikevichCell id=\"izh\">: "
            + "it takes 'I', and pulseGenerator gives 'i'.")]
    [InlineData("<population id='a' component='iaf' size='1'/>\n<synapticConnection from='a[0]' to='a[0]' synapse='gj'/>",
        "file.xml(10): <gapJunction id=\"gj\"> on <iafCell id=\"iaf\"> needs 'peer/v', a voltage (mV), "
            + "which only an electrical or continuous connection has.")]
    [InlineData("<population id='a' component='iaf' size='1'/>\n"
        + "<projection id='p' presynapticPopulation='a' postsynapticPopulation='b' synapse='syn'/>",
        "file.xml(10): <projection id=\"p\"> names the population 'b', which network 'net' does not have. It has: a.")]
    [InlineData("<population id='a' component='iaf' size='1'/>\n<magic/>",
        "file.xml(10): <magic> in <network id=\"net\"> is not supported. A network may hold population, projection, electricalProjection, "
            + "continuousProjection, synapticConnection, synapticConnectionWD, explicitInput and inputList.")]
    [InlineData("<population id='a' component='iaf' size='1.5'/>",
        "file.xml(9): size=\"1.5\" of <population id=\"a\">: a whole number from 0 to 100000000 is needed.")]
    public void Mistakes(string content, string message) =>
        Assert.Equal(message, Fault($"{Parts}\n<network id='net'>\n{content}\n</network>"));

    [Fact]
    public void A_cell_of_two_segments_is_refused_with_what_it_would_need() =>
        Assert.Equal("file.xml(4): <cell id=\"c\"> has 2 segments: cells of several compartments are not supported yet. "
            + "They need cable equations between segments. Reduce the cell to one segment of the same area.",
            Fault("<cell id='c'><morphology id='m'>\n<segment id='0'/>\n<segment id='1'/></morphology></cell>"
                + "<network id='n'><population id='p' component='c' size='1'/></network>"));

    [Fact]
    public void A_document_type_is_refused() =>
        Assert.StartsWith("file.xml(1): not well-formed XML: For security reasons DTD is prohibited",
            Assert.Throws<NeuroMLException>(() => NeuroMLFile.Read(Write("<!DOCTYPE a [<!ENTITY b \"c\">]><Lems/>"))).Message);

    [Fact]
    public void Nesting_is_bounded() =>
        Assert.Equal("file.xml(1): <a> is nested 65 deep; at most 64 is read.",
            Assert.Throws<NeuroMLException>(() =>
                NeuroMLFile.Read(Write("<Lems>" + string.Concat(Enumerable.Repeat("<a>", 100)) + string.Concat(Enumerable.Repeat("</a>",
                    100)) + "</Lems>"))).Message);

    [Fact]
    public void A_file_that_includes_a_missing_one_says_where() =>
        Assert.StartsWith("file.xml(2): it includes ", Fault("<Include file='missing.nml'/>"));
}
