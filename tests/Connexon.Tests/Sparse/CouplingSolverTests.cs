namespace Connexon.Tests.Sparse;

public class CouplingSolverTests
{
    private static readonly double[] Kappas = [0.01, 0.3, 1, 10, 1e3, 1e6];

    public static TheoryData<SolverKind, bool, double> Systems()
    {
        var data = new TheoryData<SolverKind, bool, double>();
        foreach (SolverKind kind in Enum.GetValues<SolverKind>())
            foreach (bool reciprocal in new[] { true, false })
                foreach (double kappa in Kappas)
                    if (Takes(kind, reciprocal) && !(kind == SolverKind.Richardson && kappa > 1e3))
                        data.Add(kind, reciprocal, kappa);
        return data;
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void The_solution_is_that_in_28_digits(SolverKind kind, bool reciprocal, double kappa)
    {
        CoupledNetwork network = CoupledNetwork.Random(61, kappa, reciprocal);
        double[] r = network.Potentials();
        CouplingSolver solver = network.Solver(kind);

        double[] z = CoupledNetwork.Solve(solver, r), exact = network.Reference(r);

        double scale = exact.Max(Math.Abs);
        Assert.True(scale > 0.5 * kappa / (1 + kappa), $"{scale}");
        Assert.InRange(z.Zip(exact, (x, y) => Math.Abs(x - y)).Max() / scale, 0, 3e-12);
        Assert.Equal(0, z[^1]); // isolated
        Assert.Equal(0, solver.Failures);
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void No_cell_leaves_the_range_of_the_others(SolverKind kind, bool reciprocal, double kappa)
    {
        CoupledNetwork network = CoupledNetwork.Random(300, kappa, reciprocal);
        double[] r = network.Potentials();

        double[] z = CoupledNetwork.Solve(network.Solver(kind), r);

        Assert.All(r.Zip(z, (x, y) => x + y), x => Assert.InRange(x, r.Min() - 1e-10, r.Max() + 1e-10));
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void Charge_is_conserved_by_reciprocal_junctions(SolverKind kind, bool reciprocal, double kappa)
    {
        if (!reciprocal)
            return;
        CoupledNetwork network = CoupledNetwork.Random(300, kappa, reciprocal);

        double[] charge = [.. CoupledNetwork.Solve(network.Solver(kind), network.Potentials()).Zip(network.Gain, (z, f) => z / f)];

        Assert.InRange(Math.Abs(charge.Sum()) / charge.Sum(Math.Abs), 0, 1e-12);
        Assert.True(charge.Sum(Math.Abs) > 1);
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void Equal_potentials_give_exactly_zero(SolverKind kind, bool reciprocal, double kappa)
    {
        CoupledNetwork network = CoupledNetwork.Random(300, kappa, reciprocal);
        foreach (int batch in new[] { 1, 3 })
        {
            double[] r = [.. Enumerable.Repeat(-65.123456789, 300 * batch)];
            double[] z = CoupledNetwork.Solve(network.Solver(kind, batch), r, batch);
            Assert.All(z, x => Assert.Equal(0L, BitConverter.DoubleToInt64Bits(x)));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_member_has_the_same_bits_in_every_batch_and_for_every_number_of_threads(SolverKind kind, bool equal)
    {
        CoupledNetwork network = CoupledNetwork.Random(803, 3, reciprocal: true, equal);
        double[][] members = [.. Enumerable.Range(0, 8).Select(b => network.Potentials(seed: (ulong)b))];
        members[2] = [.. Enumerable.Repeat(-65.0, 803)]; // done at once
        double[][] alone = [.. members.Select(r => CoupledNetwork.Solve(network.Solver(kind), r))];
        foreach (int batch in new[] { 1, 3, 8 })
            foreach (int threads in new[] { 1, 2, 3 })
            {
                double[] r = [.. Enumerable.Range(0, 803).SelectMany(i => members.Take(batch).Select(m => m[i]))];
                double[] z = CoupledNetwork.Solve(network.Solver(kind, batch), r, batch, threads);
                for (int b = 0; b < batch; b++)
                    Assert.Equal(alone[b], z.Where((_, e) => e % batch == b)); // exact
            }
    }

    public static TheoryData<SolverKind, bool> Kinds() =>
        [.. Enum.GetValues<SolverKind>().SelectMany(k => new[] { (k, true), (k, false) })];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Two_cells_are_those_of_the_formula(SolverKind kind, bool reciprocal)
    {
        if (!Takes(kind, reciprocal))
            return;
        CoupledNetwork pair = CoupledNetwork.Pair(0.5, reciprocal ? 0.5 : 0.125, 1, 2, kappa: 8);
        // u = r1 - r0 shrinks by 1 + p + q; each cell takes its part.
        double p = pair.A * 1 * 0.5, q = pair.A * 2 * (reciprocal ? 0.5 : 0.125), u = 20 - -70;

        double[] z = CoupledNetwork.Solve(pair.Solver(kind), [-70, 20]);

        Assert.Equal(p * u / (1 + p + q), z[0], 1e-10);
        Assert.Equal(-q * u / (1 + p + q), z[1], 1e-10);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_row_with_gain_zero_stands_still_and_the_others_see_it(SolverKind kind, bool reciprocal)
    {
        if (!Takes(kind, reciprocal))
            return;
        CoupledNetwork network = CoupledNetwork.Random(61, 5, reciprocal);
        network = network.WithGain([.. network.Gain.Select((f, i) => i % 7 == 3 ? 0 : f)]);
        double[] r = network.Potentials();

        double[] z = CoupledNetwork.Solve(network.Solver(kind), r), exact = network.Reference(r);

        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(z[3]));
        Assert.NotEqual(0, z[2]);
        Assert.InRange(z.Zip(exact, (x, y) => Math.Abs(x - y)).Max(), 0, 1e-10);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_solve_allocates_nothing_and_can_be_repeated(SolverKind kind, bool reciprocal)
    {
        if (!Takes(kind, reciprocal))
            return;
        CoupledNetwork network = CoupledNetwork.Random(61, 5, reciprocal);
        CouplingSolver solver = network.Solver(kind);
        double[] r = network.Potentials(), first = CoupledNetwork.Solve(solver, r), second = new double[61];

        Assert.Equal(0, AllocatedBySolve(solver, r, second));

        Assert.Equal(first, second);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Without_junctions_nothing_changes(SolverKind kind, bool reciprocal)
    {
        CoupledNetwork network = CoupledNetwork.Random(reciprocal ? 1 : 2, 1, reciprocal: true);
        Assert.Equal(new double[network.Rows], CoupledNetwork.Solve(network.Solver(kind), network.Potentials()));
    }

    private static unsafe long AllocatedBySolve(CouplingSolver solver, double[] r, double[] z)
    {
        var team = new Team(0, 1, new SpinBarrier(1));
        fixed (double* pr = r, pz = z)
        {
            solver.Solve((nint)pr, (nint)pz, 1, team);
            long before = GC.GetAllocatedBytesForCurrentThread();
            solver.Solve((nint)pr, (nint)pz, 1, team);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static bool Takes(SolverKind kind, bool reciprocal) =>
        reciprocal || kind is not (SolverKind.Chebyshev or SolverKind.ConjugateGradients);
}
