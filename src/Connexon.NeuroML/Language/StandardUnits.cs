using System.Globalization;

namespace Connexon.NeuroML;

/// <summary>
/// The dimensions of NeuroML 2 with their units. A unit is written symbol:power[:scale[:offset]], its size in SI being scale * 10^power.
/// </summary>
internal static class StandardUnits
{
    private static readonly Dimension V = Dimension.Voltage, A = Dimension.Current, S = Dimension.Conductance, F = Dimension.Capacitance,
        s = Dimension.Time, m = Dimension.Length, K = Dimension.Temperature, mol = Dimension.Amount, one = Dimension.None;

    public static readonly (string Name, Dimension Dimension, string Units)[] All =
    [
        ("time", s, "s:0 ms:-3 min:0:60 hour:0:3600 us:-6"),
        ("per_time", one / s, "per_s:0 Hz:0 per_ms:3 per_min:0:0.01666666667 per_hour:0:0.00027777777778 kHz:3"),
        ("voltage", V, "V:0 mV:-3 uV:-6"),
        ("per_voltage", one / V, "per_V:0 per_mV:3"),
        ("conductance", S, "S:0 mS:-3 uS:-6 nS:-9 pS:-12"),
        ("conductanceDensity", S / m / m, "S_per_m2:0 mS_per_cm2:1 S_per_cm2:4 uS_per_cm2:-2"),
        ("capacitance", F, "F:0 mF:-3 uF:-6 nF:-9 pF:-12"),
        ("specificCapacitance", F / m / m, "F_per_m2:0 uF_per_cm2:-2"),
        ("resistance", V / A, "ohm:0 kohm:3 Mohm:6"),
        ("resistivity", V / A * m, "ohm_m:0 kohm_cm:1 ohm_cm:-2"),
        ("charge", A * s, "C:0 e:0:1.602176634e-19"),
        ("charge_per_mole", A * s / mol, "C_per_mol:0 nA_ms_per_amol:6 pC_per_umol:-6"),
        ("current", A, "A:0 mA:-3 uA:-6 nA:-9 pA:-12"),
        ("currentDensity", A / m / m, "A_per_m2:0 uA_per_cm2:-2 mA_per_cm2:1"),
        ("length", m, "m:0 cm:-2 mm:-3 um:-6"),
        ("area", m * m, "m2:0 cm2:-4 um2:-12"),
        ("volume", m * m * m, "m3:0 cm3:-6 litre:-3 um3:-18"),
        ("concentration", mol / (m * m * m), "mol_per_m3:0 mol_per_cm3:6 M:3 mM:0 uM:-3"),
        ("substance", mol, "mol:0"),
        ("permeability", m / s, "m_per_s:0 cm_per_s:-2 um_per_ms:-3 cm_per_ms:1"),
        ("temperature", K, "K:0 degC:0:1:273.15"),
        ("idealGasConstantDims", V * A * s / K / mol, "J_per_K_per_mol:0 fJ_per_K_per_umol:-9"),
        ("conductance_per_voltage", S / V, "S_per_V:0 nS_per_mV:-6"),
        ("rho_factor", mol / m / A / s, "mol_per_m_per_A_per_s:0 mol_per_cm_per_uA_per_ms:11 umol_per_cm_per_nA_per_ms:8"),
    ];

    public static LemsUnit Parse(string unit, Dimension dimension)
    {
        string[] parts = unit.Split(':');
        double Number(int i, double otherwise) => parts.Length > i ? double.Parse(parts[i], CultureInfo.InvariantCulture) : otherwise;
        return new LemsUnit(parts[0], dimension, (int)Number(1, 0), Number(2, 1), Number(3, 0));
    }
}
