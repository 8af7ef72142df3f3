using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>What is to be run need not be a network; and what is said where there is nothing to run.</summary>
public sealed class ComponentsAlone : NeuroMLText
{
    private const string Decay = """
        <ComponentType name="decay"><Parameter name="tau" dimension="time"/><Exposure name="x" dimension="none"/>
            <EventPort name="spike" direction="out"/>
            <Dynamics><StateVariable name="x" dimension="none" exposure="x"/><DerivedVariable name="twice" dimension="none" value="2*x"/>
            <TimeDerivative variable="x" value="-x/tau"/><OnStart><StateAssignment variable="x" value="3"/></OnStart>
            <OnCondition test="x .lt. 1"><StateAssignment variable="x" value="3"/><EventOut port="spike"/></OnCondition></Dynamics>
        </ComponentType>
        <decay id="d" tau="10ms"/>
        """;

    [Theory]
    [InlineData("x", "twice", ".")]
    [InlineData("d/x", "./d/twice", "d")]
    public void A_component_is_run_by_itself(string x, string twice, string select)
    {
        NeuroMLFile file = Read($"""
            {Decay}<Target component="sim"/>
            <Simulation id="sim" length="30ms" step="0.1ms" target="d">
                <OutputFile id="o" fileName="o.dat"><OutputColumn id="x" quantity="{x}"/><OutputColumn id="y" quantity="{twice}"/>
                </OutputFile>
                <EventOutputFile id="e" fileName="e.dat" format="TIME_ID"><EventSelection id="0" select="{select}" eventPort="spike"/>
                </EventOutputFile></Simulation>
            """);

        double[][] rows = OwnFile.Columns(file, 1);
        Assert.Equal(3 * Math.Exp(-1), rows[100][0], 1e-7);
        Assert.Equal(2 * rows[100][0], rows[100][1], 1e-15);
        var simulation = new LemsSimulation(file);
        double[] spikes = OwnFile.Spikes(simulation, simulation.Run(), 0);
        Assert.Equal(2, spikes.Length);
        Assert.All(spikes, (t, k) => Assert.Equal((k + 1) * 10 * Math.Log(3), t, 1e-5));
        Assert.Contains(file.Report.Notes, n => n.Text == "<decay id=\"d\"> is no network: it is run by itself");
    }

    [Theory]
    [InlineData("<expOneSynapse id='c' gbase='1nS' erev='0mV' tauDecay='2ms'/>",
        "is to be run by itself, but needs 'v', a voltage (mV), of what is around it. Put it where it belongs, into a <network>, "
            + "and run that.")]
    [InlineData("<gapJunction id='c' conductance='1nS'/>", "is to be run by itself, but needs")]
    [InlineData("<ComponentType name='still'><Parameter name='x' dimension='none'/></ComponentType><still id='c' x='1'/>",
        "is to be run, but it is no network, and has no state that could change.")]
    public void What_cannot_be_is_told_why(string component, string said) => Assert.Contains(said,
        Fault($"{component}<Target component='sim'/><Simulation id='sim' length='1ms' step='0.1ms' target='c'/>"));

    private string Unbuilt(string content)
    {
        NeuroMLFile file = Read(content);
        return Assert.Throws<NeuroMLException>(() => file.Describe()).Message;
    }

    [Fact]
    public void A_file_without_cells_says_what_it_has_instead()
    {
        Assert.Equal("file.xml(1): the file has no network: there is nothing to run. It has: 2 gapJunction (a, b), 1 decay (d).",
            Unbuilt($"<gapJunction id='a' conductance='1nS'/><gapJunction id='b' conductance='2nS'/>{Decay}"));
        Assert.Equal("file.xml(2): network 'n' has no cell to run. It has 'p' of 4 <spikeGenerator id=\"g\">, which send spikes but "
            + "are no cells.",
            Unbuilt("<spikeGenerator id='g' period='3ms'/><network id='n'><population id='p' component='g' size='4'/></network>"));
        Assert.Equal("file.xml(2): network 'n' has no cell to run. It has no population.", Unbuilt("<network id='n'/>"));
    }

    [Fact]
    public void A_property_of_a_network_is_called_a_note() => Assert.Contains(
        Read("<network id='n'><property tag='recommended_dt_ms' value='0.05'/></network>").Report.Notes,
        n => n.Text == "<property tag=\"recommended_dt_ms\" value=\"0.05\"> of a network is a note and has no effect");

    [Fact]
    public void A_state_of_two_dimensions_is_an_error() => Assert.Equal(
        "file.xml(2): state variable 'x' is declared as a voltage (mV) and as a time (ms): give it one dimension.",
        Assert.Throws<NeuroMLException>(() => Read("""
            <ComponentType name="both"><Dynamics><StateVariable name="x" dimension="voltage"/><StateVariable name="x" dimension="time"/>
            </Dynamics></ComponentType>
            """)).Message);

    /// <summary>The derived value counts, in whatever order both are written.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_declared_as_a_state_and_derived_is_derived(bool stateFirst)
    {
        const string State = "<StateVariable name='y' dimension='none'/>", Derived = "<DerivedVariable name='y' dimension='none' "
            + "value='2*x'/>";
        NeuroMLFile file = Read($"""
            <ComponentType name="both"><Constant name="T" dimension="time" value="10ms"/>
                <Dynamics><StateVariable name="x" dimension="none"/>{(stateFirst ? State + Derived : Derived + State)}
                <TimeDerivative variable="x" value="-y/T"/><TimeDerivative variable="y" value="1/T"/>
                <OnStart><StateAssignment variable="y" value="5"/><StateAssignment variable="x" value="1"/></OnStart>
                <OnCondition test="x .lt. 0.001"><StateAssignment variable="y" value="7"/></OnCondition></Dynamics></ComponentType>
            <both id="c"/><Target component="sim"/>
            <Simulation id="sim" length="20ms" step="0.1ms" target="c"><OutputFile id="o" fileName="o.dat">
                <OutputColumn id="x" quantity="x"/><OutputColumn id="y" quantity="y"/></OutputFile></Simulation>
            """);

        double[] row = OwnFile.Columns(file, 1)[50];
        Assert.Equal(Math.Exp(-1), row[0], 2e-6); // of the method's tolerance, not of the reading
        Assert.Equal(2 * row[0], row[1], 1e-15);
        Assert.Contains(file.Report.Notes,
            n => n.Text == "'y' of component type 'both' is declared as a state and derived: the derived value counts");
    }
}
