using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>
/// The states within the last step: on the cubics that meet values and slopes at both its ends, which err by the fourth power of the
/// step as its error estimate does.
/// </summary>
internal sealed class DenseOutput
{
    private readonly Piece[] _pieces;

    /// <param name="groups">The groups.</param>
    /// <param name="wanted">Which states are ever asked for.</param>
    public DenseOutput(IEnumerable<Group> groups, Func<Group, Symbol, bool> wanted) =>
        _pieces = [.. groups.SelectMany(g => g.Kernels.Passes.Dense.Where(c => wanted(g, c.End)).Select(c => new Piece(g, c)))];

    /// <summary>Sets the states to where they were within the step.</summary>
    /// <param name="x">Where, 0 to 1.</param>
    public void GoTo(double x)
    {
        foreach (Piece c in _pieces) c.GoTo(x);
    }

    /// <summary>Keeps the states as they are at the end of the step.</summary>
    public void Leave()
    {
        foreach (Piece c in _pieces) c.State.CopyTo(c.End);
    }

    /// <summary>Brings them back.</summary>
    public void Return()
    {
        foreach (Piece c in _pieces) c.End.CopyTo(c.State);
    }

    private sealed class Piece(Group group, Hermite course)
    {
        private readonly PinnedArray _start = group.Memory(course.Start);
        private readonly PinnedArray[] _startSlope = [.. course.StartSlope.Select(group.Memory)];
        private readonly PinnedArray[] _endSlope = [.. course.EndSlope.Select(group.Memory)];

        public Span<double> State => group.Array(course.End);

        public double[] End { get; } = new double[group.Elements];

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void GoTo(double x)
        {
            // Hermite's basis.
            double y = 1 - x, start = y * y * (1 + 2 * x), end = x * x * (1 + 2 * y), leaving = x * y * y, arriving = -x * x * y;
            Span<double> state = State;
            ReadOnlySpan<double> from = _start.Span, to = End;
            for (int i = 0; i < state.Length; i++) state[i] = start * from[i] + end * to[i];
            foreach (PinnedArray s in _startSlope) Add(state, leaving, s.Span);
            foreach (PinnedArray s in _endSlope) Add(state, arriving, s.Span);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Add(Span<double> to, double factor, ReadOnlySpan<double> what)
        {
            for (int i = 0; i < to.Length; i++) to[i] += factor * what[i];
        }
    }
}
