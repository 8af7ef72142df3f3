using System.Runtime.CompilerServices;
using Connexon.Compilation;
using Connexon.Programs;

namespace Connexon;

/// <summary>Any quantities of any elements. A state is read where it is; anything else is computed for each row.</summary>
internal sealed class ProbeSource : RowSource
{
    private readonly int _members;
    private readonly (int Column, PinnedArray Values, int Element)[] _states;
    private readonly (int Column, int Computation, int Element)[] _computed;
    private readonly List<(SideKernel Kernel, PinnedArray Result)> _computations = [];
    private readonly AttachedGroup[] _reading;
    private readonly InputSums _inputs;

    public ProbeSource(IReadOnlyList<Probe> probes, NetworkState state)
    {
        (_members, Columns) = (state.Members, probes.Count);
        var states = new List<(int, PinnedArray, int)>();
        var computed = new List<(int, int, int)>();
        var known = new Dictionary<(Group, Expr), int>();
        var reading = new HashSet<Group>();
        var inputs = new HashSet<(Group, Symbol, int)>();
        for (int k = 0; k < probes.Count; k++)
        {
            var (group, at) = state.Find(probes[k].Population);
            int element = at.Of(probes[k].Index) * _members;
            if (probes[k].Value.Symbol is { Kind: SymbolKind.State } symbol)
            {
                states.Add((k, group.Memory(symbol), element));
                continue;
            }
            foreach (Symbol input in Walk.Symbols([probes[k].Value]).Where(s => s.Kind == SymbolKind.Input))
                inputs.Add((group, input, at.Of(probes[k].Index)));
            if (!known.TryGetValue((group, probes[k].Value), out int computation))
            {
                known.Add((group, probes[k].Value), computation = _computations.Count);
                var result = new Symbol(SymbolKind.Work, $"recorded {computation}", Dimension.None);
                Expr value = probes[k].Value.Replace(s => s.Kind == SymbolKind.Input ? (Expr)InputSums.Of(s) : null);
                var kernel = new SideKernel(group, new Pass(result, value), state.Dt);
                _computations.Add((kernel, group.Memory(result)));
                if (probes[k].Value.Mentions(SymbolKind.Read)) reading.Add(group);
            }
            computed.Add((k, computation, element));
        }
        (_states, _computed) = ([.. states], [.. computed]);
        _reading = [.. state.Attached.Where(a => reading.Contains(a.Group))];
        _inputs = new InputSums(state, inputs);
    }

    public override int Columns { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Fill(Span<double> row, double t)
    {
        foreach (var (column, values, element) in _states)
            for (int m = 0; m < _members; m++) row[column * _members + m] = values.Span[element + m];
        if (_computed.Length == 0) return;
        _inputs.Bring(t);
        foreach (AttachedGroup a in _reading) a.Read(0, a.Group.Elements, moved: false);
        foreach (var (kernel, _) in _computations) kernel.SetTime(t);
        foreach (var (column, computation, element) in _computed)
            for (int m = 0; m < _members; m++)
            {
                var (kernel, result) = _computations[computation];
                kernel.Run(element + m);
                row[column * _members + m] = result.Span[element + m];
            }
    }
}
