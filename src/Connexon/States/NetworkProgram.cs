namespace Connexon;

/// <summary>
/// What each group of a network computes in the stages of a method: programs, without memory. Machine code is made of them when it is asked
/// for.
/// </summary>
/// <param name="Skeleton">What a step is.</param>
/// <param name="Groups">Those of neurons.</param>
/// <param name="Attached">Those of what is attached to them.</param>
internal sealed record NetworkProgram(Skeleton Skeleton, IReadOnlyList<KernelPlan> Groups, IReadOnlyList<KernelPlan> Attached)
{
    /// <param name="coupling">The junctions, and what the method does with them.</param>
    /// <param name="numbers">The numbers of the run.</param>
    /// <param name="settings">How it runs.</param>
    /// <exception cref="NetworkException">The equations need more than single precision.</exception>
    public static NetworkProgram Of(CouplingOperator coupling, ParameterValues numbers, RunSettings settings)
    {
        Layout layout = coupling.Electrical.Layout;
        Wiring wiring = layout.Network.Wiring;
        Skeleton skeleton = settings.Method.Skeleton(coupling.Traits);
        KernelPlan[] plans = [.. layout.Groups.Concat(layout.Attached).AsParallel().AsOrdered().Select(g =>
        {
            ModelTraits traits = coupling.PlanFor(g) with
            {
                Read = wiring.StatesRead(g.Populations),
                Sends = wiring.Sends(g.Populations),
                RunsAway = Upswing.RunsAway(g, numbers, settings.Dt.Value),
            };
            return new KernelPlan(g, numbers, CompletePasses.Of(settings.Method, g.Model, skeleton, traits));
        })];
        var program = new NetworkProgram(skeleton, plans[..layout.Groups.Count], plans[layout.Groups.Count..]);
        if (settings.Precision == Precision.Single && program.Groups.FirstOrDefault(g => g.Uniforms.Contains(Symbol.Time)) is { } timed)
            throw new NetworkException([PrecisionCheck.Timed(layout.Network, timed.Group.Populations[0])]);
        return program;
    }
}
