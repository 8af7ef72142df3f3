using ScottPlot;

namespace Connexon.Plotting;

/// <summary>Colours that stay apart for colour-blind eyes: Okabe and Ito (2008), without the yellow that white paper swallows.</summary>
internal static class Palette
{
    private static readonly Color[] Lines =
    [
        Color.FromHex("#0072B2"), Color.FromHex("#D55E00"), Color.FromHex("#009E73"), Color.FromHex("#CC79A7"),
        Color.FromHex("#E69F00"), Color.FromHex("#56B4E9"), Color.FromHex("#000000"),
    ];

    /// <summary>Text, axes and ticks.</summary>
    public static readonly Color Text = Color.FromHex("#262626");

    /// <summary>Grid lines: seen when looked for.</summary>
    public static readonly Color Grid = Color.FromHex("#EBEBEB");

    /// <summary>What is drawn in one colour: spikes, a mean.</summary>
    public static Color Ink => Lines[0];

    /// <summary>How many traces can have a colour of their own.</summary>
    public static int LineCount => Lines.Length;

    /// <summary>The colour of the trace of this number, 0 to <see cref="LineCount"/> - 1.</summary>
    public static Color Line(int number) => Lines[number];

    /// <summary>Dark blue (low) to yellow (high), even in lightness.</summary>
    public static IColormap Values { get; } = new ScottPlot.Colormaps.Viridis();

    /// <summary>Light blue to near black: the weakest junction still stands out from white paper, which means none.</summary>
    public static IColormap Weights { get; } = new ScottPlot.Colormaps.CustomInterpolated(
        [Color.FromHex("#B3D4EC"), Color.FromHex("#5AA5D6"), Color.FromHex("#1668AC"), Color.FromHex("#04244D")]);
}
