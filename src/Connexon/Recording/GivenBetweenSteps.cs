namespace Connexon;

/// <summary>What elements that are attached to some neurons give, computed between steps and left where a step leaves it.</summary>
internal sealed class GivenBetweenSteps
{
    private readonly int _members;
    private readonly (AttachedGroup Attached, SideKernel Kernel, int[]? Elements)[] _parts; // null for all of a group

    /// <param name="state">The network.</param>
    /// <param name="wanted">On which neurons.</param>
    public GivenBetweenSteps(NetworkState state, Func<Cell, bool> wanted)
    {
        _members = state.Members;
        var giving = state.Attached.ToDictionary(a => a, a => a.Giving(wanted).Select(g => g.Element).ToArray());
        HashSet<AttachedGroup> read = [.. state.Attached.Where(a => giving[a].Length > 0)
            .SelectMany(a => a.SummedFrom).Select(from => state.Attached.First(a => a.Find(from) is not null))];
        // What others sum comes first.
        _parts = [.. state.Attached.Where(a => giving[a].Length > 0 || read.Contains(a)).OrderBy(a => a.ReadsOthers)
            .Select(a => (a, Kernel(a.Group, state.Dt), read.Contains(a) ? null : giving[a]))];
    }

    /// <summary>Computes it from the states as they stand.</summary>
    /// <param name="t">The time, in ms.</param>
    public void Compute(double t)
    {
        foreach (var (attached, kernel, elements) in _parts)
        {
            kernel.SetTime(t);
            if (elements is null) Run(attached, kernel, 0, attached.Group.Plan.Neurons);
            else
                foreach (int e in elements) Run(attached, kernel, e, e + 1);
        }
    }

    private void Run(AttachedGroup attached, SideKernel kernel, int first, int end)
    {
        attached.Read(first * _members, end * _members, moved: false);
        kernel.Run(first * _members, end * _members);
    }

    // What switches at this time has switched.
    private static SideKernel Kernel(Group group, double dt) => new(group, new Programs.Pass(
        group.Kernels.Passes.Output!, StageTimes.AtPart(group.Plan.Model.InStages().Gives!.Value, 0)), dt);
}
