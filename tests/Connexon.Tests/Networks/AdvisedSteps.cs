namespace Connexon.Tests.Networks;

/// <summary>Steps and lengths that messages advise can be typed, and are taken.</summary>
public class AdvisedSteps
{
    [Theory]
    [InlineData(200, 0.1694, 0.16)]
    [InlineData(1, 0.1, 0.1)]
    [InlineData(1, 0.0999, 0.05)]
    [InlineData(0, 0.0375, 0.037)]
    [InlineData(1e6, 170, 160)]
    [InlineData(0.3, 0.29, 0.15)]
    [InlineData(7.3e-5, 1e-5, 7.3e-6)]
    public void The_longest_that_fits(double duration, double longest, double due) =>
        Assert.Equal(due, StepAdvice.Step(new Time(duration), new Time(longest)).Value);

    [Fact]
    public void Any_of_them_is_taken_and_short()
    {
        var random = new Random(3);
        for (int k = 0; k < 2000; k++)
        {
            double duration = Math.Round(random.NextDouble() * 1000, k % 4), dt = 0.001 + 0.1 * random.NextDouble();
            if (duration < 1) continue;
            double step = StepAdvice.Step(new Time(duration), new Time(dt)).Value;
            Assert.InRange(step, dt / 1000, dt);
            Assert.True(StepAdvice.IsWhole(duration, step), $"{duration} in {step}");
            Assert.InRange($"{step:R}".Replace("0", "").Replace(".", "").Length, 1, 5); // two digits, perhaps an exponent
            foreach (Time length in StepAdvice.Durations(new Time(duration), new Time(Math.Round(dt, 4))))
            {
                Assert.True(StepAdvice.IsWhole(length.Value, Math.Round(dt, 4)));
                Assert.InRange($"{length.Value:R}".Length, 1, 9);
            }
        }
    }
}
