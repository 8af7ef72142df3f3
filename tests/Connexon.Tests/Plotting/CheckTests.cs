using Connexon.Plotting;

namespace Connexon.Tests.Plotting;

public class CheckTests
{
    [Fact]
    public void Traces_say_what_does_not_fit()
    {
        Says("There are no times; give one or more samples.", () => Picture.Traces([], [[]]));
        Says("There are no traces; give one or more.", () => Picture.Traces([1], []));
        Says("Trace 1 (\"post\") has 1 samples, but there are 2 times; give one sample for each time.",
            () => Picture.Traces([0, 1], [[0, 0], [0]], ["pre", "post"]));
        Says("Trace 0 has 3 samples, but there are 2 times; give one sample for each time.", () => Picture.Traces([0, 1], [[0, 0, 0]]));
        Says("There are 1 labels for 2 traces; give one for each, or none.", () => Picture.Traces([0], [[0], [0]], ["a"]));
        Says("Time 2 is 0.5 ms, before time 1 at 1 ms; give the samples in the order of their times.",
            () => Picture.Traces([0, 1, 0.5], [[0, 0, 0]]));
        Says("Time 1 is NaN ms; a time is a finite number.", () => Picture.Traces([0, double.NaN], [[0, 0]]));
        Says("The traces hold no finite number, so there is nothing to draw; look for the step at which the run diverged.",
            () => Picture.Traces([0, 1], [[double.NaN, double.PositiveInfinity]]));
        Says("There are 1 traces before and 2 after; give the same neurons twice.",
            () => Picture.BeforeAfter([0], [[1]], [[1], [2]]));
    }

    [Fact]
    public void Rasters_say_what_does_not_fit()
    {
        Says("A raster of 0 neurons has no row; give 1 or more.", () => Picture.Raster([], [], 0));
        Says("There are 2 spike times but 1 spike neurons; give one neuron for each time.", () => Picture.Raster([1, 2], [0], 1));
        Says("Spike 1 is of neuron 3, but neurons go from 0 to 2.", () => Picture.Raster([1, 2], [2, 3], 3));
        Says("Spike 0 is at Infinity ms; a spike's time is a finite number.", () => Picture.Raster([double.PositiveInfinity], [0], 1));
        Says("The run lasts NaN ms; a duration is a finite number, 0 or more.", () => Picture.Raster([], [], 1, duration_ms: double.NaN));
    }

    [Fact]
    public void Matrices_say_what_does_not_fit()
    {
        Says("A matrix of 0 cells has no row; give 1 or more.", () => Picture.Connectivity(0, [], [], []));
        Says("There are 2 cells a, 1 cells b and 1 weights; give one of each for each junction.",
            () => Picture.Connectivity(2, [0, 1], [0], [1]));
        Says("Junction 1 joins 100 and 3, but cells go from 0 to 99.", () => Picture.Connectivity(100, [0, 100], [1, 3], [1, 1]));
        Says("Junction 0 has a conductance of -0.1 mS; it is a finite number, 0 or more.", () => Picture.Connectivity(2, [0], [1], [-0.1]));
        Says("There are 1 labels for 2 cells; give one for each, or none.", () => Picture.Connectivity(2, [], [], [], labels: ["a"]));
    }

    [Fact]
    public void Means_say_what_does_not_fit()
    {
        Says("Trace 1 (\"sd\") has 1 samples, but there are 2 times; give one sample for each time.",
            () => Picture.PopulationMean([0, 1], [0, 0], [1]));
        Says("The standard deviation of sample 1 is -2; it is 0 or more.", () => Picture.PopulationMean([0, 1], [0, 0], [1, -2]));
    }

    private static void Says(string message, Action act) => Assert.Equal(message, Assert.Throws<ArgumentException>(act).Message);
}
