using CsCheck;

using static Connexon.Units;

namespace Connexon.Tests.Quantities;

public class PrintingTests
{
    [Fact]
    public void A_quantity_prints_in_its_base_unit()
    {
        Assert.Equal("-54.387 mV", $"{-54.387 * mV}");
        Assert.Equal("0.1 mS", $"{0.1 * mS}");
        Assert.Equal("10 uA", $"{10 * uA}");
        Assert.Equal("1 uF", $"{1 * uF}");
        Assert.Equal("0.01 ms", $"{0.01 * ms}");
        Assert.Equal("4/ms", $"{4 / ms}");
        Assert.Equal("2 kOhm", $"{2 * kOhm}");
        Assert.Equal("8 mV/ms", $"{8 * mV / ms}");
        Assert.Equal("0.1", $"{0.1 * one}");
    }

    [Fact]
    public void Below_a_thousandth_of_it_in_the_unit_that_fits()
    {
        Assert.Equal("1 nS", $"{1 * nS}");
        Assert.Equal("0.667 nS", $"{0.667 * nS}");
        Assert.Equal("400 pS", $"{0.4 * nS}");
        Assert.Equal("-200 pA", $"{-0.2 * nA}");
        Assert.Equal("40 pF", $"{40 * pF}");
        Assert.Equal("0.001 uA", $"{1 * nA}");
        Assert.Equal("0.0025 mS", $"{2.5 * uS}");
        Assert.Equal("0.0002 ms", $"{0.2 * us}");
        Assert.Equal("1E-05 mV/ms", $"{1e-5 * mV / ms}");
        Assert.Equal("0 mV", $"{0 * mV}");
    }

    [Fact]
    public void And_in_the_unit_given()
    {
        Assert.Equal("5 nS", (5 * nS).ToString("nS"));
        Assert.Equal("100000 nS", $"{0.1 * mS:nS}");
        Assert.Equal("-0.065 V", $"{-65 * mV:V}");
        Assert.Equal("0.1 s", $"{100 * ms:s}");
        Assert.Equal("40 Hz", $"{0.04 * kHz:Hz}");
        Assert.Equal("10000 nA", $"{10 * uA:nA}");
        Assert.Equal("200 pF", $"{200 * pF:pF}");
        Assert.Equal("100 MOhm", $"{100 * MOhm:MOhm}");
        Assert.Equal("5 \u00B5S", (5 * uS).ToString("\u00B5S"));
    }

    [Fact]
    public void A_unit_of_another_dimension_is_refused()
    {
        Assert.Equal("'ms' is not a unit of a conductance (mS). Units of conductance: S, mS, uS, nS, pS.",
            Assert.Throws<FormatException>(() => (0.1 * mS).ToString("ms")).Message);
        Assert.Equal("'N2' is not a unit of a voltage (mV). Units of voltage: V, mV, uV.",
            Assert.Throws<FormatException>(() => $"{1 * mV:N2}").Message);
    }

    /// <summary>In the base unit; where a smaller one fits better, to an ulp.</summary>
    [Fact]
    public void What_is_printed_reads_back_with_the_same_bits()
    {
        Gen.Double.Where(double.IsFinite).Sample(x => Same(Voltage.Parse((x * mV).ToString()).Value, x)
            && Same(Conductance.Parse((x * mS).ToString()).Value, x) && Same(Time.Parse((x * ms).ToString()).Value, x)
            && Same(Current.Parse((x * uA).ToString()).Value, x) && Same(Capacitance.Parse((x * uF).ToString()).Value, x)
            && Same(Rate.Parse((x * kHz).ToString()).Value, x) && Same(Resistance.Parse((x * kOhm).ToString()).Value, x));
        Gen.Double.Where(double.IsFinite).Sample(x => Conductance.Parse((x * mS).ToString("mS")).Value.Equals(x));
        Gen.Double.Where(double.IsFinite).Sample(x => Quantity.Parse($"{x * mV / ms}") == x * mV / ms);

        static bool Same(double read, double x) =>
            read.Equals(x) || (Math.Abs(x) < 1e-3 && Math.Abs(read - x) <= Math.BitIncrement(Math.Abs(x)) - Math.Abs(x));
    }

    [Fact]
    public void Every_unit_reads_back_to_an_ulp() =>
        Gen.Select(Gen.Double[1e-6, 1e6], Gen.Int[0, 4].Select(k => "S mS uS nS pS".Split(' ')[k])).Sample((x, unit) =>
        {
            double back = Conductance.Parse((x * mS).ToString(unit)).Value;
            return Math.Abs(back - x) <= 2 * Math.BitIncrement(x) - 2 * x;
        });
}
