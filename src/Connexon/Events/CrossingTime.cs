using Connexon.Programs;

namespace Connexon;

/// <summary>
/// Where in a step a spike condition of a neuron is met: on the cubic that meets values and slopes at both ends of the
/// step, which errs by the fourth power of the step.
/// </summary>
internal sealed class CrossingTime
{
    private readonly PinnedArray _start, _end;
    private readonly PinnedArray? _found, _from, _to;
    private readonly PinnedArray[] _startSlope, _endSlope;
    private readonly double[] _threshold; // 0 where a margin is followed instead of the state
    private readonly SpikeRule _rule;
    private readonly bool _isState;
    private readonly GroupLayout _plan;
    private readonly ParameterValues _numbers;
    private readonly int _members;

    public CrossingTime(SpikeRule rule, Hermite margin, Group group)
    {
        (_rule, _isState) = (rule, margin.IsState);
        (_start, _end) = (group.Memory(margin.Start), group.Memory(margin.End));
        _found = margin.Found is { } found ? group.Memory(found) : null;
        if (margin.Within is var (from, to)) (_from, _to) = (group.Memory(from), group.Memory(to));
        _startSlope = [.. margin.StartSlope.Select(group.Memory)];
        _endSlope = [.. margin.EndSlope.Select(group.Memory)];
        (_plan, _numbers, _members) = (group.Plan, group.Numbers, group.Members);
        _threshold = new double[_plan.Neurons * _members];
        Renew();
    }

    /// <summary>Takes the thresholds from the parameters: at the start, and where these have changed.</summary>
    public void Renew()
    {
        if (!_isState || _found is not null) return;
        foreach (Placement p in _plan.Placements)
            for (int b = 0; b < _members; b++)
            {
                double[] own = Interpreter.Evaluate(_rule.Threshold, p.Count, s => _numbers.Of(p, s, b));
                for (int i = 0; i < own.Length; i++) _threshold[(p.First + i) * _members + b] = own[i];
            }
    }

    /// <summary>The part of the step, 0 to 1, after which an element of the group crosses.</summary>
    public double Fraction(int element)
    {
        if (_found is not null) return _found[element];
        return _from is null ? Root(element) : _from[element] + (_to![element] - _from[element]) * Root(element);
    }

    private double Root(int element)
    {
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
