using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>NeuroML's cells, flat: their slopes at a state, against the same equations written out here in SI.</summary>
public sealed class CellEquations : NeuroMLText
{
    [Fact]
    public void IafCell()
    {
        FlatComponent c = Flat("<iafCell id='c' C='3.2pF' leakConductance='0.2nS' leakReversal='-65mV' thresh='-55mV' reset='-70mV'/>",
            "c");

        Assert.Equal(-0.065, c.Begins("v"));
        Assert.Equal((0.2e-9 * (-0.065 + 0.06) + 3e-12) / 3.2e-12, c.Slope("v", ("v", -0.06), ("iSyn", 3e-12)), 1e-9);
        Assert.Equal(("v", "thresh", false), (c.Equations.Spike!.Watched.Name, $"{c.Equations.Spike.Threshold}", c.Equations.Spike.Rising));
        Assert.Equal("v := reset", string.Join(", ", c.Equations.Spike.Resets.Select(r => $"{r.State} := {r.Value}")));
        Assert.Null(c.Equations.Spike.Refractory);
        Assert.Empty(c.Equations.Conditions);
    }

    [Fact]
    public void A_refractory_regime_becomes_a_refractory_time()
    {
        FlatComponent c = Flat(
            "<iafRefCell id='c' C='1pF' leakConductance='1nS' leakReversal='-65mV' thresh='-55mV' reset='-70mV' refract='5ms'/>", "c");

        Assert.Equal(["v"], c.Equations.States.Select(s => s.Symbol.Name));
        Assert.Equal("refract", $"{c.Equations.Spike!.Refractory!.Duration}");
        Assert.Equal(["v"], c.Equations.Spike.Refractory.Held.Select(h => h.Name));
        Assert.Equal(1e-9 * (-0.065 + 0.06) / 1e-12, c.Slope("v", ("v", -0.06)), 1e-6);
    }

    [Fact]
    public void AdEx_keeps_w_going_while_v_is_held()
    {
        FlatComponent c = Flat(
            "<adExIaFCell id='c' C='281pF' gL='30nS' EL='-70.6mV' reset='-48.5mV' VT='-50.4mV' thresh='-40.4mV' refract='2ms' "
            + "delT='2mV' tauw='40ms' a='4nS' b='0.08nA'/>", "c");
        double v = -0.052, w = 2e-11;

        Assert.Equal((30e-9 * (-0.0706 - v) + 30e-9 * 0.002 * Math.Exp((v + 0.0504) / 0.002) - w + 1e-10) / 281e-12,
            c.Slope("v", ("v", v), ("w", w), ("iSyn", 1e-10)), 1e-10);
        Assert.Equal((4e-9 * (v + 0.0706) - w) / 0.04, c.Slope("w", ("v", v), ("w", w)), 1e-22);
        Assert.Equal(["v"], c.Equations.Spike!.Refractory!.Held.Select(h => h.Name));
        Assert.Equal(["v := reset", "w := w + b"], c.Equations.Spike.Resets.Select(r => $"{r.State} := {r.Value}"));
    }

    [Fact]
    public void IzhikevichCell()
    {
        FlatComponent c = Flat("<izhikevichCell id='c' v0='-70mV' thresh='30mV' a='0.02' b='0.2' c='-50.0' d='2'/>", "c");

        Assert.Equal(-14, c.Begins("U"), 1e-14);
        Assert.Equal(0.04 * 60 * 60 + 5 * -60 + 140 + 13 + 7, c.Slope("v", ("v", -0.06), ("U", -13), ("ISyn", 7)), 1e-12); // mV/ms = V/s
        Assert.Equal(1e3 * 0.02 * (0.2 * -60 + 13), c.Slope("U", ("v", -0.06), ("U", -13)), 1e-12);
        Assert.Equal(("ISyn", "I"), (c.Equations.Ports[0].Symbol.Name, c.Equations.Ports[0].Exposure));
    }

    [Fact]
    public void Izhikevich2007Cell()
    {
        FlatComponent c = Flat("<izhikevich2007Cell id='c' v0='-60mV' C='100 pF' k='0.7 nS_per_mV' vr='-60 mV' vt='-40 mV' vpeak='35 mV' "
            + "a='0.03 per_ms' b='-2 nS' c='-50 mV' d='100 pA'/>", "c");

        Assert.Equal((0.7e-6 * 0.01 * -0.01 + 5e-11 - 2e-11) / 1e-10, c.Slope("v", ("v", -0.05), ("u", 2e-11), ("iSyn", 5e-11)), 1e-12);
        Assert.Equal(30 * (-2e-9 * 0.01 - 2e-11), c.Slope("u", ("v", -0.05), ("u", 2e-11)), 1e-22);
    }

    [Fact]
    public void FitzHughNagumo_counts_in_seconds()
    {
        FlatComponent c = Flat("<fitzHughNagumoCell id='c' I='0.8'/>", "c");

        Assert.Equal(1.2 - 1.2 * 1.2 * 1.2 / 3 - 0.3 + 0.8, c.Slope("V", ("V", 1.2), ("W", 0.3)), 1e-15);
        Assert.Equal(0.08 * (1.2 + 0.7 - 0.8 * 0.3), c.Slope("W", ("V", 1.2), ("W", 0.3)), 1e-15);
        Assert.Equal(0, c.Begins("V"));
        Assert.Null(c.Equations.Spike);
    }

