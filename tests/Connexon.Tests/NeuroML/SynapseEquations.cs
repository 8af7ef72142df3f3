using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>Synapses, junctions and inputs, flat: what events set, what current flows.</summary>
public sealed class SynapseEquations : NeuroMLText
{
    [Fact]
    public void One_event_of_a_double_exponential_peaks_at_gbase()
    {
        FlatComponent s = Flat("<expTwoSynapse id='s' gbase='2nS' erev='0mV' tauRise='1ms' tauDecay='5ms'/>", "s");
        double A = s.After("in", "A", ("weight", 1)), B = s.After("in", "B", ("weight", 1));
        double peak = Math.Log(5) * 5 / 4; // ms

        Assert.Equal(2e-9, s.At("g", ("A", A * Math.Exp(-peak)), ("B", B * Math.Exp(-peak / 5))), 1e-22);
        Assert.Equal(2e-9 * 0.7 * (0 + 0.06), s.At("i", ("A", 0.1), ("B", 0.8), ("v", -0.06)), 1e-22);
        Assert.Equal(-0.8 / 0.005, s.Slope("B", ("B", 0.8)), 1e-10);
        Assert.Equal(A / 2, s.After("in", "A", ("weight", 0.5)), 1e-15);
    }

    [Fact]
    public void Short_term_plasticity_scales_the_jump_before_it_changes()
    {
        FlatComponent s = Flat("""
            <blockingPlasticSynapse id="s" gbase="1nS" erev="0mV" tauRise="0.1ms" tauDecay="40ms">
                <plasticityMechanism type="tsodyksMarkramDepFacMechanism" id="p" initReleaseProb="0.5" tauRec="300 ms" tauFac="200 ms"/>
            </blockingPlasticSynapse>
            """, "s");
        const string R = "p/R", U = "p/U";
        (string, double)[] at = [("A", 0.2), (R, 0.8), (U, 0.6), ("weight", 1)];
        double factor = s.At("waveformFactor");

        Assert.Equal(0.2 + 0.8 * 0.6 * factor, s.After("in", "A", at), 1e-15);
        Assert.Equal(0.8 * (1 - 0.6), s.After("in", R, at), 1e-15);
        Assert.Equal(0.6 + 0.5 * (1 - 0.6), s.After("in", U, at), 1e-15);
        Assert.Equal((1 - 0.8) / 0.3, s.Slope(R, at), 1e-14);
        Assert.Equal((1, 0.5), (s.Begins(R), s.Begins(U)));
    }

    [Fact]
    public void Magnesium_blocks_at_rest()
    {
        FlatComponent s = Flat("""
            <blockingPlasticSynapse id="s" gbase="1nS" erev="0mV" tauRise="1ms" tauDecay="10ms">
                <blockMechanism type="voltageConcDepBlockMechanism" species="mg" blockConcentration="1.2 mM" scalingConc="1.9 mM"
                    scalingVolt="16 mV"/>
            </blockingPlasticSynapse>
            """, "s");
        double block = 1 / (1 + 1.2 / 1.9 * Math.Exp(0.07 / 0.016));

        Assert.Equal(block * 1e-9 * 0.5 * 0.07, s.At("i", ("A", 0.1), ("B", 0.6), ("v", -0.07)), 1e-24);
    }

    [Fact]
    public void A_double_synapse_passes_its_events_on()
    {
        FlatComponent s = Flat("""
            <expOneSynapse id="a" gbase="1nS" erev="0mV" tauDecay="2ms"/><expOneSynapse id="b" gbase="3nS" erev="-70mV" tauDecay="9ms"/>
            <doubleSynapse id="s" synapse1="a" synapse1Path="./a" synapse2="b" synapse2Path="./b"/>
            """, "s");

        Assert.Equal(1e-9, s.After("in", "synapse1/g"), 1e-24);
        Assert.Equal(3e-9, s.After("in", "synapse2/g"), 1e-24);
        Assert.Equal(0.5 * (1e-9 * 0.05 + 3e-9 * -0.02),
            s.At("i", ("weightFactor", 0.5), ("synapse1/g", 1e-9), ("synapse2/g", 3e-9), ("v", -0.05)), 1e-24);
    }

