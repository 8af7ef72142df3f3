namespace Connexon;

/// <summary>
/// What the junctions of a network do in the stages of a method: currents from the matrix, or the implicit part by a solver.
/// </summary>
internal sealed class CouplingOperator
{
    /// <summary>Noise that is carried has so many parts in a step, each drawn anew.</summary>
    public const int NoiseParts = 3;

    private readonly Method _method;
    private readonly SolverKind _kind;
    private readonly double _dt, _kappa;
    private readonly ByLevel<CouplingSolver> _solvers;
    private CouplingSolver? _noise;

    // Why CanBeImplicit may say no.
    private const string NotImplicit =
        "what a junction carries must move the state that it reads and no other, by a constant gain, and refractory time must not hold it";

    private const string Negative = "weights are, or may become, negative";

    private CouplingOperator(Electrical electrical, Method method, SolverKind kind, double dt, double kappa, bool isImplicit)
    {
        (Electrical, _method, _kind, _dt, _kappa, Implicit) = (electrical, method, kind, dt, kappa, isImplicit);
        _solvers = new(level => Solver(method.Treatment.Part * StepLength.Of(dt, level)));
    }

    /// <summary>The junctions.</summary>
    public Electrical Electrical { get; }

    /// <summary>True if the method treats these junctions implicitly.</summary>
    public bool Implicit { get; }

    /// <summary>
    /// True if white noise is carried through the junctions within the step (JunctionNoise): where they are weak, noise that is held
    /// over it is as good.
    /// </summary>
    public bool CarriesNoise => _method.Treatment.StandsCarriedNoise && 2 * _kappa > _method.Treatment.HeldNoiseBound && CanCarryNoise();

    /// <summary>What is done with the junctions, and why.</summary>
    public string Description
    {
        get
        {
            string kappa = double.IsFinite(_kappa) ? $"kappa, up to {_kappa:G3}," : "kappa, which may change,";
            return Implicit ? $"implicit for {kappa} by {_solvers.Prepare(0).Description}, "
                    + (_kind == SolverKind.Automatic ? "the cheapest here" : "as asked for")
                : _method.Treatment.Part == 0 ? $"{_method.Treatment.Name}, as {_method} is"
                : Electrical.MayHaveNegative ? $"explicit: {Negative}; alone, they make differences grow at up to "
                    + ((Quantity)new Rate(Electrical.FastestGrowth())).Rounded(3)
                : _method.Treatment.IsImplicit(_kappa) ? $"explicit although {kappa} is strong: {NotImplicit}"
                : $"explicit: {kappa} is weak enough for that";
        }
    }

    /// <summary>Iterations of the last solve at the full step; 0 if there were none.</summary>
    public int Iterations => Implicit ? _solvers[0].Iterations : 0;

    /// <summary>What to tell the user where a solver did not reach its tolerance; else null.</summary>
    public string? Failure =>
        _solvers.Levels.Select(level => _solvers[level]).Append(_noise).Select(s => s?.FailureMessage).FirstOrDefault(m => m is not null);

    /// <param name="electrical">The junctions.</param>
    /// <param name="settings">The method, the step, and what solves; a named solver makes junctions implicit however weak they are.</param>
    /// <exception cref="NetworkException">The solver that is named cannot solve this network.</exception>
    public static CouplingOperator Of(Electrical electrical, RunSettings settings)
    {
        bool named = settings.Solver != SolverKind.Automatic, can = CanBeImplicit(electrical.Layout.Nodes) && !electrical.MayHaveNegative;
        if (named && electrical.Any && !can)
        {
            string why = electrical.MayHaveNegative ? Negative : NotImplicit;
            throw new NetworkException(
            [
                $"SolverKind.{settings.Solver} was asked for, but these junctions cannot be implicit: {why}. Leave the solver out.",
            ]);
        }
        Changes changes = electrical.Layout.Network.Changes;
        double dt = settings.Dt.Value;
        double kappa = changes.OfJunctions || changes.Declared.Any(electrical.MovesGain)
            ? double.PositiveInfinity
            : electrical.LargestKappa(dt);
        var coupling = new CouplingOperator(electrical, settings.Method, settings.Solver, dt, kappa,
            electrical.Any && can && (named || settings.Method.Treatment.IsImplicit(kappa)));
        if (named) coupling.PrepareLevel(0); // which says whether that solver can
        return coupling;
    }

