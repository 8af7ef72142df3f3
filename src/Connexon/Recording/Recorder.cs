namespace Connexon;

/// <summary>A recording in progress: every so many steps a row goes from its source to its sink. Allocates nothing on the way.</summary>
internal sealed class Recorder
{
    private readonly RowSource _source;
    private readonly double[] _row;
    private readonly string _label;
    private readonly HashSet<(Group, Symbol)>? _reads; // null for all

    public Recorder(RecordRequest request, NetworkState state, long steps, string label, OutputWriter files)
    {
        (Request, _label) = (request, label);
        int members = state.Members;
        _source = request.Probes is { } probes ? new ProbeSource(probes, state)
            : request.State is { } recorded
            ? new StateSource(Memory(recorded), members, request.Neurons, recorded.Neurons.Size)
            : request.Output is { } output ? new OutputSource(output, state, request.Neurons)
            : request.Weights is { } weights ? new WeightSource(weights, state.Electrical, members)
            : new JunctionSource(
                request.Junction!, state.Electrical, Memory(request.Junction!.PreState), Memory(request.Junction.PostState), members);
        if (request.Probes is null && request.Output is null)
            _reads = [.. States(request).Select(s => (state.Find(s.Neurons).Group, s.Variable.Symbol))];
        else if (request.Probes?.All(p => p.Value.Symbol is { Kind: SymbolKind.State }) == true)
            _reads = [.. request.Probes.Select(p => (state.Find(p.Population).Group, p.Value.Symbol!))];
        _row = new double[request.Columns * members];
        Sink = request.Sink is { } sink ? sink(files)
            : request.File is null
            ? new MemorySink(checked((int)(steps / request.Every + 1)), _row.Length)
            : new FileSink(new CsvColumns(files, request.File, "t_ms", [.. ColumnNames(members)], full: true));

        PinnedArray Memory(State s)
        {
            var (group, at) = state.Find(s.Neurons);
            return group.Memory(s.Variable.Symbol).Slice(at.First * members);
        }
    }

    public RecordRequest Request { get; }

    public RowSink Sink { get; }

    /// <summary>True if a row is due.</summary>
    public bool Takes(long step) => step % Request.Every == 0;

    /// <summary>True if rows depend on a state. What is computed for a row may depend on any.</summary>
    public bool Reads(Group group, Symbol state) => _reads?.Contains((group, state)) ?? true;

    public void Record(long step, double t)
    {
        if (!Takes(step)) return;
        _source.Fill(_row, t);
        Sink.Write(t, _row);
    }

    private static IEnumerable<State> States(RecordRequest r) =>
        r.Weights is not null ? [] : r.State is { } state ? [state] : [r.Junction!.PreState, r.Junction.PostState];

    /// <summary>The names of the columns in a file: "HH.V[3] (mV)".</summary>
    /// <param name="members">The members of the batch.</param>
    public IEnumerable<string> ColumnNames(int members)
    {
        string unit = Request.Dimension.Unit is "" ? "" : $" ({Request.Dimension.Unit})";
        for (int k = 0; k < Request.Columns; k++)
            for (int b = 0; b < members; b++)
                yield return $"{_label}[{(members > 1 ? $"{b}:" : "")}{Request.ColumnIndex(k)}]{unit}";
    }
}
