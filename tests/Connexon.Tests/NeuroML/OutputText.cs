using System.Globalization;
using System.Text;
using Connexon.NeuroML;
using CsCheck;

namespace Connexon.Tests.NeuroML;

/// <summary>Text files of outputs: numbers, rows, what is left when a run ends early or the disk refuses.</summary>
public sealed class OutputText
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.065, "-0.065")]
    [InlineData(1, "1")]
    [InlineData(123456789, "123456789")]
    [InlineData(1234567890, "1.23456789E9")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.00001, "0.00001")]
    [InlineData(5e-6, "5E-6")]
    [InlineData(9.99999999999, "10")]
    [InlineData(-1e-12, "-1E-12")]
    [InlineData(0.333333333333, "0.333333333")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(1e300, "1E+300")]
    public void Numbers(double x, string text) => Assert.Equal(text, Text(x));

    [Fact]
    public void Any_number_is_right_to_nine_digits() =>
        Gen.Double.Where(double.IsFinite).Sample(x => Math.Abs(double.Parse(Text(x), CultureInfo.InvariantCulture) - x) <= 5.1e-9 * Math.Abs(x), iter: 20_000);

    [Fact]
    public void Numbers_of_the_size_of_voltages_are_right_to_nine_digits() =>
        Gen.Double[-0.1, 0.1].Sample(x => Math.Abs(double.Parse(Text(x), CultureInfo.InvariantCulture) - x) <= 5.1e-9 * Math.Abs(x), iter: 20_000);

    [Fact]
    public void Rows_come_out_as_they_went_in_however_many()
    {
        using var folder = new TemporaryFolder();
        using var writer = new OutputWriter();
        var file = new ColumnFile(writer, folder / "a/v.dat", OutputFormat.Lems, ["x", "y"]);
        for (int i = 0; i < 20_000; i++) file.Write(i, [i, -2 * i]);
        file.Complete();
        writer.Finish();

        Assert.Equal(folder / "a/v.dat", file.Rename());
        string[] lines = File.ReadAllLines(folder / "a/v.dat");
        Assert.Equal(20_000, lines.Length);
        Assert.Equal(["0\t0\t0", "0.001\t1\t-2", "19.999\t19999\t-39998"], [lines[0], lines[1], lines[^1]]);
    }

    [Fact]
    public void Names_stand_above_columns_of_csv_and_are_quoted_where_they_must()
    {
        using var folder = new TemporaryFolder();
        using var writer = new OutputWriter();
        var file = new ColumnFile(writer, folder / "v.csv", OutputFormat.Csv, ["a,b", "c"]);
        file.Write(5, [0.25, 3]);
        file.Complete();
        writer.Finish();
        file.Rename();

        Assert.Equal("t_s,\"a,b\",c\n0.005,0.25,3\n", File.ReadAllText(folder / "v.csv"));
    }

    [Fact]
    public void What_is_not_completed_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new OutputWriter())
        {
            var file = new ColumnFile(writer, folder / "v.dat", OutputFormat.Lems, ["x"]);
            file.Write(0, [1]);
            file.Remove();
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder / "."));
    }

    private static string Text(double x)
    {
        Span<byte> bytes = stackalloc byte[DigitText.Longest];
        return Encoding.UTF8.GetString(bytes[..DigitText.Write(bytes, x)]);
    }
}