    [Fact]
    public void GradedSynapse()
    {
        FlatComponent s = Flat("<gradedSynapse id='s' conductance='0.09 nS' delta='5 mV' k='0.025per_ms' Vth='0 mV' erev='-80 mV'/>", "s");
        double inf = 1 / (1 + Math.Exp(0.01 / 0.005));

        Assert.Equal((inf - 0.05) / ((1 - inf) / 25), s.Slope("s", ("peer/v", -0.01), ("s", 0.05)), 1e-13);
        Assert.Equal(0, s.Slope("s", ("peer/v", 0.06), ("s", 0.05)));
        Assert.Equal(2 * 0.09e-9 * 0.05 * (-0.08 + 0.04), s.At("i", ("weight", 2), ("s", 0.05), ("v", -0.04)), 1e-25);
        Assert.Equal(["peer/v", "v"], s.Equations.Requirements.Select(r => r.Name).Order());
        Assert.Equal("s", Assert.Single(s.Equations.Conditions).Sets[0].State.Name);
        Assert.Null(JunctionLaw.Conductance(s.Equations));
    }

    [Theory]
    [InlineData("gapJunction", 3e-6)]
    [InlineData("linearGradedSynapse", 3e-6)]
    public void A_plain_junction_is_known_by_its_conductance(string type, double milliSiemens) =>
        Assert.Equal(milliSiemens, JunctionLaw.Conductance(Flat($"<{type} id='s' conductance='1.5nS'/>", "s"), weight: 2)!.Value, 1e-20);

    [Fact]
    public void A_junction_that_rectifies_is_not_plain()
    {
        FlatComponent s = Flat("""
            <gated id="s" conductance="2nS" sigma="100 per_V" mu="-30mV"/>
            <ComponentType name="gated" extends="baseSynapse">
                <Parameter name="weight" dimension="none" default="1"/>
                <Parameter name="conductance" dimension="conductance"/><Parameter name="sigma" dimension="per_voltage"/>
                <Parameter name="mu" dimension="voltage"/>
                <Exposure name="i" dimension="current"/><Requirement name="v" dimension="voltage"/>
                <InstanceRequirement name="peer" type="gapJunction"/>
                <Dynamics>
                    <DerivedVariable name="vpeer" dimension="voltage" select="peer/v"/>
                    <DerivedVariable name="open" dimension="none" value="1 / (1 + exp(sigma*(mu - vpeer)))"/>
                    <DerivedVariable name="i" exposure="i" value="open * weight * conductance * (vpeer - v)"/>
                </Dynamics>
            </ComponentType>
            """, "s");

        Assert.Null(JunctionLaw.Conductance(s.Equations));
        Assert.Equal(3 * 2e-9 * 0.03 / (1 + Math.Exp(100 * (-0.03 + 0.02))), s.At("i", ("v", -0.05), ("peer/v", -0.02), ("weight", 3)),
            1e-23);
    }

    [Theory]
    [InlineData("<expOneSynapse id='s' gbase='1nS' erev='0mV' tauDecay='2ms'/>", true, false)]
    [InlineData("<expTwoSynapse id='s' gbase='1nS' erev='0mV' tauRise='1ms' tauDecay='5ms'/>", true, false)]
    [InlineData("<expThreeSynapse id='s' gbase1='1nS' gbase2='2nS' erev='0mV' tauRise='1ms' tauDecay1='5ms' tauDecay2='9ms'/>", true,
        false)]
    [InlineData("<alphaSynapse id='s' gbase='1nS' erev='0mV' tau='5ms'/>", true, false)]
    [InlineData("<alphaCurrentSynapse id='s' ibase='1nA' tau='5ms'/>", true, false)]
    [InlineData("<expCondSynapse id='s' tau_syn='5' e_rev='0'/>", true, false)]
    [InlineData("<blockingPlasticSynapse id='s' gbase='1nS' erev='0mV' tauRise='1ms' tauDecay='5ms'><voltageConcDepBlockMechanism id='b' "
        + "species='mg' blockConcentration='1.2 mM' scalingConc='1.9 mM' scalingVolt='16 mV'/></blockingPlasticSynapse>", true, false)]
    [InlineData("<blockingPlasticSynapse id='s' gbase='1nS' erev='0mV' tauRise='1ms' tauDecay='5ms'><tsodyksMarkramDepMechanism id='p' "
        + "initReleaseProb='0.5' tauRec='300 ms'/></blockingPlasticSynapse>", false, false)]
    [InlineData("<stdpSynapse id='s' gbase='1nS' erev='0mV' tauRise='1ms' tauDecay='5ms'/>", false, false)]
    [InlineData("<gapJunction id='s' conductance='1nS'/>", false, false)]
    [InlineData("<gradedSynapse id='s' conductance='1nS' delta='5 mV' k='0.025per_ms' Vth='0 mV' erev='-80 mV'/>", false, true)]
    public void Which_synapses_can_share_states(string synapse, bool onTarget, bool fromSource)
    {
        FlatEquations e = Flat(synapse, "s").Equations;

        Assert.Equal((onTarget, fromSource), (SynapseForm.IsShared(e), SynapseForm.FollowsPeer(e)));
    }

