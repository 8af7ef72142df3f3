using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>A cell with channels, gates, temperature and calcium becomes one set of equations.</summary>
public sealed class ChannelEquations : NeuroMLText
{
    private const string Channels = """
        <ionChannelHH id="na" conductance="10pS" species="na">
            <gateHHrates id="m" instances="3">
                <forwardRate type="HHExpLinearRate" rate="1per_ms" midpoint="-40mV" scale="10mV"/>
                <reverseRate type="HHExpRate" rate="4per_ms" midpoint="-65mV" scale="-18mV"/>
            </gateHHrates>
            <gate id="h" type="gateHHtauInf" instances="1">
                <q10Settings type="q10ExpTemp" q10Factor="3" experimentalTemp="6.3 degC"/>
                <timeCourse type="fixedTimeCourse" tau="4ms"/>
                <steadyState type="HHSigmoidVariable" rate="1" midpoint="-60mV" scale="-7mV"/>
            </gate>
        </ionChannelHH>
        <ionChannel id="leak" type="ionChannelPassive" conductance="1pS"/>
        <ionChannelHH id="ca" conductance="10pS">
            <gateHHInstantaneous id="s" instances="2">
                <steadyState type="HHSigmoidVariable" rate="1" midpoint="-20mV" scale="5mV"/>
            </gateHHInstantaneous>
        </ionChannelHH>
        <fixedFactorConcentrationModel id="pool" ion="ca" restingConc="1e-4mM" decayConstant="20ms" rho="0.3 mol_per_m_per_A_per_s"/>
        """;

    private const string Cell = Channels + """
        <cell id="c">
            <morphology id="mo">
                <segment id="0"><proximal x="0" y="0" z="0" diameter="10"/><distal x="30" y="40" z="0" diameter="20"/></segment>
            </morphology>
            <biophysicalProperties id="bio">
                <membraneProperties>
                    <channelDensity id="naD" ionChannel="na" condDensity="120 mS_per_cm2" erev="50mV" ion="na"/>
                    <channelDensity id="leakD" ionChannel="leak" condDensity="0.3 mS_per_cm2" erev="-54mV" ion="non_specific"/>
                    <channelDensityNernst id="caD" ionChannel="ca" condDensity="0.2 mS_per_cm2" ion="ca"/>
                    <spikeThresh value="0mV"/>
                    <specificCapacitance value="1 uF_per_cm2"/>
                    <initMembPotential value="-65mV"/>
                </membraneProperties>
                <intracellularProperties>
                    <species id="ca" ion="ca" concentrationModel="pool" initialConcentration="2e-4 mM" initialExtConcentration="2 mM"/>
                    <resistivity value="0.1 kohm_cm"/>
                </intracellularProperties>
            </biophysicalProperties>
        </cell>
        <network id="n" type="networkWithTemperature" temperature="16.3 degC"><population id="p" component="c" size="1"/></network>
        """;

    private const string M = "biophysicalProperties/membraneProperties/naD/ionChannel/m/q",
        H = "biophysicalProperties/membraneProperties/naD/ionChannel/h/q",
        Ca = "biophysicalProperties/intracellularProperties/ca/concentrationModel/concentration";

    private FlatComponent Read() => Read(Cell).Network!.Populations[0].Component;

    [Fact]
    public void Currents_of_all_channels_charge_the_area()
    {
        FlatComponent c = Read();
        double v = -0.03, m = 0.4, h = 0.7, ca = 5e-4, temperature = 289.45; // mol/m3, K
        double area = 2 * 3.14159265 * 10e-6 * 50e-6;
        double sca = 1 / (1 + Math.Exp(-(v + 0.02) / 0.005));
        double eca = 8.3144621 * temperature / (2 * 96485.3) * Math.Log(2 / ca);
        double ica = 2 * sca * sca * (eca - v);
        double density = 1200 * m * m * m * h * (0.05 - v) + 3 * (-0.054 - v) + ica;
        (string, double)[] at = [("v", v), (M, m), (H, h), (Ca, ca), ("iSyn", 1e-10)];

        Assert.Equal((density * area + 1e-10) / (0.01 * area), c.Slope("v", at), 1e-9);
        Assert.Equal(ica * 0.3 - (ca - 1e-4) / 0.02, c.Slope(Ca, at), 1e-12);
        Assert.Equal(area, c.At("surfaceArea"), 1e-22);
        Assert.Equal(ca, c.At("caConc", at), 1e-18);
        Assert.Equal(eca, c.At("bio/membraneProperties/caD/erev", at), 1e-15);
    }

