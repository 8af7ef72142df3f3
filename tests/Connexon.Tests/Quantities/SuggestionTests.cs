using Connexon.NeuroML;

namespace Connexon.Tests.Quantities;

/// <summary>Messages about unknown names advise those that differ by case only, all in the same words.</summary>
public class SuggestionTests
{
    [Theory]
    [InlineData("MS", " Did you mean 'ms' or 'mS'?")]
    [InlineData("Mv", " Did you mean 'mV'?")]
    [InlineData("furlong", "")]
    [InlineData("m", "")]
    public void Names_that_differ_by_case_are_advised_in_the_order_in_which_they_are_known(string name, string advice) =>
        Assert.Equal(advice, DidYouMean.Among(["ms", "mV", "mS", "mV"], name));

    [Fact]
    public void A_state_is_advised() =>
        Assert.Equal("'M' is not a state of HH. Its states are V, m, h, n. Did you mean 'm'? (Parameter 'state')",
            Assert.Throws<ArgumentException>(() => new HH(1)["M"]).Message);

    [Fact]
    public void A_unit_is_advised() =>
        Assert.Equal("'MV' in '5 MV' is not a known unit. Did you mean 'mV'?",
            Assert.Throws<FormatException>(() => Quantity.Parse("5 MV")).Message);

    [Theory]
    [InlineData("Voltage",
        "f.xml(3): 'Voltage' is not a dimension. Did you mean 'voltage'? Define it with <Dimension name=\"Voltage\" .../>.")]
    [InlineData("warmth", "f.xml(3): 'warmth' is not a dimension. Define it with <Dimension name=\"warmth\" .../>.")]
    public void A_dimension_of_a_file_is_advised(string name, string message) =>
        Assert.Equal(message,
            Assert.Throws<NeuroMLException>(() => new LemsUnits().DimensionOf(name, new("f.xml", 3))).Message);
}