    [Fact]
    public void A_silent_synapse_carries_nothing() =>
        Assert.True(JunctionLaw.IsSilent(Flat("<silentSynapse id='s'/>", "s").Equations));

    [Theory]
    [InlineData(0.0099, 0)]
    [InlineData(0.0101, 3e-10)]
    [InlineData(0.0299, 3e-10)]
    [InlineData(0.0301, 0)]
    public void A_pulse_is_a_function_of_the_time(double t, double amperes)
    {
        FlatComponent p = Flat("<pulseGenerator id='p' delay='10ms' duration='20ms' amplitude='0.3nA'/>", "p");

        Assert.Empty(p.Equations.States);
        Assert.Equal(amperes, p.At("i", ("t", t)), 1e-24);
    }

    [Fact]
    public void Sine_ramp_clamp_and_their_sum()
    {
        FlatComponent c = Flat("""
            <compoundInput id="c">
                <sineGenerator id="s" phase="0.5" delay="10ms" duration="100ms" amplitude="1nA" period="20ms"/>
                <rampGenerator id="r" delay="10ms" duration="100ms" startAmplitude="1nA" finishAmplitude="3nA" baselineAmplitude="0nA"/>
            </compoundInput>
            """, "c");
        FlatComponent v = Flat("<voltageClamp id='v' delay='0ms' duration='50ms' targetVoltage='-40mV' simpleSeriesResistance='2 Mohm'/>",
            "v");

        Assert.Equal(1e-9 * Math.Sin(0.5 + 2 * Math.PI * 0.005 / 0.02) + 1.1e-9, c.At("i", ("t", 0.015)), 1e-16);
        Assert.Equal(0.02 / 2e6, v.At("i", ("t", 0.02), ("v", -0.06)), 1e-20);
    }

    [Fact]
    public void Spike_trains()
    {
        Assert.Equal([5, 7.5, 20],
            Assert.IsType<ListedSpikes>(Flat("<spikeArray id='a'><spike id='0' time='20ms'/><spike id='1' time='5ms'/>"
                + "<spike id='2' time='0.0075s'/></spikeArray>", "a").Train).At);
        Assert.Equal(new RegularSpikes(30), Flat("<spikeGenerator id='a' period='30 ms'/>", "a").Train);
        Assert.Equal(new UniformSpikes(10, 50), Flat("<spikeGeneratorRandom id='a' minISI='10 ms' maxISI='50 ms'/>", "a").Train);
        Assert.Equal(new PoissonSpikes(0.05, 4, 0, double.PositiveInfinity),
            Flat("<spikeGeneratorRefPoisson id='a' averageRate='50 Hz' minimumISI='4 ms'/>", "a").Train);
        FlatComponent f = Flat("<expOneSynapse id='e' gbase='1nS' erev='0mV' tauDecay='2ms'/>"
            + "<transientPoissonFiringSynapse id='a' averageRate='50 Hz' delay='10ms' duration='80ms' synapse='e' spikeTarget='./e'/>",
                "a");
        Assert.Equal(new PoissonSpikes(0.05, 0, 10, 90), f.Train);
        Assert.Equal(1e-9, f.After("in", "synapse/g"), 1e-24);
        Assert.Equal(1e-9 * 0.05, f.At("i", ("synapse/g", 1e-9), ("v", -0.05), ("weight", 1)), 1e-24);
    }

    [Fact]
    public void Components_of_one_build_share_their_equations()
    {
        var document = DocumentReader.Read(Write("<Lems>" + string.Concat(Enumerable.Range(0, 152).Select(k =>
            $"<expTwoSynapse id='s{k}' gbase='{k}nS' erev='0mV' tauRise='1ms' tauDecay='{k + 2}ms'/>"
            + $"<gapJunction id='g{k}' conductance='{k}pS'/>")) + "</Lems>"));
        var flattener = new Flattener(document);

        foreach (Element e in document.Elements.ToArray()) flattener.Flatten(document.Component(e.Id!, e, "id"));

        Assert.Equal(2, flattener.Equations.Count);
    }
}
