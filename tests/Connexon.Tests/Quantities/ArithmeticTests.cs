using CsCheck;

using static Connexon.Units;

namespace Connexon.Tests.Quantities;

/// <summary>The base units mV, uA, ms, mS, uF, kOhm and 1/ms are closed: a product or quotient never needs a factor.</summary>
public class ArithmeticTests
{
    [Fact]
    public void Products_and_quotients_of_base_units_are_base_units()
    {
        Assert.Equal(6 * uA, 2 * mS * (3 * mV));
        Assert.Equal(6 * uA, 2 * mV * (3 * mS));
        Assert.Equal(2 * mV, 6 * uA / (3 * mS));
        Assert.Equal(2 * mS, 6 * uA / (3 * mV));
        Assert.Equal(2 * kOhm, 6 * mV / (3 * uA));
        Assert.Equal(2 * uA, 6 * mV / (3 * kOhm));
        Assert.Equal(6 * mV, 2 * kOhm * (3 * uA));
        Assert.Equal(6 * mV, 2 * uA * (3 * kOhm));
        Assert.Equal(0.5 * kOhm, 1 / (2 * mS));
        Assert.Equal(0.5 * mS, 1 / (2 * kOhm));
        Assert.Equal(2 * ms, 6 * uF / (3 * mS));
        Assert.Equal(2 * mS, 6 * uF / (3 * ms));
        Assert.Equal(6 * ms, 2 * uF * (3 * kOhm));
        Assert.Equal(6 * ms, 2 * kOhm * (3 * uF));
        Assert.Equal(2 * kHz, 6 * mS / (3 * uF));
        Assert.Equal(0.5 * kHz, 1 / (2 * ms));
        Assert.Equal(0.5 * ms, 1 / (2 * kHz));
        Assert.Equal(6, 2 * kHz * (3 * ms));
        Assert.Equal(6, 2 * ms * (3 * kHz));
    }

    [Fact]
    public void Others_are_general_quantities_with_their_dimension()
    {
        Assert.Equal(new Quantity(2, Dimension.Voltage / Dimension.Time), 6 * mV / (3 * ms));
        Assert.Equal(new Quantity(6, Dimension.Current * Dimension.Time), 2 * uA * (3 * ms));
        Assert.Equal(new Quantity(6, Dimension.Voltage / Dimension.Time), 2 * kHz * (3 * mV));
        Assert.Equal(new Quantity(2, Dimension.Rate / Dimension.Voltage), 6 / ms / (3 * mV));
    }

    [Fact]
    public void Every_unit_has_its_size_in_the_base_unit()
    {
        Assert.Equal([1, 1e-3, 1e3], [mV.Value, uV.Value, volt.Value]);
        Assert.Equal([1, 1e-3, 1e-6, 1e3], [uA.Value, nA.Value, pA.Value, mA.Value]);
        Assert.Equal([1, 1e-3, 1e-6, 1e-9, 1e3], [mS.Value, uS.Value, nS.Value, pS.Value, siemens.Value]);
        Assert.Equal([1, 1e-3, 1e-6], [uF.Value, nF.Value, pF.Value]);
        Assert.Equal([1, 1e-3, 1e3], [ms.Value, us.Value, second.Value]);
        Assert.Equal([1, 1e-3], [kHz.Value, Hz.Value]);
        Assert.Equal([1, 1e-3, 1e3], [kOhm.Value, ohm.Value, MOhm.Value]);
    }

    [Fact]
    public void A_number_in_the_base_unit_keeps_its_bits()
    {
        Assert.Equal(BitConverter.DoubleToInt64Bits(-54.387), BitConverter.DoubleToInt64Bits((-54.387 * mV).Value));
        Gen.Double.Sample(x => (x * mV).Value.Equals(x) && (x * mS / mS).Equals(x) && (-(x * ms)).Value.Equals(-x));
    }

    [Fact]
    public void Sums_factors_and_comparisons_are_those_of_the_numbers() =>
        Gen.Select(Gen.Double, Gen.Double).Sample((x, y) =>
        {
            Voltage a = x * mV, b = y * mV;
            return (a + b).Value.Equals(x + y) && (a - b).Value.Equals(x - y) && (a * y).Value.Equals(x * y) && (a / y).Value.Equals(x / y)
                && (a / b).Equals(x / y) && a < b == x < y && a > b == x > y && a <= b == x <= y && a >= b == x >= y;
        });

    [Fact]
    public void A_span_of_quantities_leaves_in_a_unit()
    {
        ReadOnlySpan<Voltage> v = [1 * mV, -65 * mV];
        Assert.Equal([1e-3, -0.065], v.In(volt));
    }
}
