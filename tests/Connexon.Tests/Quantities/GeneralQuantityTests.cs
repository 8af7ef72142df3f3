using static Connexon.Units;

namespace Connexon.Tests.Quantities;

/// <summary>The quantity whose dimension is known at run time only.</summary>
public class GeneralQuantityTests
{
    [Fact]
    public void Typed_quantities_become_general_ones()
    {
        Assert.Equal(new Quantity(-65, Dimension.Voltage), (Quantity)(-65 * mV));
        Assert.Equal(new Quantity(2, Dimension.Resistance), (Quantity)(2 * kOhm));
        Assert.Equal(new Quantity(3, Dimension.None), Quantity.Of(3.0));
        Assert.Equal(-65 * mV, new Quantity(-65, Dimension.Voltage).As<Voltage>());
    }

    [Fact]
    public void Dimensions_multiply_and_divide()
    {
        Quantity g = 0.1 * mS, v = 10 * mV;

        Assert.Equal(new Quantity(1, Dimension.Current), g * v);
        Assert.Equal(Dimension.Voltage, (g * v / g).Dimension);
        Assert.Equal(Dimension.Resistance, (1 / g).Dimension);
        Assert.Equal(Dimension.None, (v / v).Dimension);
        Assert.Equal("uA^2/mV", (g * g * v).Dimension.Unit);
        Assert.Equal("1/(mV*ms)", (1 / (v * (1 * ms))).Dimension.Unit);
        Assert.Equal("uA*ms^0.5", (Dimension.Current * Dimension.Time.Pow(0.5)).Unit);
    }

    [Fact]
    public void Unlike_dimensions_do_not_add()
    {
        Quantity v = 1 * mV, t = 2 * ms;

        Assert.Equal(new Quantity(4, Dimension.Voltage), v + 3 * mV);
        Assert.Equal("Cannot add 1 mV and 2 ms: the first is a voltage (mV), the second a time (ms).",
            Assert.Throws<ArgumentException>(() => v + t).Message);
        Assert.Equal("Cannot subtract 1 mV and 2 ms: the first is a voltage (mV), the second a time (ms).",
            Assert.Throws<ArgumentException>(() => v - t).Message);
        Assert.Equal("Cannot express 1 mV and 2 ms: the first is a voltage (mV), the second a time (ms).",
            Assert.Throws<ArgumentException>(() => v.In(t)).Message);
        Assert.Equal(0.5, v.In(2 * mV));
    }

    [Theory]
    [InlineData("-65mV", -65, "mV")]
    [InlineData("0.5 V/s", 0.5, "mV/ms")]
    [InlineData("0.1 1/s", 1e-4, "1/ms")]
    [InlineData("3 mm", 3000, "um")]
    [InlineData("7", 7, "")]
    public void Parsing_finds_the_dimension(string text, double value, string unit)
    {
        Quantity q = Quantity.Parse(text);

        Assert.Equal((value, unit), (q.Value, q.Dimension.Unit));
    }

    [Fact]
    public void What_cannot_be_parsed()
    {
        Assert.Equal("'parsec' in '1 parsec' is not a known unit.",
            Assert.Throws<FormatException>(() => Quantity.Parse("1 parsec")).Message);
        Assert.Equal("'MV' in '1 MV' is not a known unit. Did you mean 'mV'?",
            Assert.Throws<FormatException>(() => Quantity.Parse("1 MV")).Message);
        Assert.Equal("'x' does not begin with a number.", Assert.Throws<FormatException>(() => Quantity.Parse("x")).Message);
    }

    [Fact]
    public void A_power_that_has_no_meaning_is_refused() =>
        Assert.Equal("A power of 0.3 of this dimension has no meaning here: powers are whole or half numbers.",
            Assert.Throws<ArgumentException>(() => Dimension.Time.Pow(0.3)).Message);

    [Fact]
    public void What_is_no_quantity_is_refused() =>
        Assert.Equal("DateTime is not a quantity: use a quantity (0.1 * mS) or a plain number.",
            Assert.Throws<ArgumentException>(() => Quantity.Of(default(DateTime))).Message);

    [Fact]
    public void Dimensions_speak_in_words()
    {
        Assert.Equal("a conductance (mS)", $"{Dimension.Conductance}");
        Assert.Equal("a pure number", $"{Dimension.None}");
        Assert.Equal("a voltage per time (mV/ms)", $"{Dimension.Voltage / Dimension.Time}");
        Assert.Equal("mV*ms", $"{Dimension.Voltage * Dimension.Time}");
    }
}
