using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>ComponentTypes of a file's own, wherever they stand.</summary>
public sealed class UserTypes : NeuroMLText
{
    [Fact]
    public void Used_before_it_is_written_with_a_unit_and_dimension_of_its_own()
    {
        FlatComponent c = Flat("""
            <leaky id="c" k="5 per_fortnight" x0="3"/>
            <ComponentType name="leaky" extends="middle"><Dynamics>
                <StateVariable name="x" dimension="none"/>
                <TimeDerivative variable="x" value="-k * x"/>
                <OnStart><StateAssignment variable="x" value="x0 + 1"/></OnStart>
            </Dynamics></ComponentType>
            <ComponentType name="middle"><Parameter name="k" dimension="slowness"/><Parameter name="x0" dimension="none"/></ComponentType>
            <Unit symbol="per_fortnight" dimension="slowness" power="-6" scale="0.8267"/>
            <Dimension name="slowness" t="-1"/>
            """, "c");

        Assert.Equal(4, c.Begins("x"));
        Assert.Equal(-5 * 0.8267e-6 * 2, c.Slope("x", ("x", 2)), 1e-20);
    }

    [Fact]
    public void Dynamics_written_anew_replace_those_of_the_base()
    {
        FlatComponent c = Flat("""
            <iafCell id="c" type="lazy" C="1pF" leakConductance="1nS" leakReversal="-65mV" thresh="-55mV" reset="-70mV" tau1="50ms"/>
            <ComponentType name="lazy" extends="iafCell"><Parameter name="tau1" dimension="time"/><Dynamics>
                <StateVariable name="v" dimension="voltage"/><StateVariable name="activity" dimension="none"/>
                <DerivedVariable name="iSyn" dimension="current" select="synapses[*]/i" reduce="add"/>
                <TimeDerivative variable="v" value="(leakConductance * (leakReversal - v) + iSyn) / C"/>
                <TimeDerivative variable="activity" value="(1 - activity) / tau1"/>
                <OnStart><StateAssignment variable="v" value="reset"/></OnStart>
                <OnCondition test="activity .gt. 0.9"><StateAssignment variable="activity" value="0"/></OnCondition>
                <OnCondition test="v .gt. thresh"><StateAssignment variable="v" value="reset"/><EventOut port="spike"/></OnCondition>
            </Dynamics></ComponentType>
            """, "c");

        Assert.Equal(-0.070, c.Begins("v"), 1e-16);
        Assert.Equal((1 - 0.3) / 0.05, c.Slope("activity", ("activity", 0.3)), 1e-13);
        Assert.Equal("0.9 < activity", $"{Assert.Single(c.Equations.Conditions).Test}");
        Assert.NotNull(c.Equations.Spike);
        Assert.Empty(FlatNeuron.Problems(c.Equations));
    }

    [Fact]
    public void Choices_and_sums_over_parts()
    {
        FlatComponent c = Flat("""
            <whole id="c"><part id="a" g="2"/><part id="b" g="3" kind="x"/><part id="d" g="5" kind="x"/></whole>
            <ComponentType name="whole"><Children name="parts" type="part"/><Dynamics>
                <DerivedVariable name="all" dimension="none" select="parts[*]/g" reduce="add"/>
                <DerivedVariable name="product" dimension="none" select="parts[kind='x']/g" reduce="multiply"/>
                <DerivedVariable name="one" dimension="none" select="parts[1]/g"/>
                <ConditionalDerivedVariable name="choice" dimension="none">
                    <Case condition="x .lt. 1" value="all"/><Case condition="x .lt. 2" value="product"/><Case value="one"/>
                </ConditionalDerivedVariable>
                <StateVariable name="x" dimension="none"/><TimeDerivative variable="x" value="choice"/>
            </Dynamics></ComponentType>
            <ComponentType name="part"><Parameter name="g" dimension="none"/><Text name="kind"/></ComponentType>
            """, "c");

        Assert.Equal((10, 15, 3), (c.Slope("x", ("x", 0.5)), c.Slope("x", ("x", 1.5)), c.Slope("x", ("x", 2))));
    }

    [Fact]
    public void Assignments_of_one_event_follow_each_other()
    {
        FlatComponent c = Flat("""
            <s id="c"/>
            <ComponentType name="s"><EventPort name="in" direction="in"/><Dynamics>
                <StateVariable name="a" dimension="none"/><StateVariable name="b" dimension="none"/>
                <DerivedVariable name="twice" dimension="none" value="2 * a"/>
                <TimeDerivative variable="a" value="0"/><TimeDerivative variable="b" value="0"/>
                <OnEvent port="in"><StateAssignment variable="a" value="a + 1"/><StateAssignment variable="b" value="a + twice"/></OnEvent>
            </Dynamics></ComponentType>
            """, "c");

        // b sees the new a, and the derived value of before.
        Assert.Equal((4, 4 + 6), (c.After("in", "a", ("a", 3)), c.After("in", "b", ("a", 3))));
    }

