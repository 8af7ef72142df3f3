using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>What is put on cells reads what these expose, whether it is a state or follows from states.</summary>
public sealed class ReadingOfCells : NeuroMLText
{
    private const string Cells = """
        <Target component="sim"/>
        <ComponentType name="rated" extends="baseCellMembPot">
            <Parameter name="tau" dimension="time"/><Parameter name="half" dimension="voltage"/>
                <Parameter name="start" dimension="voltage"/>
            <Constant name="R" dimension="resistance" value="1 Mohm"/><Constant name="width" dimension="voltage" value="4 mV"/>
            <Exposure name="rate" dimension="none"/><Exposure name="iSyn" dimension="current"/>
            <Attachments name="synapses" type="basePointCurrent"/>
            <Dynamics>
                <StateVariable name="v" dimension="voltage" exposure="v"/>
                <DerivedVariable name="rate" exposure="rate" dimension="none" value="1/(1 + exp((half - v)/width))"/>
                <DerivedVariable name="iSyn" exposure="iSyn" dimension="current" select="synapses[*]/i" reduce="add"/>
                <TimeDerivative variable="v" value="(R*iSyn - v)/tau"/>
                <OnStart><StateAssignment variable="v" value="start"/></OnStart>
            </Dynamics>
        </ComponentType>
        <rated id="fast" tau="3ms" half="2mV" start="9mV"/><rated id="slow" tau="11ms" half="5mV" start="-4mV"/>
        <ComponentType name="reader" extends="baseGradedSynapse">
            <Parameter name="weight_scale" dimension="current"/><InstanceRequirement name="peer" type="rated"/>
            <Requirement name="rate" dimension="none"/>
            <Dynamics>
                <StateVariable name="open" dimension="none"/>
                <DerivedVariable name="there" dimension="none" select="peer/rate"/>
                <DerivedVariable name="i" exposure="i" dimension="current" value="weight_scale*open*(1 - rate)"/>
                <TimeDerivative variable="open" value="(there - open)/T"/>
            </Dynamics>
            <Constant name="T" dimension="time" value="2 ms"/>
        </ComponentType>
        <ComponentType name="computing" extends="baseGradedSynapse">
            <Parameter name="weight_scale" dimension="current"/><InstanceRequirement name="peer" type="rated"/>
            <Parameter name="half" dimension="voltage"/><Parameter name="other" dimension="voltage"/>
            <Requirement name="v" dimension="voltage"/>
            <Constant name="T" dimension="time" value="2 ms"/><Constant name="width" dimension="voltage" value="4 mV"/>
            <Dynamics>
                <StateVariable name="open" dimension="none"/>
                <DerivedVariable name="vThere" dimension="voltage" select="peer/v"/>
                <DerivedVariable name="there" dimension="none" value="1/(1 + exp((other - vThere)/width))"/>
                <DerivedVariable name="rate" dimension="none" value="1/(1 + exp((half - v)/width))"/>
                <DerivedVariable name="i" exposure="i" dimension="current" value="weight_scale*open*(1 - rate)"/>
                <TimeDerivative variable="open" value="(there - open)/T"/>
            </Dynamics>
        </ComponentType>
        <silentSynapse id="silent"/>
        <reader id="reads" weight_scale="20nA"/>
        <computing id="onFast" weight_scale="20nA" half="2mV" other="5mV"/>
            <computing id="onSlow" weight_scale="20nA" half="5mV" other="2mV"/>
        """;

    private NeuroMLFile Pair(string onFast, string onSlow, string columns = "") => Read($"""
        {Cells}
        <network id="net"><population id="a" component="fast" size="1"/><population id="b" component="slow" size="1"/>
        <continuousProjection id="c" presynapticPopulation="a" postsynapticPopulation="b">
            <continuousConnection id="0" preCell="0" postCell="0" preComponent="{onFast}" postComponent="{onSlow}"/></continuousProjection>
        </network>
        <Simulation id="sim" length="30ms" step="0.05ms" target="net"><OutputFile id="o" fileName="o.dat">
            <OutputColumn id="a" quantity="a[0]/v"/><OutputColumn id="b" quantity="b[0]/v"/>{columns}</OutputFile></Simulation>
        """);

