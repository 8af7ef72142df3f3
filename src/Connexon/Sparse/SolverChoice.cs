namespace Connexon;

/// <summary>Makes the solver that is asked for, or the cheapest.</summary>
/// <remarks>
/// Costs are nanoseconds per solve and member, measured with CouplingSolverBenchmark on networks that fit the second-level cache. How many
/// iterations the methods with sums over the network take depends on the graph (about 30 on random graphs at any strength, as many as
/// Chebyshev's on lattices): they are tried once, on random potentials.
/// </remarks>
internal static class SolverChoice
{
    // Per element of an inverse; per term and per row of one step or iteration.
    private const double DenseElement = 0.12, Term = 0.6, PolynomialRow = 1.2, GradientsRow = 3.5, BiCgStabRow = 6;

    // Operations to make dense inverses: about 0.1 s. Room for them: 2 GiB.
    private const double MostDenseOperations = 1.2e9, MostDenseElements = 1 << 28;

    // So few known steps need no trial; a trial ends after so many iterations.
    private const int FewSteps = 16, LongestTrial = 300;

    // More than this would be an endless run rather than a solver.
    private const int MostSteps = 100_000;

    public static CouplingSolver Make(CouplingSystem system, int batch, SolverKind kind) =>
        system.Matrix.Others is not null ? Between(system, batch, kind) : kind switch
        {
            SolverKind.Automatic => Cheapest(system, batch),
            SolverKind.Dense => Dense(system, batch),
            SolverKind.Chebyshev => Chebyshev(Reciprocal(system, kind), batch),
            SolverKind.ConjugateGradients => new ConjugateGradients(Reciprocal(system, kind), batch),
            SolverKind.Richardson => Richardson(system, batch),
            SolverKind.BiCgStab => new BiCgStab(system, batch),
            _ => throw new ArgumentException($"There is no solver {(int)kind}; legal are {string.Join(", ", Enum.GetNames<SolverKind>())}.",
            nameof(kind)),
        };

    // Between partitions only what needs neighbours and sums of windows: the choice is fixed, so that all make the same.
    private static CouplingSolver Between(CouplingSystem system, int batch, SolverKind kind) => kind switch
    {
        SolverKind.Richardson => Richardson(system, batch),
        SolverKind.Automatic when !system.IsReciprocal => Richardson(system, batch),
        SolverKind.Automatic or SolverKind.ConjugateGradients when system.IsReciprocal => new ConjugateGradients(system, batch),
        SolverKind.Chebyshev when system.IsReciprocal => Chebyshev(system, batch),
        SolverKind.ConjugateGradients or SolverKind.Chebyshev =>
            throw new ArgumentException($"SolverKind.{kind} needs reciprocal junctions: take Richardson."),
        _ => throw new ArgumentException(
            $"SolverKind.{kind} does not work between partitions: take ConjugateGradients, Chebyshev or Richardson."),
    };

    private static CouplingSolver Cheapest(CouplingSystem system, int batch)
    {
        var (cost, make) = Iterative(system, batch);
        int[][] components = system.CoupledComponents();
        double elements = ElementsOf(components), operations = components.Sum(c => Math.Pow(c.Length, 3));
        bool dense = operations <= MostDenseOperations && elements <= MostDenseElements && DenseElement * elements < cost;
        return dense ? new DenseSolver(system, components, batch) : make();
    }

    private static (double Cost, Func<CouplingSolver> Make) Iterative(CouplingSystem system, int batch)
    {
        int rows = system.Matrix.Rows, terms = system.Matrix.Terms;
        int steps = system.IsReciprocal ? PolynomialSteps.ChebyshevCount(system.LargestEigenvalueBound())
            : PolynomialSteps.RichardsonCount(system.LargestKappa);
        double known = steps * (Term * terms + PolynomialRow * rows);
        double iteration = system.IsReciprocal ? Term * terms + GradientsRow * rows : 2 * Term * terms + BiCgStabRow * rows;
        Func<CouplingSolver> makeKnown = () => system.IsReciprocal ? Chebyshev(system, batch) : Richardson(system, batch);
        if (steps <= FewSteps)
            return (known, makeKnown);
        int worthwhile = (int)Math.Min(known / iteration, LongestTrial);
        int? tried = Trial(system, worthwhile);
        if (tried is null && worthwhile < LongestTrial)
            return (known, makeKnown);
        Func<CouplingSolver> makeTried = () =>
            system.IsReciprocal ? new ConjugateGradients(system, batch, expected: tried) : new BiCgStab(system, batch, expected: tried);
        return ((tried ?? LongestTrial) * iteration, makeTried);
    }

    // Iterations on random potentials; null if the limit is not enough.
    private static unsafe int? Trial(CouplingSystem system, int limit)
    {
        CouplingSolver solver = system.IsReciprocal ? new ConjugateGradients(system, 1, limit) : new BiCgStab(system, 1, limit);
        PinnedArray r = new(system.Matrix.Rows), z = new(system.Matrix.Rows);
        var random = new CounterRandom(0, CounterRandom.Stream("SolverChoice"));
        for (int i = 0; i < r.Length; i++)
            r.Span[i] = random.Uniform((ulong)i);
        solver.Solve(r.Address, z.Address, 1, new Team(0, 1, new SpinBarrier(1)));
        GC.KeepAlive(r); // an address alone does not keep the memory
        GC.KeepAlive(z);
        return solver.Failures == 0 ? solver.Iterations : null;
    }

    private static double ElementsOf(int[][] components) => components.Sum(c => (double)c.Length * c.Length);

    private static DenseSolver Dense(CouplingSystem system, int batch)
    {
        int[][] components = system.CoupledComponents();
        double elements = ElementsOf(components);
        return elements <= MostDenseElements ? new(system, components, batch)
            : throw new ArgumentException($"SolverKind.Dense would need {elements * 8 / (1 << 30):f0} GiB for this network, "
                + $"whose largest component has {components[0].Length} neurons; at most {MostDenseElements * 8 / (1 << 30):f0} GiB are "
                + "allowed. "
                + "Take SolverKind.Automatic.");
    }

    private static PolynomialSolver Chebyshev(CouplingSystem system, int batch)
    {
        double bound = system.LargestEigenvalueBound();
        CheckCount(PolynomialSteps.ChebyshevCount(bound), SolverKind.Chebyshev, system, SolverKind.ConjugateGradients);
        return new(system, batch, PolynomialSteps.Chebyshev(bound), "Chebyshev steps");
    }

    private static PolynomialSolver Richardson(CouplingSystem system, int batch)
    {
        CheckCount(PolynomialSteps.RichardsonCount(system.LargestKappa), SolverKind.Richardson, system, SolverKind.BiCgStab);
        return new(system, batch, PolynomialSteps.Richardson(system.LargestKappa), "Richardson steps");
    }

    private static void CheckCount(int steps, SolverKind kind, CouplingSystem system, SolverKind better)
    {
        if (steps > MostSteps)
            throw new ArgumentException(
                $"SolverKind.{kind} would need {steps} steps per solve at the coupling number {system.LargestKappa:g3}; at most "
                + $"{MostSteps} are allowed. Take SolverKind.Automatic or SolverKind.{better}.");
    }

    private static CouplingSystem Reciprocal(CouplingSystem system, SolverKind kind) => system.OneWay is not { } pair ? system
        : throw new ArgumentException(
            $"SolverKind.{kind} needs reciprocal junctions, but row {pair.Row} receives with the weight {pair.Into} from row "
            + $"{pair.Other}, which receives with {pair.From} from it. Take Automatic, Dense, Richardson or BiCgStab.");
}