    [Fact]
    public void Where_dimensions_do_not_fit_the_numbers_in_SI_count()
    {
        FlatComponent c = Flat("""
            <s id="c" tau="20ms"/>
            <ComponentType name="s"><Parameter name="tau" dimension="time"/><Dynamics>
                <StateVariable name="v" dimension="voltage"/>
                <TimeDerivative variable="v" value="exp(v) + tau"/>
            </Dynamics></ComponentType>
            """, "c");

        Assert.Equal(Math.Exp(-0.065) + 0.02, c.Slope("v", ("v", -0.065)), 1e-15); // volts per second
    }

    [Fact]
    public void Such_places_are_reported()
    {
        LemsDocument document = DocumentReader.Read(Write("""
            <Lems><s id="c"/>
            <ComponentType name="s"><Dynamics><StateVariable name="v" dimension="voltage"/>
            <TimeDerivative variable="v" value="exp(v)"/></Dynamics></ComponentType></Lems>
            """));
        new Flattener(document).Flatten(document.Component("c", document.Elements.First(), "component"));

        Assert.Equal(["file.xml(3): a voltage (mV) stands where a pure number is needed: computed with SI numbers, as LEMS does",
            "file.xml(3): the slope of v is a voltage per time (mV/ms), but its equation gives a pure number: "
                + "computed with SI numbers, as LEMS does"],
            document.Report.Notes.Select(n => n.Text));
    }

    [Fact]
    public void Components_can_extend_components()
    {
        FlatComponent c = Flat("<iafCell id='a' C='1pF' leakConductance='1nS' leakReversal='-65mV' thresh='-55mV' reset='-70mV'/>"
            + "<Component id='c' extends='a' leakReversal='-60mV'/>", "c");

        Assert.Equal(-0.060, c.Begins("v"), 1e-16);
        Assert.Equal("iafCell", c.Equations.TypeName);
    }

    [Fact]
    public void Values_that_leave_the_numbers_are_refused() =>
        Assert.Equal("file.xml(2): <expTwoSynapse id=\"s\">: its values make 'waveformFactor' NaN. Give finite values, time constants that "
            + "differ, and none that is 0 where it divides.",
            FlatFault("<expTwoSynapse id='s' gbase='1nS' erev='0mV' tauRise='2ms' tauDecay='2ms'/>", "s"));

    [Theory]
    [InlineData("<ComponentType name='s'><Dynamics><StateVariable name='x' dimension='none'/>\n"
        + "<TimeDerivative variable='x' value='-k*x'/></Dynamics></ComponentType>",
        "file.xml(3): 'k' is not known to <s id=\"c\">. It knows: x, t.")]
    [InlineData("<ComponentType name='s'><Parameter name='k' dimension='none'/><Dynamics><StateVariable name='x' dimension='none'/>"
        + "<TimeDerivative variable='x' value='-k*x'/></Dynamics></ComponentType>",
        "file.xml(2): <s id=\"c\"> needs the attribute 'k', a pure number: s has no default for it.")]
    [InlineData("<ComponentType name='s'><Dynamics><StateVariable name='x' dimension='none'/><DerivedVariable name='a' value='b'/>\n"
        + "<DerivedVariable name='b' value='a'/><TimeDerivative variable='x' value='a'/></Dynamics></ComponentType>",
        "file.xml(2): 'a' of <s id=\"c\"> depends on itself.")]
    [InlineData("<ComponentType name='s' extends='t'/><ComponentType name='t' extends='s'/>",
        "file.xml(2): component type 's' extends itself: s extends t extends s.")]
    [InlineData("<ComponentType name='s' extends='IafCell'/>",
        "file.xml(2): component type 's' extends 'IafCell', which is not defined. Did you mean 'iafCell'? "
            + "Include the file that defines it.")]
    [InlineData("<ComponentType name='s'><Dynamics><StateVariable name='x' dimension='none'/><OnCondition test='x .gt. 1'>\n"
        + "<StateAssignment variable='y' value='0'/></OnCondition></Dynamics></ComponentType>",
        "file.xml(3): 'y' is set, but it is not a state of s. Its states are x.")]
    [InlineData("<ComponentType name='s'><Child name='p' type='s'/><Dynamics><StateVariable name='x' dimension='none'/>"
        + "<DerivedVariable name='a' select='p/x'/><TimeDerivative variable='x' value='a'/></Dynamics></ComponentType>",
        "file.xml(2): <s id=\"c\"> has no <p>, which <s id=\"c\"> needs: its 'a' is 'p/x'. Give it one.")]
    public void Mistakes(string type, string message) => Assert.Equal(message, FlatFault($"<s id='c'/>{type}", "c"));
}
