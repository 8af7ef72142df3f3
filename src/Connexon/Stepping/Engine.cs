using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Connexon;

/// <summary>
/// Steps an assembled network on a team of threads (<see cref="Step"/>), and does what one of them does beside: clock, drives, recording.
/// </summary>
internal sealed class Engine
{
    private readonly NetworkState _state;
    private readonly RunSettings _settings;
    private readonly Recorder[] _recorders;
    private readonly SpikeStream[] _streams;
    private readonly Spiking _spiking;
    private readonly Group[] _groups;
    private readonly DriveSource[] _drives;
    private readonly ProgressClock _progress;
    private readonly CancellationToken _cancel;
    private readonly Action<long>? _changes;
    private readonly long _steps;
    private long _begun = -1; // the last step whose start was recorded
    private volatile Exception? _failure;
    private volatile bool _diverged;
    private volatile bool _stop;
    private bool _averages; // the drives are at their means over a step

    public Engine(
        NetworkState state, IReadOnlyList<Recorder> recorders, Spiking spiking, IProgress<RunProgress>? progress, CancellationToken cancel,
        Action<long>? changes = null, bool stepByStep = false, IReadOnlyList<SpikeStream>? streams = null)
    {
        (_state, _settings, _spiking, _cancel, _changes) = (state, state.Settings, spiking, cancel, changes);
        // Arrays, because going through a list by its interface allocates.
        _streams = [.. streams ?? []];
        (_recorders, _groups, _drives) = ([.. recorders], [.. state.AllGroups], [.. state.Drives.Select(d => d.Source)]);
        _steps = stepByStep ? long.MaxValue : _settings.Steps;
        _progress = new ProgressClock(progress, _steps);
        Partitioned = state.Exchange.Parts > 1;
        ErrorNorms = new double[_settings.Threads * state.Members];
        Known = new KnownTimes(state, spiking.Events, _drives);
        LongSteps = LongSteps.Of(state, Known, _recorders, Changes || stepByStep);
    }

    /// <summary>Steps that were completed.</summary>
    public long StepsDone { get; private set; }

    /// <summary>In how many they were taken: fewer where a method takes several at once.</summary>
    public long StepsTaken { get; private set; }

    /// <summary>How often a step was done again in halves.</summary>
    public long StepsRejected { get; private set; }

    /// <summary>Steps that were taken although their error norm was above 1, because they could not be halved again.</summary>
    public long ToleranceMissed { get; private set; }

    /// <summary>True if a state stopped being a finite number in the last step.</summary>
    public bool Diverged => _diverged;

    /// <summary>True if the threads are to end.</summary>
    public bool Stopped => _stop;

    /// <summary>What no step must pass over.</summary>
    public KnownTimes Known { get; }

    /// <summary>Takes several steps at once; null if each is taken by itself.</summary>
    public LongSteps? LongSteps { get; }

    /// <summary>True if <see cref="Ready"/> is to be called before each step, while all threads wait.</summary>
    public bool Readies => Changes || LongSteps is not null;

    private bool Changes => _changes is not null;

    /// <summary>The level of the next step: 0 for dt, -1 for two at once, and so on.</summary>
    public int Level { get; private set; }

    /// <summary>What each thread found of each member of the batch in the last step.</summary>
    public double[] ErrorNorms { get; }

    /// <summary>The largest estimated error of a step; null for methods without an estimate.</summary>
    public ErrorEstimate? LargestError { get; private set; }

    /// <summary>Time spent stepping.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>The threads' parts, before the first step.</summary>
    public Step[] Begin()
    {
        AdvanceDrives(0, 0);
        var barrier = new SpinBarrier(_settings.Threads);
        Step[] steps = [.. Enumerable.Range(0, _settings.Threads)
            .Select(k => new Step(this, _state, new Team(k, _settings.Threads, barrier), _settings.Method.Control.Halvings))];
        foreach (Step s in steps) s.SetInputs(0, 0);
        return steps;
    }

    /// <summary>One step, on the calling thread.</summary>
    /// <param name="step">The only thread's.</param>
    /// <param name="done">Steps done before.</param>
    public void Take(Step step, long done)
    {
        step.Take(ref done);
        if (_failure is { } failure) ExceptionDispatchInfo.Throw(failure);
    }

    public void Run()
    {
        Step[] steps = Begin();
        long start = Stopwatch.GetTimestamp();
        var team = steps.Skip(1).Select((s, k) => new Thread(s.TakeAll) { IsBackground = true, Name = $"connexon {k + 1}" }).ToList();
        team.ForEach(t => t.Start());
        steps[0].TakeAll();
        team.ForEach(t => t.Join());
        Elapsed = Stopwatch.GetElapsedTime(start);
        ToleranceMissed = steps[0].ToleranceMissed;
        LargestError = steps.Select(s => s.LargestError).OfType<ErrorEstimate>().MaxBy(e => e.Size);
        if (_failure is { } failure) ExceptionDispatchInfo.Throw(failure);
    }

