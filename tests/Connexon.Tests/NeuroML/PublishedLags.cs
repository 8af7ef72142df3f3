using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>
/// What was read is what jLEMS runs: a plain loop that copies its forward Euler steps and its lags gives its voltages to the digits that it
/// prints, so that all that our runs differ by is jLEMS's own.
/// </summary>
public class PublishedLags(ITestOutputHelper output)
{
    [Theory]
    [InlineData("NML2_Ex1_HH", 150, 1e-5)]
    [InlineData("NML2_Ex2_Izh", 200, 1e-5)]
    [InlineData("NML2_Ex4a_KS", 100, 0.2)] // its kinetic schemes lag by more
    [InlineData("NML2_Ex20a_AnalogSynapsesHH", 120, 1e-3)]
    [InlineData("NML2_Ex17_Tissue", 200, 1e-5)]
    [InlineData("NML2_Ex22_PinskyRinzelCA3", 500, 1e-5)]
    [InlineData("NML2_Ex26_Weights", 60, 1e-5)]
    public void A_loop_with_its_lags_gives_the_voltages_of_jLEMS(string name, double length, double bound)
    {
        var published = new PublishedRun(name);
        var quantities = new QuantityFinder(published.File.Network!, published.File.Report);
        var loop = new PlainLoop(published.File.Network!, published.Step, lagged: true);
        Func<double>[] reads =
            [.. published.Published.Select(p => loop.Read(quantities.Find(p.Name, published.File.Document.Elements.First())))];
        var (times, columns) = published.Traces();
        double worst = 0;
        int row = 0;

        for (long n = 0; n * published.Step <= length; n++)
        {
            if (row < times.Length && Math.Abs(1000 * times[row] - n * published.Step) < published.Step / 2)
            {
                for (int c = 0; c < reads.Length; c++)
                    if (columns.TryGetValue(published.Published[c].Name, out double[]? due))
                        worst = Math.Max(worst, 1000 * Math.Abs(reads[c]() - due[row]));
                row++;
            }
            loop.Step(n);
        }

        output.WriteLine($"{name}: {row} rows, largest difference {worst:E1} mV");
        Assert.InRange(row, 50, 400);
        Assert.InRange(worst, 0, bound);
    }

    /// <summary>
    /// Without the lags, and as its step shrinks, the loop goes to what the default method finds at the file's step, as first order does.
    /// </summary>
    [Theory]
    [InlineData("NML2_Ex1_HH", "hhpop", 75, 1)]
    [InlineData("NML2_Ex14_PyNN", "pop_HH_cond_exp", 20, 10)] // where jLEMS, and the expected times, are 0.7 % slow
    [InlineData("NML2_Ex22_PinskyRinzelCA3", "prApop", 60, 1)]
    public void A_plain_loop_goes_to_our_solution(string name, string cell, double length, double atTheFilesStep)
    {
        var published = new PublishedRun(name);
        OurRun ours = published.Run(length: length);
        int column = published.Published.ToList().FindIndex(p => p.Name.StartsWith(cell, StringComparison.Ordinal));
        double[] errors = [.. new[] { 1, 4, 16 }.Select(parts => Distance(published, ours, column, length, parts))];
        output.WriteLine($"{name}: rms {string.Join(", ", errors.Select(e => $"{e:E2}"))} mV at the file's step, a quarter, a sixteenth");
        Assert.InRange(errors[0], 0, atTheFilesStep);
        Assert.InRange(errors[1] / errors[2], 3, 5);
        Assert.True(errors[0] > 2 * errors[1]);
    }

    private static double Distance(PublishedRun published, OurRun ours, int column, double length, int parts)
    {
        var loop = new PlainLoop(published.File.Network!, published.Step / parts);
        Func<double> read = loop.Read(new QuantityFinder(published.File.Network!, published.File.Report)
            .Find(published.Published[column].Name, published.File.Document.Elements.First()));
        double sum = 0;
        int rows = (int)Math.Round(length / published.Step);
        for (int row = 1; row <= rows; row++)
        {
            for (int k = 0; k < parts; k++) loop.Step((row - 1L) * parts + k);
            sum += Math.Pow(1000 * (read() - ours.AtStep(row, column)), 2);
        }
        return Math.Sqrt(sum / rows);
    }
}