    [Fact]
    public void Gates_follow_their_rates_and_the_temperature()
    {
        FlatComponent c = Read();
        double v = -0.03, alpha = 1000 * 1 / (1 - Math.Exp(-1)), beta = 4000 * Math.Exp((v + 0.065) / -0.018);
        double inf = 1 / (1 + Math.Exp((v + 0.06) / 0.007)), tau = 0.004 / 3; // q10 of 3, ten degrees above

        Assert.Equal(alpha * (1 - 0.4) - beta * 0.4, c.Slope(M, ("v", v), (M, 0.4)), 1e-9);
        Assert.Equal((inf - 0.7) / tau, c.Slope(H, ("v", v), (H, 0.7)), 1e-9);
        Assert.Equal(1 / (1 + Math.Exp((-0.065 + 0.06) / 0.007)), c.Begins(H), 1e-15);
        Assert.Equal(3, c.At("bio/membraneProperties/naD/na/h/rateScale"), 1e-14);
        // x / (1 - exp(-x)) is 1 at x = 0.
        Assert.Equal(1000, c.At("bio/membraneProperties/naD/na/m/alpha", ("v", -0.04)), 1e-12);
    }

    [Fact]
    public void The_flag_that_marks_a_spike_becomes_a_threshold_that_is_crossed()
    {
        FlatEquations e = Read().Equations;

        Assert.Equal(["v", M, H, Ca], e.States.Select(s => s.Symbol.Name));
        Assert.Equal(("v", true, "spike"), (e.Spike!.Watched.Name, e.Spike.Rising, e.SpikePort));
        Assert.Equal($"{Ca} < 0 umol/um^3", $"{Assert.Single(e.Conditions).Test}");
    }

    [Fact]
    public void A_point_cell_counts_channels()
    {
        FlatComponent c = Flat(Channels.Replace("q10ExpTemp\" q10Factor=\"3\" experimentalTemp=\"6.3 degC", "q10Fixed\" fixedQ10=\"2") + """
            <pointCellCondBased id="p" C="10pF" v0="-65mV" thresh="20mV">
                <channelPopulation id="naP" ionChannel="na" number="1000" erev="50mV"/>
                <channelPopulation id="leakP" ionChannel="leak" number="3000" erev="-54mV"/>
            </pointCellCondBased>
            """, "p");
        string m = "naP/ionChannel/m/q", h = "naP/ionChannel/h/q";

        Assert.Equal((1000 * 1e-11 * 0.4 * 0.4 * 0.4 * 0.7 * 0.08 + 3000 * 1e-12 * -0.024) / 1e-11,
            c.Slope("v", ("v", -0.03), (m, 0.4), (h, 0.7)), 1e-10);
        Assert.Equal(2, c.At("naP/na/h/rateScale"));
    }

    [Fact]
    public void GHK_has_no_gap_at_zero()
    {
        FlatComponent c = Read(Cell.Replace("channelDensityNernst",
            "channelDensityGHK").Replace("condDensity=\"0.2 mS_per_cm2\" ion=\"ca\"", "permeability=\"1e-3 um_per_ms\" ion=\"ca\""))
            .Network!.Populations[0].Component;
        double K = 2 * 96485.3 / (8.3144621 * 289.45), P = 1e-6;
        double Density(double v) => c.At("bio/membraneProperties/caD/iDensity", ("v", v),
            (Ca, 1e-3)) / Math.Pow(1 / (1 + Math.Exp(-(v + 0.02) / 0.005)), 2);

        double e = Math.Exp(-K * -0.04);
        Assert.Equal(-P * 2 * 96485.3 * K * -0.04 * (1e-3 - 2 * e) / (1 - e), Density(-0.04), 1e-9);
        Assert.Equal(P * 2 * 96485.3 * (2 - 1e-3), Density(0), 1e-9);
    }

    [Fact]
    public void A_kinetic_scheme_moves_what_is_there()
    {
        FlatComponent c = Flat("""
            <ionChannelKS id="ks" conductance="8pS">
                <gateKS id="n" instances="1">
                    <closedState id="c1"/><openState id="o1"/>
                    <vHalfTransition id="t" from="c1" to="o1" vHalf="0mV" z="1.5" gamma="0.75" tau="3.2ms" tauMin="0.3ms"/>
                </gateKS>
            </ionChannelKS>
            <pointCellCondBased id="p" C="10pF" v0="-65mV" thresh="20mV">
            <channelPopulation id="k" ionChannel="ks" number="10" erev="-77mV"/></pointCellCondBased>
            """, "p");
        double rf = 1 / (0.0032 / Math.Exp(1.5 * 0.75 * -0.01 / 0.0253) + 0.0003),
            rr = 1 / (0.0032 / Math.Exp(-1.5 * 0.25 * -0.01 / 0.0253) + 0.0003);
        (string, double)[] at = [("v", -0.01), ("k/ionChannel/n/c1/occupancy", 0.6), ("k/ionChannel/n/o1/occupancy", 0.4)];

        Assert.Equal(rf * 0.6 - rr * 0.4, c.Slope("k/ionChannel/n/o1/occupancy", at), 1e-10);
        Assert.Equal(rr * 0.4 - rf * 0.6, c.Slope("k/ionChannel/n/c1/occupancy", at), 1e-10);
        Assert.Equal((1, 0), (c.Begins("k/ionChannel/n/c1/occupancy"), c.Begins("k/ionChannel/n/o1/occupancy")));
        Assert.Equal(0.4, c.At("k/ks/n/q", at));
    }
}
