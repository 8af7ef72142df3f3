using System.Globalization;
using System.Text;
using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

public sealed class OutputsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Text(double x)
    {
        Span<byte> to = stackalloc byte[DigitText.Longest];
        return Encoding.ASCII.GetString(to[..DigitText.Write(x, to)]);
    }

    [Theory]
    [InlineData(-0.065, "-0.065")]
    [InlineData(0.0, "0")]
    [InlineData(100.0, "100")]
    [InlineData(999999999.7, "1E+09")]
    [InlineData(0.9999999994, "0.999999999")]
    [InlineData(0.9999999996, "1")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1E-05")]
    [InlineData(-1.23456789e-100, "-1.23456789E-100")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.Epsilon, "4.94065646E-324")]
    public void A_number_is_written_with_nine_digits(double x, string text) => Assert.Equal(text, Text(x));

    [Fact]
    public void Any_number_is_within_one_in_the_ninth_digit_of_the_frameworks()
    {
        var random = new Random(7);
        for (int k = 0; k < 300_000; k++)
        {
            double x = k % 2 == 0
                ? BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue))
                : (random.NextDouble() - 0.5) * Math.Pow(10, k % 12 - 6);
            string own = Text(x), exact = x.ToString("G9", CultureInfo.InvariantCulture);
            if (own == exact) continue;
            double a = double.Parse(own, CultureInfo.InvariantCulture), b = double.Parse(exact, CultureInfo.InvariantCulture);
            Assert.True(Math.Abs(a - b) <= 1.0001e-8 * Math.Abs(b), $"{x:R}: {own} is not {exact}");
        }
    }

    [Fact]
    public void Lems_rows_are_as_jLEMS_writes_them_and_csv_has_a_header()
    {
        using (var writer = new OutputWriter())
        {
            var lems = new LemsColumns(writer, _folder / "results/deep/v.dat", 2);
            var csv = new CsvColumns(writer, _folder / "v.csv", "t", ["a", "b,c"], full: false);
            foreach (ColumnFile f in (ColumnFile[])[lems, csv])
            {
                f.Add(0, [-0.07, 1e-12]);
                f.Add(0.00005, [-0.0695, 3]);
            }
            writer.Complete();
        }

        Assert.Equal("0\t-0.07\t1E-12\t\n5E-05\t-0.0695\t3\t\n", File.ReadAllText(_folder / "results/deep/v.dat"));
        Assert.Equal("t,a,\"b,c\"\n0,-0.07,1E-12\n5E-05,-0.0695,3\n", File.ReadAllText(_folder / "v.csv"));
    }

    [Fact]
    public void Many_blocks_arrive_whole_and_in_order()
    {
        using (var writer = new OutputWriter())
        {
            var file = new LemsColumns(writer, _folder / "v.dat", 99);
            double[] row = new double[99];
            for (int k = 0; k < 6000; k++)
            {
                row.AsSpan().Fill(k + 0.5);
                file.Add(k, row);
            }
            writer.Complete();
        }

        string[] lines = File.ReadAllLines(_folder / "v.dat");
        Assert.Equal(6000, lines.Length);
        Assert.All(lines.Index(), l => Assert.Equal($"{l.Index}\t" + string.Concat(Enumerable.Repeat($"{l.Index}.5\t", 99)), l.Item));
    }

    [Fact]
    public void A_file_that_is_not_complete_is_removed()
    {
        using (var writer = new OutputWriter())
        {
            new LemsColumns(writer, _folder / "v.dat", 1).Add(0, [1]);
            Assert.Matches(@"^v\.dat\.[0-9a-f]{8}\.part v\.dat\.lock$", string.Join(' ', _folder.Entries.Select(Path.GetFileName)));
        }
        Assert.Empty(_folder.Entries);
    }

    [Theory]
    [InlineData(true, "0.01\tx\n0.01\ty\n0.02\tx\n0.03\ty\n")]
    [InlineData(false, "x\t0.01\ny\t0.01\nx\t0.02\ny\t0.03\n")]
    public void Spikes_are_in_order_of_time_and_kept_without_a_last_step(bool timeFirst, string text)
    {
        using (var writer = new OutputWriter())
        {
            var file = new EventText(writer, _folder / "s.spikes", EventForm.Lems(timeFirst), 2, k => "xy"[k..(k + 1)]);
            file.Add(20, 0);
            file.Add(10, 1);
            file.Add(10, 0);
            file.EndStep();
            file.Add(30, 1);
            writer.Complete();
        }
        Assert.Equal(text, File.ReadAllText(_folder / "s.spikes"));
    }

    [Fact]
    public void A_full_disk_is_told_on_the_stepping_thread_and_other_files_are_kept()
    {
        using (var writer = new OutputWriter())
        {
            new FullDisk(writer, _folder / "v.dat").Add(0, [1]);
            new LemsColumns(writer, _folder / "w.dat", 1).Add(0, [1]);
            Assert.Equal($"{_folder / "v.dat"}: the file cannot be written: No space left on device",
                Assert.Throws<IOException>(writer.Complete).Message);
        }
        Assert.Equal([_folder / "w.dat"], _folder.Entries);
    }

    [Fact]
    public void Outputs_of_one_name_each_have_a_place()
    {
        var column = new OutputColumn("v", new LIF(1), 0, 1.0);
        OutputRequest[] outputs =
            [new ColumnOutput("r/v.dat", [column, column]), new ColumnOutput("r/v.dat", []), new SpikeOutput("r/../r/v.dat", true, [])];

        var places = new OutputPlaces(outputs, _folder.Path, OutputFormat.Lems, []);

        Assert.Equal([_folder / "r/v.dat", _folder / "r/v_2.dat", _folder / "r/v_3.dat"], places.Files.Select(f => f.Path));
        Assert.Equal($"more than one output is named '{_folder / "r/v.dat"}': this one is written to 'v_2.dat' beside it", places.Notes[0]);
        Assert.Equal("'r/v.dat' has 2 columns with the id 'v': all are written, in the order of the file", places.Notes[2]);
        Assert.Equal(3, places.Notes.Count);
    }

    private sealed class FullDisk(OutputWriter writer, string path) : ColumnFile(writer, path, 1)
    {
        protected override void Format(ReadOnlySpan<double> row) => throw new IOException("No space left on device");
    }
}
