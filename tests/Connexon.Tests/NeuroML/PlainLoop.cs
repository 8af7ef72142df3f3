using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>
/// Textbook forward Euler of a described network, one thing after the other: slow and obvious, for checking what was read. All slopes are
/// taken from the states at the start of the step; conditions, spikes and events follow at its end. Or, lagged, as jLEMS takes them:
/// channels a step behind v, peers that are listed later two steps, pulses at the end of the step.
/// </summary>
internal sealed class PlainLoop
{
    private readonly NetworkDescription _network;
    private readonly double _h;
    private readonly Dictionary<FlatEquations, FlatPlan> _plans = [];
    private readonly List<(FlatUnit Unit, FlatUnit Cell, FlatUnit? Peer, double Share)> _attached = [];
    private readonly List<(FlatUnit Synapse, FlatUnit Source, double Delay)> _synapses = [];
    private readonly PriorityQueue<FlatUnit, double> _events = new();
    private readonly Dictionary<FlatUnit, List<(FlatUnit, double)>> _targets = [];
    private readonly Dictionary<Attachment, FlatUnit> _byAttachment = [];
    private readonly FlatUnit[][] _cells;

    private readonly Dictionary<FlatUnit, int> _order = [];
    private readonly bool _lagged;
    private double _clock; // in s, added up step by step, as jLEMS does

    public PlainLoop(NetworkDescription network, double step, bool lagged = false)
    {
        (_network, _h, _lagged) = (network, step, lagged);
        _cells = [.. network.Populations.Select(p => Enumerable.Range(0, p.Size).Select(_ => Unit(p.Component, 1)).ToArray())];
        for (int i = 0; i < network.Electrical.Count; i++)
        {
            ElectricalConnection c = network.Electrical[i];
            Attach(new(AttachmentKind.Electrical, i, false), c.Junction, c.Weight, c.A, c.B);
            Attach(new(AttachmentKind.Electrical, i, true), c.Junction, c.Weight, c.B, c.A);
        }
        for (int i = 0; i < network.Continuous.Count; i++)
        {
            ContinuousConnection c = network.Continuous[i];
            Attach(new(AttachmentKind.Continuous, i, false), c.OnPre, c.Weight, c.Pre, c.Post);
            Attach(new(AttachmentKind.Continuous, i, true), c.OnPost, c.Weight, c.Post, c.Pre);
        }
        for (int i = 0; i < network.Events.Count; i++)
        {
            EventConnection c = network.Events[i];
            FlatUnit synapse = Attach(new(AttachmentKind.Event, i, true), c.Synapse, c.Weight, c.Post, null);
            Targets(Cell(c.Pre)).Add((synapse, c.Delay));
        }
        for (int i = 0; i < network.Inputs.Count; i++)
        {
            InputPlacement p = network.Inputs[i];
            Train(Attach(new(AttachmentKind.Input, i, true), p.Input, p.Weight, p.Cell, null));
        }
        foreach (FlatUnit cell in _cells.SelectMany(c => c)) Train(cell);
        for (int i = 0; i < _cells.Length; i++) foreach (FlatUnit c in _cells[i]) _all.Add(c);
        foreach (FlatUnit c in _all) _order.Add(c, _order.Count);
        _all.AddRange(_attached.Select(a => a.Unit));
        Feed(0);
    }

    private readonly List<FlatUnit> _all = [];

    public double Time { get; private set; }

    public FlatUnit Cell(CellIndex c) => _cells[c.Population][c.Index];

    /// <summary>A function that reads a quantity, in SI.</summary>
    public Func<double> Read(Recording r)
    {
        FlatUnit unit = r.Attachment.Kind == AttachmentKind.Cell ? Cell(r.Cell) : _byAttachment[r.Attachment];
        var value = unit.Plan.Compile(r.Value);
        return () => SiScale.FromBase(value(unit.Values), r.Dimension);
    }

