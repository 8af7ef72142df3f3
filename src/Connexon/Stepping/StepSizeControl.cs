namespace Connexon;

/// <summary>
/// How long the next step may be, of a method that takes several steps of dt at once where nothing happens in them: a level (see
/// <see cref="ByLevel{T}"/>), longer after a while of steps with small error norms, shorter at once after a large one.
/// </summary>
/// <param name="doublings">How often a step may be doubled.</param>
internal sealed class StepSizeControl(int doublings)
{
    private const double Easy = 1 / 32.0; // twice the step has up to 16 times the error
    private const double Fair = 0.45;     // twice the step has twice the rate
    private const int Least = 8, Most = 64; // a step in vain every so many steps of dt, at worst

    private int _level;
    private int _calm;              // steps of this level since it was reached
    private bool _tries;            // longer than those before, which may be in vain
    private int _patience = Least;

    /// <summary>The most steps of dt that one may cover.</summary>
    public long Longest => 1L << doublings;

    /// <summary>The level of the next step, which may cover at most so many steps of dt.</summary>
    public int Level(long atMost)
    {
        int level = _level;
        while (level < 0 && 1L << -level > atMost) level++;
        return level;
    }

    /// <summary>Takes note of a step.</summary>
    /// <param name="level">Its level.</param>
    /// <param name="norm">The largest error norm of any neuron in it.</param>
    public void Took(int level, double norm)
    {
        if (!(norm <= 1))
        {
            if (_tries) _patience = Math.Min(2 * _patience, Most);
            (_level, _calm, _tries) = (Math.Min(0, level + 1), 0, false);
        }
        else if (level == _level && ++_calm >= (norm < Easy ? _patience / Least + 1 : norm < Fair ? _patience : int.MaxValue))
        {
            (_calm, _tries) = (0, _level > -doublings);
            if (_tries) _level--;
        }
        else if (level == _level && _tries) (_tries, _patience) = (false, Math.Max(_patience / 2, Least));
    }
}
