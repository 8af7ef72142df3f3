using Connexon.NeuroML;
using static Connexon.Units;

namespace Connexon.Tests.NeuroML;

/// <summary>Networks whose spikes beget spikes: they end with a word of why, in bounded time.</summary>
public sealed class FrequentSpikes : NeuroMLText
{
    private NeuroMLFile Ring(string cell, string delay) => Read($"""
        <Target component="sim"/>
        <iafCell id="iaf" leakReversal="-60mV" thresh="-40mV" reset="-60mV" C="4pF" leakConductance="0.2nS"/>
        <iafRefCell id="resting" leakReversal="-60mV" thresh="-40mV" reset="-60mV" C="4pF" leakConductance="0.2nS" refract="2ms"/>
        <expOneSynapse id="s" gbase="6nS" erev="0mV" tauDecay="4ms"/>
        <pulseGenerator id="p" delay="2ms" duration="10ms" amplitude="12pA"/>
        <network id="net">
            <population id="a" component="{cell}" size="2"/>
            <synapticConnectionWD from="a[0]" to="a[1]" synapse="s" destination="synapses" weight="1" delay="{delay}"/>
            <synapticConnectionWD from="a[1]" to="a[0]" synapse="s" destination="synapses" weight="1" delay="{delay}"/>
            <explicitInput target="a[0]" input="p" destination="synapses"/>
        </network>
        <Simulation id="sim" length="200ms" step="0.05ms" target="net"/>
        """);

    private static Run Run(NeuroMLFile file, Method? method = null) => new LemsSimulation(file, new LemsOptions { Method = method }).Run();

    private static int Spikes(Run run) => run.Spikes(run.Network.Populations[0]).Count;

    [Theory]
    [InlineData("Adaptive", "0ms", "without delay")]
    [InlineData("Imex4", "0ms", "without delay")]
    [InlineData("Reference(1e-6)", "0ms", "without delay")]
    [InlineData("Adaptive", "0.4ms", "after 0.8 ms")]
    public void Spikes_that_beget_spikes_end_a_run(string method, string delay, string back)
    {
        string said = Assert.Throws<DivergenceException>(() => Run(Ring("iaf", delay), Method.Parse(method))).Message;

        Assert.Matches(@"^a\[[01]\] spikes more than 100 times in a ms, several times in a step of 0\.05 ms, at t = [0-9.]+ ms\. ", said);
        Assert.Contains($"Its spikes excite it in turn, by way of other cells, {back}: spikes beget spikes, ever more of them. "
            + "No refractory time keeps v from its threshold.", said);
        Assert.EndsWith("Euler has at most one spike of a cell in a step, as other simulators of LEMS files have: it runs on, "
            + "at a rate that follows from the step (20 spikes a ms).", said);
        Assert.DoesNotContain("try dt", said);
    }

    [Fact]
    public void What_was_recorded_until_then_is_written()
    {
        DivergenceException e = Assert.Throws<DivergenceException>(() => Run(Ring("iaf", "0ms")));

        Assert.Equal("v", e.State);
        Assert.InRange(e.Recorded!.Duration / ms, 5, 100);
        Assert.Equal((e.Step, false), (e.Recorded.Steps, e.Recorded.IsComplete));
    }

    [Fact]
    public void A_method_of_one_spike_a_step_runs_on_and_says_so()
    {
        Run run = Run(Ring("iaf", "0ms"), Method.Euler);

        Assert.True(run.IsComplete);
        Assert.Matches(@"^a\[[01]\] spikes in every step from t = [0-9.]+ ms on, which is as often as Euler can have it: its rate, 20 "
            + "spikes a "
            + @"ms, follows from the step of 0\.05 ms and not from the equations\. Its spikes excite it in turn", run.Warnings[^1]);
    }

    [Fact]
    public void A_refractory_time_bounds_the_rate_and_nothing_is_said()
    {
        Run run = Run(Ring("resting", "0ms"));

        Assert.True(run.IsComplete);
        Assert.InRange(Spikes(run), 120, 200); // of two cells, at most one in 2 ms each
        Assert.Empty(run.Warnings);
    }

    [Fact]
    public void The_published_kind_of_three_cells_ends_so()
    {
        string path = SharedData.Path("cases", "spikes-without-bound", "LEMS_net.xml");

        Assert.Contains("spikes beget spikes", Assert.Throws<DivergenceException>(() => Run(NeuroMLFile.Read(path))).Message);
        Assert.Equal(5230, Spikes(Run(NeuroMLFile.Read(path), Method.Euler)));
    }
}
