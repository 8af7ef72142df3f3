using System.Globalization;

namespace Connexon.Tests.Quantities;

public class ParsingTests
{
    [Theory]
    [InlineData("0.1mS", 0.1)]
    [InlineData("0.1 mS", 0.1)]
    [InlineData("  0.1   mS ", 0.1)]
    [InlineData("1e-3 S", 1)]
    [InlineData("1E-3S", 1)]
    [InlineData("0.1uS", 1e-4)]
    [InlineData("0.1\u00B5S", 1e-4)] // micro sign
    [InlineData("0.1\u03BCS", 1e-4)] // Greek mu
    [InlineData("5 nS", 5e-6)]
    [InlineData("5pS", 5e-9)]
    [InlineData("+2.mS", 2)]
    [InlineData(".5 mS", 0.5)]
    public void Conductances(string text, double mS) => Assert.Equal(mS, Conductance.Parse(text).Value);

    [Fact]
    public void Every_type_reads_its_units()
    {
        Assert.Equal(-65, Voltage.Parse("-65mV").Value);
        Assert.Equal(-65, Voltage.Parse("-0.065 V").Value);
        Assert.Equal(0.01, Time.Parse("10us").Value);
        Assert.Equal(120_000, Time.Parse("2 min").Value);
        Assert.Equal(1e-4, Current.Parse("100pA").Value);
        Assert.Equal(2e3, Current.Parse("2mA").Value);
        Assert.Equal(0.04, Capacitance.Parse("40nF").Value);
        Assert.Equal(0.04, Rate.Parse("40 Hz").Value);
        Assert.Equal(4, Rate.Parse("4 /ms").Value);
        Assert.Equal(4, Rate.Parse("4 1/ms").Value);
        Assert.Equal(1e5, Resistance.Parse("100MOhm").Value);
        Assert.Equal(100, Resistance.Parse("100 k\u03A9").Value);
    }

    [Theory]
    [InlineData("0.1MS", "'MS' in '0.1MS' is not a known unit. Did you mean 'mS' or 'ms'? Units of conductance: S, mS, uS, nS, pS.")]
    [InlineData("0.1 Ns", "'Ns' in '0.1 Ns' is not a known unit. Did you mean 'nS'? Units of conductance: S, mS, uS, nS, pS.")]
    [InlineData("0.1 furlongs", "'furlongs' in '0.1 furlongs' is not a known unit. Units of conductance: S, mS, uS, nS, pS.")]
    [InlineData("0.1ms", "0.1ms is a time (ms), but a conductance (mS) is needed. Units of conductance: S, mS, uS, nS, pS.")]
    [InlineData("0.1", "0.1 has no unit, but a conductance (mS) is needed. Units of conductance: S, mS, uS, nS, pS.")]
    [InlineData("mS", "'mS' does not begin with a number. Units of conductance: S, mS, uS, nS, pS.")]
    [InlineData("", "'' does not begin with a number. Units of conductance: S, mS, uS, nS, pS.")]
    [InlineData("-.mS", "'-.mS' does not begin with a number. Units of conductance: S, mS, uS, nS, pS.")]
    [InlineData("1.2.3mS", "'1.2.3mS' does not begin with a number. Units of conductance: S, mS, uS, nS, pS.")]
    [InlineData("0,1mS", "',1mS' in '0,1mS' is not a known unit. Units of conductance: S, mS, uS, nS, pS.")]
    public void What_is_no_conductance(string text, string message)
    {
        Assert.Equal(message, Assert.Throws<FormatException>(() => Conductance.Parse(text)).Message);
        Assert.False(Conductance.TryParse(text, null, out Conductance none));
        Assert.Equal(default, none);
    }

    [Fact]
    public void The_legal_units_are_those_of_the_type()
    {
        static string Refused<Q>() where Q : struct, IQuantity<Q>
        {
            string message = Assert.Throws<FormatException>(() => Q.Parse("1 parsec", null)).Message;
            return message["'parsec' in '1 parsec' is not a known unit. ".Length..];
        }

        Assert.Equal("Units of voltage: V, mV, uV.", Refused<Voltage>());
        Assert.Equal("Units of current: A, mA, uA, nA, pA.", Refused<Current>());
        Assert.Equal("Units of capacitance: F, mF, uF, nF, pF.", Refused<Capacitance>());
        Assert.Equal("Units of resistance: MOhm, kOhm, Ohm, ohm.", Refused<Resistance>());
        Assert.Equal("Units of time: s, ms, us, min.", Refused<Time>());
        Assert.Equal("Units of rate: 1/ms, kHz, 1/s, Hz, /ms.", Refused<Rate>());
    }

    [Fact]
    public void The_culture_of_the_machine_does_not_count()
    {
        Assert.Equal(0.1, Conductance.Parse("0.1mS", CultureInfo.GetCultureInfo("")).Value);
        Assert.Equal(0.1, Conductance.Parse("0.1mS".AsSpan()).Value);
    }
}