    [Fact]
    public void What_a_cell_computes_is_read_as_if_the_synapse_computed_it()
    {
        double[][] reads = OwnFile.Columns(Pair("reads", "reads"), 1), computes = OwnFile.Columns(Pair("onFast", "onSlow"), 1);

        Assert.Equal(601, reads.Length);
        Assert.InRange(computes.Max(r => r[0]) - computes.Min(r => r[0]), 5e-3, 0.1); // it matters
        for (int k = 0; k < reads.Length; k++)
        {
            Assert.Equal(computes[k][0], reads[k][0], 1e-12);
            Assert.Equal(computes[k][1], reads[k][1], 1e-12);
        }
    }

    /// <summary>Each end reads the parameters of the cells that it is between.</summary>
    [Fact]
    public void What_is_recorded_of_such_a_synapse_is_too()
    {
        double[] last = OwnFile.Columns(Pair("reads", "reads",
            "<OutputColumn id='i' quantity='b[0]/reads/i'/><OutputColumn id='open' quantity='b[0]/reads/open'/>"), 1)[^1];

        Assert.Equal(20e-9 * last[3] * (1 - 1 / (1 + Math.Exp((5e-3 - last[1]) / 4e-3))), last[2], 1e-15);
        Assert.InRange(last[2], 1e-10, 2e-8);
    }

    [Fact]
    public void What_sums_the_synapse_itself_cannot_be_read()
    {
        string said = Fault($"""
            {Cells}
            <ComponentType name="circle" extends="baseGradedSynapse"><Requirement name="iSyn" dimension="current"/>
                <Dynamics><DerivedVariable name="i" exposure="i" dimension="current" value="0.5*iSyn"/></Dynamics></ComponentType>
            <circle id="back"/>
            <network id="net"><population id="a" component="fast" size="2"/>
            <continuousProjection id="c" presynapticPopulation="a" postsynapticPopulation="a">
                <continuousConnection id="0" preCell="0" postCell="1" preComponent="silent" postComponent="back"/></continuousProjection>
            </network><Simulation id="sim" length="1ms" step="0.1ms" target="net"/>
            """);

        Assert.Contains("<circle id=\"back\"> reads 'iSyn' of <rated id=\"fast\">, which sums what is attached to that cell", said);
    }

    [Fact]
    public void A_state_of_another_dimension_counts_by_its_number_in_SI()
    {
        NeuroMLFile file = Read("""
            <Target component="sim"/>
            <ComponentType name="bare" extends="baseCell">
                <Exposure name="v" dimension="none"/><Attachments name="synapses" type="basePointCurrent"/>
                <Constant name="T" dimension="time" value="1 s"/><Constant name="A" dimension="current" value="1 nA"/>
                <Dynamics><StateVariable name="v" dimension="none" exposure="v"/>
                    <DerivedVariable name="iSyn" dimension="current" select="synapses[*]/i" reduce="add"/>
                    <TimeDerivative variable="v" value="iSyn/(A*T)"/><OnStart><StateAssignment variable="v" value="start"/></OnStart>
                        </Dynamics>
                <Parameter name="start" dimension="none"/>
            </ComponentType>
            <bare id="low" start="0"/><bare id="high" start="2"/><gapJunction id="gj" conductance="3nS"/>
            <network id="net"><population id="a" component="low" size="1"/><population id="b" component="high" size="1"/>
            <electricalProjection id="e" presynapticPopulation="a" postsynapticPopulation="b">
                <electricalConnection id="0" preCell="0" postCell="0" synapse="gj"/></electricalProjection></network>
            <Simulation id="sim" length="1s" step="1ms" target="net"><OutputFile id="o" fileName="o.dat">
                <OutputColumn id="a" quantity="a[0]/v"/><OutputColumn id="b" quantity="b[0]/v"/></OutputFile></Simulation>
            """);

        double[] last = OwnFile.Columns(file, 1)[^1]; // 3 nS times 2 V is 6 nA: the difference decays by 6 a second
        Assert.Equal(1 - Math.Exp(-6), last[0], 1e-6);
        Assert.Equal(1 + Math.Exp(-6), last[1], 1e-6);
        Assert.Contains(file.Report.Notes, n => n.Text == "<gapJunction id=\"gj\"> needs 'v' as a voltage (mV), <bare id=\"low\"> has "
            + "it as a pure number: taken as the number in SI, as LEMS does");
    }
}
