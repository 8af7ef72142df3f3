using Connexon.Plotting;

namespace Connexon.Tests.Plotting;

public class DecimationTests
{
    private static double[] Times(int count) => [.. Enumerable.Range(0, count).Select(i => (double)i)];

    [Fact]
    public void Of_each_column_first_lowest_highest_and_last_are_kept()
    {
        double[] values = [5, 9, 1, 4, 4, 3, /**/ -2, 0, 7, 8, -9, 2];
        Assert.Equal([0, 1, 2, 5, 6, 9, 10, 11], Decimation.Keep(Times(12), values, 0, 12, 2));
    }

    [Fact]
    public void A_spike_of_one_sample_in_a_million_survives_at_its_time_and_height()
    {
        var values = new double[1_000_000];
        Array.Fill(values, -65);
        (values[123_456], values[800_001]) = (40.25, -93.5);
        var kept = Decimation.Keep(Times(values.Length), values, 0, values.Length, 700);
        Assert.Contains(123_456, kept);
        Assert.Contains(800_001, kept);
        Assert.Equal((-93.5, 40.25), (kept.Min(i => values[i]), kept.Max(i => values[i])));
        Assert.InRange(kept.Count, 1400, 4 * 700);
    }

    [Fact]
    public void Where_pixels_suffice_every_sample_is_kept() =>
        Assert.Equal([0, 1, 2, 3, 4], Decimation.Keep(Times(5), [3, 1, 4, 1, 5], 0, 4, 1000));

    [Fact]
    public void Samples_that_are_no_number_are_passed_over_and_a_column_of_them_is_a_gap()
    {
        double[] values = [1, double.NaN, 2, /**/ double.NaN, double.PositiveInfinity, double.NaN, /**/ 7, 7, 7];
        Assert.Equal([0, 2, 3, 6, 8], Decimation.Keep(Times(9), values, 0, 9, 3));
    }

    [Fact]
    public void Columns_follow_time_and_not_the_number_of_the_sample()
    {
        // Nine samples in the first tenth of the time, one at its end.
        double[] times = [0, 1, 2, 3, 4, 5, 6, 7, 8, 100], values = [0, 1, 2, 3, 9, 3, 2, 1, 0, 5];
        Assert.Equal([0, 4, 8, 9], Decimation.Keep(times, values, 0, 100, 10));
    }
}
