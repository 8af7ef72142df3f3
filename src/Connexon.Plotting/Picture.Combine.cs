namespace Connexon.Plotting;

public sealed partial class Picture
{
    /// <summary>Pictures from left to right, each with axes of its own.</summary>
    /// <param name="pictures">One or more.</param>
    /// <exception cref="ArgumentException">No picture.</exception>
    public static Picture Beside(params Picture[] pictures) => new(new Row(Blocks(pictures, nameof(Beside))));

    /// <summary>
    /// Pictures from top to bottom. Those over time share their time axis: it reaches over all of them, the data line up, and
    /// its name and numbers stand once, under the lowest.
    /// </summary>
    /// <param name="pictures">One or more.</param>
    /// <exception cref="ArgumentException">No picture.</exception>
    public static Picture Stacked(params Picture[] pictures) =>
        // A column in a column is one column, so that all of it shares the time axis.
        new(new Column([.. Blocks(pictures, nameof(Stacked)).SelectMany(block => block is Column column ? column.Blocks : [block])]));

    private static Block[] Blocks(Picture[] pictures, string method)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        if (pictures.Length == 0) throw new ArgumentException($"Picture.{method} was given no picture; give it one or more.");
        return [.. pictures.Select(picture => (picture ?? throw new ArgumentNullException(nameof(pictures))).block)];
    }
}
