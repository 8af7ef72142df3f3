using ScottPlot;

namespace Connexon.Plotting;

public sealed partial class Picture
{
    /// <summary>More names than this do not fit along an axis.</summary>
    private const int MostNames = 30;

    /// <summary>
    /// Which cells a gap junction joins, and how strongly: a square at (a, b) and the same at (b, a), for a junction conducts both
    /// ways. White is no junction; parallel junctions add. Cell 0 is top left.
    /// </summary>
    /// <param name="nodes">How many cells there are.</param>
    /// <param name="a">For each junction the cell on one side, 0 to <paramref name="nodes"/> - 1.</param>
    /// <param name="b">For each junction the cell on the other side.</param>
    /// <param name="weight_mS">For each junction its conductance in mS, 0 or more.</param>
    /// <param name="title">Above the panel; by default nothing.</param>
    /// <param name="labels">For each cell its name, shown for up to 30 cells; by default their numbers.</param>
    /// <exception cref="ArgumentException">Lengths that differ, a cell that is not there, a conductance below 0 or not finite.</exception>
    public static Picture Connectivity(int nodes, int[] a, int[] b, double[] weight_mS, string? title = null,
        IReadOnlyList<string>? labels = null)
    {
        Check.Junctions(nodes, a, b, weight_mS, labels);
        var matrix = new JunctionMatrix(nodes, a, b, weight_mS);
        return new(new Panel(660, 580, Build) { HasTimeAxis = false, IsSquare = true });

        Plot Build()
        {
            var names = nodes <= MostNames ? labels : null;
            string axis = names is null ? "cell" : "";
            var plot = Style.Fresh(axis, axis, title);
            plot.HideGrid();
            plot.Axes.Frame(true);
            plot.Axes.FrameWidth(1);
            Style.Cells(plot.Axes.Left, nodes, names);
            Style.Cells(plot.Axes.Bottom, nodes, names);
            if (names is not null) Style.Upright(plot.Axes.Bottom, names);
            plot.Add.Plottable(matrix);
            plot.Axes.SetLimits(-0.5, nodes - 0.5, nodes - 0.5, -0.5);
            if (matrix.Strongest > 0) Style.ColourBar(plot, matrix, "conductance (mS)");
            return plot;
        }
    }
}
