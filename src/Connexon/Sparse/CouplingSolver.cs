namespace Connexon;
internal enum SolverKind { Automatic }
internal abstract class CouplingSolver
{
    public abstract string Description { get; }
    public int Iterations { get; protected set; }
    public abstract void Solve(nint r, nint z, int batch, Team team);
    public static CouplingSolver For(ConductanceMatrix matrix, double[] gain, double a, int batch, SolverKind kind) => new Stub(matrix, gain, a);
    private sealed class Stub(ConductanceMatrix m, double[] gain, double a) : CouplingSolver
    {
        public override string Description => "stub";
        public override unsafe void Solve(nint r, nint z, int batch, Team team)
        {
            team.Wait();
            if (team.Thread == 0)
            {
                int n = m.Rows * batch; double* R = (double*)r, Z = (double*)z;
                var u = new PinnedArray(n); var y = new PinnedArray(n);
                new Span<double>(Z, n).Clear();
                for (int it = 0; it < 100000; it++)
                {
                    for (int i = 0; i < n; i++) u.Span[i] = R[i] + Z[i];
                    y.Span.Clear();
                    m.AddCurrents(u.Address, y.Address, batch, 0, m.Slices);
                    double change = 0, size = 0;
                    for (int i = 0; i < n; i++)
                    {
                        double ag = a * gain[i / batch], d = (ag * y.Span[i] - Z[i]) / (1 + ag * m.Totals[i / batch]);
                        Z[i] += d;
                        change = Math.Max(change, Math.Abs(d)); size = Math.Max(size, Math.Abs(Z[i]));
                    }
                    if (!(change > 1e-14 * size)) break;
                }
            }
            team.Wait();
        }
    }
}
