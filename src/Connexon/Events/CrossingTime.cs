using Connexon.Programs;

namespace Connexon;

/// <summary>
/// Where in a step the watched state of a neuron crosses its threshold: on the cubic that meets its values and slopes at both ends of the
/// step, which errs by the fourth power of the step.
/// </summary>
internal sealed class CrossingTime
{
    private readonly PinnedArray _start, _end;
    private readonly PinnedArray? _found;
    private readonly PinnedArray[] _startSlope, _endSlope;
    private readonly double[] _threshold; // 0 where it moves: it is then in the margin that is followed instead of the state
    private readonly GroupLayout _plan;
    private readonly ParameterValues _numbers;
    private readonly int _members;

    public CrossingTime(CubicCourse crossing, Group group)
    {
        (_start, _end) = (group.Memory(crossing.Start), group.Memory(crossing.End));
        _found = crossing.Found is { } found ? group.Memory(found) : null;
        _startSlope = [.. crossing.StartSlope.Select(group.Memory)];
        _endSlope = [.. crossing.EndSlope.Select(group.Memory)];
        (_plan, _numbers, _members) = (group.Plan, group.Numbers, group.Members);
        _threshold = new double[_plan.Neurons * _members];
        Renew();
    }

    /// <summary>Takes the thresholds from the parameters: at the start, and where these have changed.</summary>
    public void Renew()
    {
        foreach (Placement p in _plan.Placements)
            for (int b = 0; b < _members && !SpikePasses.Moves(_plan.Model.Spike!); b++)
            {
                double[] own = Interpreter.Evaluate(_plan.Model.Spike!.Threshold, p.Count, s => _numbers.Of(p, s, b));
                for (int i = 0; i < own.Length; i++) _threshold[(p.First + i) * _members + b] = own[i];
            }
    }

    /// <summary>The part of the step, 0 to 1, after which an element of the group crosses.</summary>
    public double Fraction(int element)
    {
        if (_found is not null) return _found[element];
        double threshold = _threshold[element], v0 = _start[element] - threshold, v1 = _end[element] - threshold;
        if (!(v0 < 0 && v1 >= 0)) return 1;
        double s0 = 0, s1 = 0;
        foreach (PinnedArray a in _startSlope) s0 += a[element];
        foreach (PinnedArray a in _endSlope) s1 += a[element];
        // v0 + x (s0 + x (b + x c)), by halving: few spikes, and nothing that could fail to converge.
        double b = 3 * (v1 - v0) - 2 * s0 - s1, c = s0 + s1 - 2 * (v1 - v0), low = 0, high = 1;
        for (int k = 0; k < 48; k++)
        {
            double x = 0.5 * (low + high);
            if (v0 + x * (s0 + x * (b + x * c)) < 0) low = x;
            else high = x;
        }
        return high;
    }
}