    public void Step(long n)
    {
        double t = n * _h, end = (n + 1) * _h;
        _clock += SiScale.FromBase(_h, Dimension.Time);
        Feed(_lagged ? SiScale.ToBase(_clock, Dimension.Time) : t, starting: true);
        foreach (FlatUnit u in _all)
        {
            if (_lagged && HasChannels(u)) u.FindLaggedSlopes();
            else u.FindSlopes();
            u.Remember();
        }
        double[] before = [.. _all.Select(u => u.Plan.Threshold is null ? 0 : u.Values[u.Plan.Watched])];
        foreach (FlatUnit u in _all) u.Advance(_h, t);
        Time = end;
        Feed(end);
        for (int i = 0; i < _all.Count; i++)
            if (_all[i].Check(before[i], end)) Send(_all[i], end);
        while (_events.TryPeek(out FlatUnit? to, out double at) && at <= end + 1e-9)
        {
            _events.Dequeue();
            to.Receive();
            if (to.Component.Train is not null) Send(to, end);
        }
        Feed(end);
    }

    // Everything that comes from elsewhere: v and peer/v of attachments, then the sums of their currents on the cells.
    private void Feed(double t, bool starting = false)
    {
        foreach (FlatUnit u in _all) u[Symbol.Time] = t;
        foreach (var (unit, cell, peer, _) in _attached)
            foreach (Symbol s in unit.Plan.Equations.Requirements)
            {
                FlatUnit from = s.Name.StartsWith("peer/", StringComparison.Ordinal) ? peer! : cell;
                string name = s.Name[(s.Name.LastIndexOf('/') + 1)..];
                unit[s] = _lagged && starting && from != cell && _order[from] > _order[cell]
                    ? Needed(from, name, from.Before)
                    : Needed(from, name, from.Values);
            }
        foreach (FlatUnit cell in _cells.SelectMany(c => c))
            foreach (Port p in cell.Plan.Equations.Ports) cell[p.Symbol] = 0;
        foreach (var (unit, cell, _, _) in _attached)
            foreach (Port p in cell.Plan.Equations.Ports)
                if (unit.Plan.Outputs.TryGetValue(p.Exposure, out var current)) cell[p.Symbol] += current(unit.Values);
    }

    private readonly Dictionary<(FlatPlan, string), Func<double[], double>> _needed = [];

    private static bool HasChannels(FlatUnit unit) =>
        unit.Component.Component.Type.Is("cell") || unit.Component.Component.Type.Is("pointCellCondBased");

    private double Needed(FlatUnit of, string name, double[] values)
    {
        if (!_needed.TryGetValue((of.Plan, name), out var value)) _needed[(of.Plan, name)] = value =
            of.Plan.Compile(of.Component.Find(name)!);
        return value(values);
    }

    private FlatUnit Attach(Attachment key, FlatComponent component, double weight, CellIndex on, CellIndex? peer)
    {
        FlatUnit unit = Unit(component, weight);
        _byAttachment[key] = unit;
        _attached.Add((unit, Cell(on), peer is { } p ? Cell(p) : null, 1));
        return unit;
    }

    private void Train(FlatUnit unit)
    {
        IEnumerable<double> times = unit.Component.Train switch
        {
            ListedSpikes l => l.At,
            RegularSpikes r => Enumerable.Range(1, (int)Math.Min(100_000, 1e5 / r.Period)).Select(k => k * r.Period),
            _ => [],
        };
        foreach (double t in times) _events.Enqueue(unit, t);
    }

    private void Send(FlatUnit from, double t)
    {
        foreach (var (to, delay) in Targets(from))
            if (delay == 0) to.Receive();
            else _events.Enqueue(to, t + delay);
    }

    private List<(FlatUnit, double)> Targets(FlatUnit from)
    {
        if (!_targets.TryGetValue(from, out var list)) _targets.Add(from, list = []);
        return list;
    }

    private FlatUnit Unit(FlatComponent c, double weight)
    {
        if (!_plans.TryGetValue(c.Equations, out FlatPlan? plan)) _plans.Add(c.Equations, plan = new FlatPlan(c.Equations));
        return new FlatUnit(plan, c, weight);
    }
}