    [Fact]
    public void HindmarshRose()
    {
        FlatComponent c = Flat(
            "<hindmarshRose1984Cell id='c' C='28.57142857pF' a='1.0' b='3.0' c='-3.0' d='5.0' r='0.002' s='4.0' x1='-1.3' "
            + "v_scaling='35.71428571mV' x0='-1.1' y0='-9.0' z0='1.0'/>", "c");
        double scale = 0.03571428571, x = 0.4, v = x * scale, y = -2, z = 1.5;

        Assert.Equal(-1.1 * scale, c.Begins("v"), 1e-16);
        Assert.Equal(1e3 * scale * (y - x * x * x + 3 * x * x - z), c.Slope("v", ("v", v), ("y", y), ("z", z)), 1e-12);
        Assert.Equal(1e3 * (-3 - 5 * x * x - y), c.Slope("y", ("v", v), ("y", y), ("z", z)), 1e-11);
        Assert.Equal(1e3 * 0.002 * (4 * (x + 1.3) - z), c.Slope("z", ("v", v), ("y", y), ("z", z)), 1e-13);
        Assert.True(c.Equations.Spike!.Rising);
        Assert.Equal(1, c.At("spiking", ("v", 0.01)));
    }

    [Fact]
    public void PinskyRinzel()
    {
        FlatComponent c = Flat(
            "<pinskyRinzelCA3Cell id='c' iSoma='0.75 uA_per_cm2' iDend='0 uA_per_cm2' gc='2.1 mS_per_cm2' qd0='0' "
            + "gLs='0.1 mS_per_cm2' gLd='0.1 mS_per_cm2' gNa='30 mS_per_cm2' gKdr='15 mS_per_cm2' gCa='10 mS_per_cm2' "
            + "gKahp='0.8 mS_per_cm2' gKC='15 mS_per_cm2' eNa='60 mV' eCa='80 mV' eK='-75 mV' eL='-60 mV' pp='0.5' "
            + "cm='3 uF_per_cm2' alphac='2' betac='0.1' gNmda='0 mS_per_cm2' gAmpa='0 mS_per_cm2'/>", "c");
        (string, double)[] at = [("Vs", -0.05), ("Vd", -0.04), ("Cad", 300), ("hs", 0.8), ("ns", 0.1), ("sd", 0.2), ("cd", 0.3),
            ("qd", 0.05)];
        double S = -50, D = -40;
        double am = 0.32 * (-46.9 - S) / (Math.Exp((-46.9 - S) / 4) - 1), bm = 0.28 * (S + 19.9) / (Math.Exp((S + 19.9) / 5) - 1),
            m = am / (am + bm);

        double somatic = 0.1 * (-60 - S) + 30 * m * m * 0.8 * (60 - S) + 15 * 0.1 * (-75 - S) + 2.1 / 0.5 * (D - S) + 0.75 / 0.5;
        double ica = 10 * 0.2 * 0.2 * (D - 80);
        double dendritic = 0.1 * (-60 - D) - ica + 0.8 * 0.05 * (-75 - D) + 15 * 0.3 * 1 * (-75 - D) + 2.1 / 0.5 * (S - D);
        Assert.Equal(somatic / 3, c.Slope("Vs", at), 1e-10); // mV/ms = V/s
        Assert.Equal(dendritic / 3, c.Slope("Vd", at), 1e-10);
        Assert.Equal(1e3 * (-0.13 * ica - 0.075 * 300), c.Slope("Cad", at), 1e-8);
        double ac = Math.Exp((D + 50) / 11 - (D + 53.5) / 27) / 18.975, bc = 2 * Math.Exp((-53.5 - D) / 27) - ac;
        Assert.Equal(1e3 * (ac - (ac + bc) * 0.3), c.Slope("cd", at), 1e-10);
        Assert.Equal(1e3 * (0.006 - (0.006 + 0.001) * 0.05), c.Slope("qd", at), 1e-12);
    }

    [Fact]
    public void PyNN_cell_with_alpha_function_or_exponential_spike()
    {
        FlatComponent c = Flat(
            "<EIF_cond_exp_isfa_ista id='c' a='4.0' b='0.0805' cm='0.281' delta_T='2.0' e_rev_E='0.0' e_rev_I='-80.0' i_offset='0.6' "
            + "tau_m='9.3667' tau_refrac='5' tau_syn_E='5.0' tau_syn_I='5.0' tau_w='144.0' v_init='-65' v_reset='-68.0' v_rest='-70.6' "
            + "v_spike='-40.0' v_thresh='-52.0'/>", "c");

        double slope = (-70.6 + 54 + 2 * Math.Exp((-54 + 52) / 2.0)) / 9.3667 + (0.6 - 0.1) / 0.281;
        Assert.Equal(slope, c.Slope("v", ("v", -0.054), ("w", 0.1)), 1e-11);
        Assert.Equal(1e3 / 144 * (4 * (-54 + 70.6) - 0.1), c.Slope("w", ("v", -0.054), ("w", 0.1)), 1e-9);
        Assert.Equal(-0.04, c.At("eif_threshold") * 1e-3, 1e-15);
    }
}
