using static Connexon.Units;
namespace Connexon.Tests.Quantities;

public class QuantityTests
{
    [Fact]
    public void Quantities_enter_by_multiplying_and_leave_by_dividing()
    {
        Voltage v = -65 * mV + 1 * volt;
        Current i = 0.1 * mS * v;
        Rate r = 4 / ms;
        Assert.Equal(935, v / mV);
        Assert.Equal(93.5, i / uA);
        Assert.Equal(4, r / kHz);
        Assert.Equal("0.1 mS is a conductance (mS), but a voltage (mV) is needed. Units of voltage: V, mV, uV.",
            Assert.Throws<FormatException>(() => Voltage.Parse("0.1 mS")).Message);
    }
}