    /// <summary>Brings the weights up to date before a step, and says how long it is.</summary>
    public void Ready()
    {
        try
        {
            if (StepsDone < _steps && !_diverged && _changes is not null)
            {
                _changes(StepsDone);
                _spiking.BeginStep(forget: false);
            }
            if (LongSteps is null) return;
            Begin(StepsDone * _state.Dt);
            PrepareLevel(Level = LongSteps.Next(StepsDone, _steps));
        }
        catch (Exception e)
        {
            Fail(e);
            _stop |= LongSteps is not null;
        }
    }

    /// <summary>What the first thread does beside the junctions: the states stand still meanwhile.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="level">How often the step was halved.</param>
    /// <param name="t">The start of the step.</param>
    /// <param name="next">The time at which the next stage takes the drive.</param>
    /// <param name="last">True if that is the first of the next step.</param>
    /// <param name="endsStep">True if it belongs to the next whole step.</param>
    public void Lead(int stage, int level, double t, double next, bool last, bool endsStep)
    {
        try
        {
            if (stage == 0)
            {
                Begin(t);
                foreach (Group g in _groups) g.SetTime(t, level);
            }
            // Between partitions a run ends with a step.
            if (_diverged && !Partitioned && _spiking.Events?.Rates.Unbounded is not null) _stop = true;
            if (!_averages || last) AdvanceDrives(next, endsStep ? StepsDone + 1 : StepsDone);
        }
        catch (Exception e)
        {
            Fail(e);
            _stop = true;
        }
    }

    /// <summary>True if others step parts of the network.</summary>
    public bool Partitioned { get; }

    /// <summary>What all partitions found of each member of the batch: the largest, in place of what each thread did.</summary>
    public void AgreeOnErrors()
    {
        Span<double> errorNorms = ErrorNorms, first = errorNorms[.._state.Members];
        for (int k = _state.Members; k < errorNorms.Length; k++)
            first[k % _state.Members] = Math.Max(first[k % _state.Members], errorNorms[k]);
        _state.Exchange.Largest(first);
    }

    /// <summary>Takes note of what was decided on a step.</summary>
    public void Note(int level, Acceptance acceptance)
    {
        if (acceptance.Diverged) _diverged = true;
        if (level <= 0) LongSteps?.SizeControl.Took(level, acceptance.ErrorNorm);
    }

    /// <summary>Ends the run for all threads at the first thread's next look.</summary>
    public void Fail(Exception e) => _failure ??= e;

    public void Diverge() => _diverged = true;

    public void StepDone(long steps) => (StepsDone, StepsTaken) = (steps, StepsTaken + 1);

    /// <summary>Takes the spikes of a step that stands.</summary>
    public void Collect(double t, double h, bool[] accepted)
    {
        _spiking.Collect(StepsDone + 1, t, h, accepted);
        if (_spiking.Events?.Rates.Unbounded is not null) _diverged = true;
    }

    /// <summary>Gets ready to take a step again in halves.</summary>
    public void StepBack(int level, double t)
    {
        if (level > 0) StepsRejected++;
        try
        {
            AdvanceDrives(t, StepsDone);
        }
        catch (Exception e)
        {
            Fail(e);
        }
    }

    /// <summary>Makes steps of dt / 2^level possible.</summary>
    public void PrepareLevel(int level)
    {
        try
        {
            foreach (Group g in _groups) g.PrepareLevel(level);
            _state.Coupling.PrepareLevel(level);
        }
        catch (Exception e)
        {
            Fail(e);
            _stop = true;
        }
    }

    /// <summary>Takes the drives to their means over a step, for all its stages.</summary>
    public void Average(double t, double h)
    {
        try
        {
            foreach (DriveSource source in _drives) source.Average(t, t + h, StepsDone);
            _averages = true;
        }
        catch (Exception e)
        {
            Fail(e);
        }
    }

    // Once for each step, however often it is tried.
    private void Begin(double t)
    {
        if (StepsDone == _begun) return;
        if (!_diverged) LongSteps?.Record(_begun, StepsDone);
        _begun = StepsDone;
        _spiking.Events?.Deliver(StepsDone);
        BetweenSteps(t);
    }

    private void BetweenSteps(double t)
    {
        long step = StepsDone;
        bool stop = _failure is not null || step == _steps
            || ((step % 64 == 0 || LongSteps is not null) && _cancel.IsCancellationRequested);
        if (Partitioned) Agree(ref stop);
        if (!_diverged)
        {
            foreach (Recorder r in _recorders) r.Record(step, t);
            foreach (SpikeStream s in _streams) s.Take(t);
            _spiking.Forget();
        }
        if (_diverged || _failure is not null || stop) _stop = true;
        _progress.Tick(step);
    }

    // A run ends everywhere where it ends anywhere.
    private void Agree(ref bool stop)
    {
        Span<double> flags = [stop ? 1 : 0, _diverged ? 1 : 0];
        _state.Exchange.Largest(flags);
        stop = flags[0] > 0;
        if (flags[1] > 0) _diverged = true;
    }

    private void AdvanceDrives(double t, long step)
    {
        _averages = false;
        foreach (DriveSource source in _drives) source.Advance(t, step);
    }
}
