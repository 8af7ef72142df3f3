using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Connexon;

/// <summary>
/// Steps an assembled network. Each stage of a step has two parts with a barrier after each: (A) junction currents are added to the
/// inputs, while the first thread records and looks ahead; (B) every neuron steps, and its input is set to the next drive. What threads
/// share out are the same sums in the same order whatever their number, so the bits are the same too.
/// </summary>
internal sealed class Engine
{
    private readonly Assembly _assembly;
    private readonly RunSettings _settings;
    private readonly Recorder[] _recorders;
    private readonly SpikeCollector[] _spikes;
    private readonly Group[] _groups;
    private readonly DriveSource[] _drives;
    private readonly ProgressClock _progress;
    private readonly CancellationToken _cancel;
    private readonly double[] _driveAt;
    private readonly SpinBarrier _barrier;
    private readonly long _steps;
    private volatile Exception? _failure;
    private volatile bool _diverged;
    private volatile bool _stop;

    public Engine(
        Assembly assembly, RunSettings settings, IReadOnlyList<Recorder> recorders, IReadOnlyList<SpikeCollector> spikes,
        IProgress<RunProgress>? progress, CancellationToken cancel)
    {
        (_assembly, _settings, _cancel) = (assembly, settings, cancel);
        // Arrays, because going through a list by its interface allocates.
        (_recorders, _spikes, _groups, _drives) = ([.. recorders], [.. spikes], [.. assembly.Groups], [.. assembly.Drives.Select(d => d.Source)]);
        _steps = settings.Steps;
        _progress = new ProgressClock(progress, _steps);
        _driveAt = [.. assembly.Groups[0].Plan.Stages.Select(s => s.DriveAt)];
        _barrier = new SpinBarrier(settings.Threads);
    }

    /// <summary>Steps that were completed.</summary>
    public long StepsDone { get; private set; }

    /// <summary>True if a state stopped being a finite number in the last step.</summary>
    public bool Diverged => _diverged;

    /// <summary>Time spent stepping.</summary>
    public TimeSpan Elapsed { get; private set; }

    public void Run()
    {
        AdvanceDrives(0, 0);
        new Share(_assembly, 0, 1).SetInputs();
        long start = Stopwatch.GetTimestamp();
        var team = Enumerable.Range(1, _settings.Threads - 1)
            .Select(id => new Thread(() => Work(id)) { IsBackground = true, Name = $"connexon {id}" })
            .ToList();
        team.ForEach(t => t.Start());
        Work(0);
        team.ForEach(t => t.Join());
        Elapsed = Stopwatch.GetElapsedTime(start);
        if (_failure is { } failure) ExceptionDispatchInfo.Throw(failure);
    }

    private void Work(int thread)
    {
        var share = new Share(_assembly, thread, _settings.Threads);
        while (true)
        {
            for (int stage = 0; stage < _driveAt.Length; stage++)
            {
                PartA(thread, stage, share);
                _barrier.Wait();
                if (_stop) return;
                PartB(stage, share);
                _barrier.Wait();
            }
            if (thread == 0) StepsDone++;
        }
    }

    private void PartA(int thread, int stage, Share share)
    {
        try
        {
            if (thread == 0) Lead(stage);
            share.AddJunctionCurrents();
        }
        catch (Exception e)
        {
            Fail(thread, e);
        }
    }

    private void PartB(int stage, Share share)
    {
        try
        {
            if (!share.Step(stage, last: stage == _driveAt.Length - 1)) _diverged = true;
            share.SetInputs();
        }
        catch (Exception e)
        {
            Fail(-1, e);
        }
    }

    /// <summary>A failure ends the run for all threads at the first thread's next look, or at once if it is the first thread's own.</summary>
    private void Fail(int thread, Exception e)
    {
        _failure ??= e;
        if (thread == 0) _stop = true;
    }

    /// <summary>What the first thread does beside: the states stand still meanwhile.</summary>
    private void Lead(int stage)
    {
        if (stage == 0) BetweenSteps();
        bool last = stage == _driveAt.Length - 1;
        long step = last ? StepsDone + 1 : StepsDone;
        AdvanceDrives(step, last ? _driveAt[0] : _driveAt[stage + 1]);
    }

    private void BetweenSteps()
    {
        long step = StepsDone;
        double t = step * _assembly.Dt;
        if (step > 0)
            foreach (SpikeCollector s in _spikes) s.Collect(step);
        if (!_diverged)
            foreach (Recorder r in _recorders) r.Record(step, t);
        if (_diverged || _failure is not null || step == _steps || (step % 64 == 0 && _cancel.IsCancellationRequested)) _stop = true;
        foreach (Group g in _groups) g.SetTime(t);
        _progress.Tick(step);
    }

    private void AdvanceDrives(long step, double part)
    {
        foreach (DriveSource source in _drives) source.Advance((step + part) * _assembly.Dt, step);
    }
}
