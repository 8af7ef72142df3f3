using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>Conditions that send events, beside a constant threshold from below.</summary>
public sealed class SpikeConditions : NeuroMLText
{
    // v rises from 0 by 1 mV/ms, w falls from 0 by as much.
    private NeuroMLFile Cell(string conditions, string select = "spike", string ports = "") => Read($"""
        <Target component="sim"/>
        <ComponentType name="own" extends="baseCellMembPot">
            <Constant name="T" dimension="time" value="1ms"/><Constant name="mV" dimension="voltage" value="1mV"/>{ports}
            <Dynamics>
                <StateVariable name="v" dimension="voltage" exposure="v"/><StateVariable name="w" dimension="voltage"/>
                <StateVariable name="on" dimension="none"/>
                <TimeDerivative variable="v" value="mV/T"/><TimeDerivative variable="w" value="-mV/T"/>
                {conditions}
            </Dynamics>
        </ComponentType>
        <own id="c"/>
        <network id="net"><population id="p" component="c" size="1"/></network>
        <Simulation id="sim" length="20ms" step="0.05ms" target="net">
            <OutputFile id="o" fileName="o.dat"><OutputColumn id="v" quantity="p[0]/v"/><OutputColumn id="w" quantity="p[0]/w"/>
                </OutputFile>
            <EventOutputFile id="e" fileName="e.dat" format="TIME_ID"><EventSelection id="0" select="p[0]" eventPort="{select}"/>
                </EventOutputFile>
        </Simulation>
        """);

    private static double[] Spikes(NeuroMLFile file, string? method = null, string? port = null)
    {
        var simulation = new LemsSimulation(file, new LemsOptions { Method = method is null ? null : Method.Parse(method) });
        return OwnFile.Spikes(simulation, simulation.Run(), 0, port);
    }

    /// <summary>w reaches -3 mV, is set back to 0, and so on: each 3 ms, as v does from below.</summary>
    [Theory]
    [InlineData("w .lt. (-3*mV)", "w", null, 1e-9)]
    [InlineData("w .lt. (-3*mV)", "w", "Imex4", 1e-9)]
    [InlineData("w .lt. (-3*mV)", "w", "Euler", 0.11)]
    [InlineData("v .gt. 3*mV", "v", null, 1e-9)]
    [InlineData("v .gt. 3*mV", "v", "Euler", 0.11)]
    [InlineData("(v - w) .gt. 6*mV .and. t .gt. 1*T", "v=w", "Imex4", 1e-6)]
    [InlineData("0.006 .lt. (v - w)", "v=w", null, 1e-6)]
    public void It_spikes_where_its_condition_begins_to_hold(string test, string reset, string? method, double within)
    {
        string sets = string.Concat(reset.Split('=').Select(s => $"<StateAssignment variable='{s}' value='0'/>"));
        double[] spikes = Spikes(Cell($"<OnCondition test='{test}'>{sets}<EventOut port='spike'/></OnCondition>"), method);

        Assert.Equal(6, spikes.Length);
        for (int k = 0; k < spikes.Length; k++) Assert.InRange(spikes[k], 3 * (k + 1) - within, 3 * (k + 1) + (k + 1) * within);
    }

    [Fact]
    public void A_condition_that_never_holds_changes_nothing()
    {
        NeuroMLFile file = Cell("<OnCondition test='v .lt. (-90*mV)'><EventOut port='spike'/></OnCondition>");

        Assert.Empty(Spikes(file));
        Assert.Equal(0.02, OwnFile.Columns(file, 1)[^1][0], 1e-12);
    }

    /// <summary>The reset at 5 mV each 5 ms is the spike; 2 mV is passed on the way, without effect.</summary>
    [Fact]
    public void Two_ports_are_two_conditions()
    {
        const string Two = """
            <OnCondition test="v .gt. 2*mV"><EventOut port="half"/></OnCondition>
            <OnCondition test="v .gt. 5*mV"><StateAssignment variable="v" value="0"/><EventOut port="spike"/></OnCondition>
            """;
        NeuroMLFile file = Cell(
            Two.Replace("<OnCondition test=\"v .gt. 2*mV\">", "<OnCondition test=\"v .gt. 2*mV .and. w .lt. 0\">"), "half",
            "<EventPort name=\"half\" direction=\"out\"/>");
        FlatEquations e = file.Network!.Populations[0].Component.Equations;

        Assert.Equal(["half", "spike"], e.Spikes.Select(s => s.Port).Order());
        Assert.Empty(e.Conditions);
    }

    [Fact]
    public void A_port_that_is_none_is_refused_with_those_that_are()
    {
        Assert.Contains("eventPort=\"burst\" of <EventSelection id=\"0\">: <own id=\"c\"> sends no events there, but at spike, half.",
            Fault($"""
            <Target component="sim"/>
            <ComponentType name="own" extends="baseCellMembPot"><EventPort name="half" direction="out"/>
                <Constant name="T" dimension="time" value="1ms"/><Constant name="mV" dimension="voltage" value="1mV"/>
                <Dynamics><StateVariable name="v" dimension="voltage" exposure="v"/><TimeDerivative variable="v" value="mV/T"/>
                <OnCondition test="v .gt. 5*mV"><StateAssignment variable="v" value="0"/><EventOut port="spike"/></OnCondition>
                <OnCondition test="v .gt. 2*mV"><EventOut port="half"/></OnCondition></Dynamics></ComponentType>
            <own id="c"/><network id="net"><population id="p" component="c" size="1"/></network>
            <Simulation id="sim" length="20ms" step="0.05ms" target="net"><EventOutputFile id="e" fileName="e.dat" format="TIME_ID">
                <EventSelection id="0" select="p[0]" eventPort="burst"/></EventOutputFile></Simulation>
            """));
    }

    [Fact]
    public void Each_port_has_its_own_spikes()
    {
        NeuroMLFile file = Cell("""
            <OnCondition test="v .gt. 5*mV"><StateAssignment variable="v" value="0"/><EventOut port="spike"/></OnCondition>
            <OnCondition test="v .gt. 2*mV"><EventOut port="half"/></OnCondition>
            """, "half", "<EventPort name=\"half\" direction=\"out\"/>");

        double[] spikes = Spikes(file, port: "spike"), half = Spikes(file, port: "half");
        Assert.Equal(4, spikes.Length);
        Assert.All(spikes, (t, k) => Assert.Equal(5.0 * (k + 1), t, 1e-6));
        Assert.Equal(4, half.Length);
        Assert.All(half, (t, k) => Assert.Equal(2 + 5.0 * k, t, 1e-3));
        Assert.Equal(spikes, Spikes(file));
    }
}
