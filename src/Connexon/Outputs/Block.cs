namespace Connexon;

/// <summary>Numbers on the way from the stepping thread to the writing one.</summary>
internal sealed class Block(OutputText file, int capacity)
{
    public OutputText File { get; } = file;
    public double[] Numbers { get; } = new double[capacity];
    public int Used { get; set; }
}
