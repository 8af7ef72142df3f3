using ScottPlot;

namespace Connexon.Plotting;

/// <summary>Something that a panel draws; its limits are set by whoever makes the panel.</summary>
internal abstract class Ink : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public virtual IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public abstract void Render(RenderPack rp);

    /// <summary>The real pixels that the data area is wide: more than its own units where a large picture was asked for.</summary>
    protected static int Columns(RenderPack rp) => Math.Max(1, (int)Math.Ceiling(rp.DataRect.Width * rp.Canvas.TotalMatrix.ScaleX));

    /// <summary>The real pixels that the data area is high.</summary>
    protected static int Rows(RenderPack rp) => Math.Max(1, (int)Math.Ceiling(rp.DataRect.Height * rp.Canvas.TotalMatrix.ScaleY));
}