    /// <summary>Why junctions as strong as they are now cannot be stepped so; null if they can.</summary>
    public string? Problem(RunSettings settings) =>
        GainCheck.Problem(Electrical)
        ?? StabilityCheck.Problem(Electrical.Layout.Network, Electrical, settings)
        ?? NoiseCheck.Problem(Electrical.Layout.Network, this, settings);

    /// <summary>True if the noise of a drive goes through the junctions within the step.</summary>
    public bool Carries(Driven drive) => drive.Drive.IsWhite && Electrical.Layout.Network.IsCoupled(drive.Population) && CarriesNoise
        && Nodes.Coupled(Electrical.Layout.Find(drive.Population).Group).Any(c => c.Input == drive.Input);

    /// <summary>How a group meets its junctions.</summary>
    public ModelTraits PlanFor(GroupLayout group) => new(Traits, [.. Nodes.Coupled(group)]);

    /// <summary>What the method must know of the network.</summary>
    public NetworkTraits Traits => new(Implicit,
        Nodes.Segments.Any(s => Nodes.IsCoupled(s.Group) && s.Group.Model.Spike is { Rising: false, Resets.Count: > 0 }));

    /// <summary>Prepares again, for weights that have changed.</summary>
    public void Renew()
    {
        _solvers.Renew();
        if (_noise is not null) PrepareNoise();
    }

    /// <summary>Makes <see cref="SolveNoise"/> possible.</summary>
    public void PrepareNoise() => _noise = Solver(0.5 * _dt / NoiseParts);

    /// <summary>Solves for the change over half of a part of a step of JunctionNoise; every thread of a team takes part.</summary>
    public void SolveNoise(PinnedArray states, PinnedArray change, Team team) => _noise!.Solve(states, change, Electrical.Members, team);

    /// <summary>Makes steps of dt / 2^level possible.</summary>
    public void PrepareLevel(int level)
    {
        if (Implicit) _solvers.Prepare(level);
    }

    private CouplingSolver Solver(double part)
    {
        try
        {
            return CouplingSolver.For(Electrical.Matrix, Electrical.Gains, part, Electrical.Members, _kind);
        }
        catch (ArgumentException e) when (_kind != SolverKind.Automatic)
        {
            throw new NetworkException([e.Message]);
        }
    }

    /// <summary>Solves for the change of the coupled states; every thread of a team takes part.</summary>
    public void Solve(PinnedArray states, PinnedArray change, int level, Team team) =>
        _solvers[level].Solve(states, change, Electrical.Members, team);

    private NodeSpace Nodes => Electrical.Layout.Nodes;

    // Noise is carried where currents could be implicit: a cell that is held meanwhile would pass on what does not move it.
    private bool CanCarryNoise() =>
        CanBeImplicit(Nodes) && !Electrical.MayHaveNegative
        && !Electrical.Exchange.Any(Electrical.Strengths.Zip(Electrical.Gains).Any(n => n.First > 0 && !(n.Second > 0)));

    // A state that is held during refractory time would have to leave the matrix.
    private static bool CanBeImplicit(NodeSpace nodes) => AllCoupled(nodes, (model, state) =>
        IsLinear(model, state) && !(model.Spike?.Refractory?.Held.Contains(state.State) ?? false));

    private static bool AllCoupled(NodeSpace nodes, Func<Model, CoupledState, bool> what) =>
        nodes.Segments.Select(s => s.Group).Distinct().All(g => nodes.Coupled(g).All(s => what(g.Model, s)));

    // The current of a junction must move the state that it reads, by a gain that stays the same, and no other.
    private static bool IsLinear(Model model, CoupledState coupled)
    {
        Expr gain = model.InputGain(coupled.State, coupled.Input);
        return !gain.Is(0) && Simplify.IsConstant(gain)
            && !model.States.Any(s => s.Symbol != coupled.State && s.Slope is { } slope && slope.Mentions(x => x == coupled.Input));
    }
}
