using Connexon.Programs;

namespace Connexon;

/// <summary>
/// Where the kernels of a group find their values for one length of the step: the addresses of the arrays, and what all neurons share.
/// Half a step is the same kernels with tables of its own.
/// </summary>
internal sealed class KernelTables
{
    private readonly Group _group;
    private readonly KernelPlan _kernels;
    private readonly PinnedArray _addresses;
    private readonly PinnedArray _uniforms;
    private readonly int _timeSlot;
    private readonly double _dt, _fullStep;
    private readonly Dictionary<int, PinnedArray> _own = []; // by the entry of the table

    /// <param name="group">The group.</param>
    /// <param name="kernels">What is to run on it.</param>
    /// <param name="dt">The step, in ms.</param>
    /// <param name="fullStep">The step that was asked for, in ms.</param>
    public KernelTables(Group group, KernelPlan kernels, double dt, double fullStep)
    {
        (_group, _kernels, _dt, _fullStep) = (group, kernels, dt, fullStep);
        _addresses = new PinnedArray(Math.Max(1, kernels.Layout.Arrays));
        _uniforms = new PinnedArray(Math.Max(1, kernels.Layout.Uniforms), group.Precision);
        _timeSlot = kernels.Uniforms.ToList().IndexOf(Symbol.Time);
        for (int k = 0; k < kernels.Arrays.Count; k++) SetAddress(k, group.Memory(kernels.Arrays[k]));
        Renew();
        group.Register(this);
    }

    public nint Addresses => _addresses.Address;

    public nint Uniforms => _uniforms.Address;

    public void SetTime(double t)
    {
        if (_timeSlot >= 0) _uniforms[_timeSlot] = t;
    }

    /// <summary>Computes the constants of the run by the interpreter: at its start, and where parameters have changed.</summary>
    public void Renew()
    {
        Dictionary<Slot, Symbol> symbols = _kernels.Constants.ToDictionary(c => c.Value, c => c.Key);
        foreach (var (symbol, slot) in _kernels.Constants) Fill(slot, (at, member) => ValuesOf(symbol, at, member));
        var computed = new Dictionary<(bool All, int Member), double[][]>(); // of the first neuron, or of all populations at once
        for (int k = 0; k < _kernels.Prologue.Stores.Count; k++)
        {
            int store = k;
            Fill(_kernels.Prologue.Stores[store].To, (at, member) =>
            {
                var key = (ReferenceEquals(at, _group.Plan.Placements), member);
                if (!computed.TryGetValue(key, out double[][]? all))
                {
                    all = Interpreter.Run(_kernels.Prologue, at.Sum(p => p.Count), slot => ValuesOf(symbols[slot], at, member));
                    computed.Add(key, all);
                }
                return all[store];
            });
        }
    }

    private double[] ValuesOf(Symbol s, IReadOnlyList<Placement> at, int member)
    {
        if (s.Kind == SymbolKind.TimeStep) return [.. Enumerable.Repeat(s == Symbol.FullStep ? _fullStep : _dt, at.Sum(p => p.Count))];
        return at.Count == 1 ? _group.Numbers.Of(at[0], s, member) : [.. at.SelectMany(p => _group.Numbers.Of(p, s, member))];
    }

    // Where a constant is: one value for all, or one for each neuron and member.
    private void Fill(Slot constant, Func<IReadOnlyList<Placement>, int, double[]> valuesOf)
    {
        Slot place = _kernels.Layout.Constants[constant.Index];
        if (place.Kind == SlotKind.Uniform)
        {
            if (_group.Plan.Neurons > 0) _uniforms[place.Index] = valuesOf([_group.Plan.At(0).Head], 0)[0];
            return;
        }
        if (!_own.TryGetValue(place.Index, out PinnedArray? memory))
            _own.Add(place.Index, memory = new PinnedArray(_group.Elements, _group.Precision));
        int members = _kernels.OfMembers ? _group.Members : 1;
        for (int b = 0; b < members; b++)
        {
            double[] values = valuesOf(_group.Plan.Placements, b);
            for (int i = 0; i < values.Length; i++)
            {
                int element = i * _group.Members;
                for (int m = members == 1 ? 0 : b; m < (members == 1 ? _group.Members : b + 1); m++) memory[element + m] = values[i];
            }
        }
        _group.Plan.Pad(memory, _group.Members);
        SetAddress(place.Index, memory);
    }

    private void SetAddress(int entry, PinnedArray memory) => _addresses.Span[entry] = BitConverter.Int64BitsToDouble(memory.Address);
}
