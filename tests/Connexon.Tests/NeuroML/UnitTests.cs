using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>Quantities of files come into the library's base units by one rounding, and go back to SI.</summary>
public class UnitTests
{
    private static readonly Place Here = new("f.xml", 3);
    private readonly LemsUnits _units = new();

    [Theory]
    [InlineData("-65mV", -65)]
    [InlineData("-65 mV", -65)]
    [InlineData("0.1nS", 0.1 / 1e6)]
    [InlineData(".1 nS", 0.1 / 1e6)]
    [InlineData("1.00E-9mS", 1e-9)]
    [InlineData("+5 pA", 5 / 1e6)]
    [InlineData("1e+3 Hz", 1)]
    [InlineData("10 ms", 10)]
    [InlineData("2 hour", 7.2e6)]
    [InlineData("3 S_per_m2", 3 / 1e9)] // 3 S / 1e12 um2 = 3000 mS / 1e12 um2
    [InlineData("1 uF_per_cm2", 1 / 1e8)] // 1 uF / 1e8 um2
    [InlineData("2 mM", 2 / 1e12)] // 2 mol/m3 = 2e6 umol / 1e18 um3
    [InlineData("5e-11mol_per_cm3", 5e-11 / 1e6)]
    [InlineData("25 degC", 298.15)]
    [InlineData("4 mol_per_cm_per_uA_per_ms", 4e11 / 1e9)] // mol/(m A s) = 1e6 umol / (1e6 um 1e6 uA 1e3 ms)
    [InlineData("8.3144621 J_per_K_per_mol", 8314462.1)] // V A s/(K mol) = 1e3 mV 1e6 uA 1e3 ms / (K 1e6 umol)
    [InlineData("7", 7)]
    public void Numbers_with_units(string text, double value) => Assert.Equal(value, _units.Parse(text, Here).Value);

    [Fact]
    public void A_bare_number_counts_in_SI() =>
        Assert.Equal(new Quantity(-65, Dimension.Voltage), _units.Parse("-0.065", Dimension.Voltage, "v0", Here));

    [Theory]
    [InlineData("5 mv", "f.xml(3): 'mv' in '5 mv' is not a unit. Did you mean 'mV'?")]
    [InlineData("mV", "f.xml(3): 'mV' does not begin with a number. Write a number and its unit: 10 pS.")]
    public void What_is_no_quantity_is_refused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<NeuroMLException>(() => _units.Parse(text, Here)).Message);

    [Fact]
    public void A_unit_of_another_dimension_is_refused() =>
        Assert.Equal("f.xml(3): thresh = '5 ms' is a time (ms), but a voltage (mV) is needed. Units: V, mV, uV.",
            Assert.Throws<NeuroMLException>(() => _units.Parse("5 ms", Dimension.Voltage, "thresh", Here)).Message);

    [Theory]
    [InlineData("voltage", 1e3)]
    [InlineData("current", 1e6)]
    [InlineData("conductance", 1e3)]
    [InlineData("capacitance", 1e6)]
    [InlineData("concentration", 1e-12)]
    [InlineData("permeability", 1e3)]
    [InlineData("charge_per_mole", 1e3)]
    public void One_SI_unit_in_base_units(string dimension, double factor) =>
        Assert.Equal(factor, SiScale.ToBase(1, _units.DimensionOf(dimension, Here)), factor * 1e-15);

    [Fact]
    public void Dimensions_of_SI_powers() =>
        Assert.Equal(Dimension.Conductance, SiScale.FromSi(mass: -1, length: -2, time: 3, current: 2, temperature: 0, amount: 0));
}
