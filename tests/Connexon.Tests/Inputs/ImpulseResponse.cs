using static Connexon.Units;

namespace Connexon.Tests.Inputs;

/// <summary>
/// What white noise does to a linear network, without a random number: each draw is 1 once, alone, in a member of a batch of its own. The
/// sums of the squares of what follows are the stationary variances, to round-off.
/// </summary>
internal sealed class ImpulseResponse
{
    private const int Quiet = 4; // steps before: then also a method that looks back has begun

    private const double Scale = 1e-3; // small against what the error control looks at

    private readonly Trace _trace;
    private readonly int _neurons, _members;
    private readonly double _unit;

    /// <param name="cells">Cells of 1 uF.</param>
    /// <param name="gap">Their junctions.</param>
    /// <param name="dt">The step, in ms.</param>
    /// <param name="steps">Until nothing is left of an impulse.</param>
    /// <param name="method">The method.</param>
    /// <param name="loud">Which cells have noise of 1 uA over 1 ms; null for all.</param>
    public ImpulseResponse(Neuron cells, GapJunction gap, double dt, int steps, Method? method = null, int[]? loud = null)
        : this(new Network(cells, gap), cells.Input(cells.Model.Input!.Name), cells["V"], dt, steps, method, loud) { }

    /// <param name="network">The cells and their junctions.</param>
    /// <param name="into">Where the noise comes in.</param>
    /// <param name="state">The state whose variances are asked for.</param>
    /// <param name="dt">The step, in ms.</param>
    /// <param name="steps">Until nothing is left of an impulse.</param>
    /// <param name="method">The method.</param>
    /// <param name="loud">Which cells have noise of 1 uA over 1 ms; null for all.</param>
    public ImpulseResponse(Network network, InputPort into, State state, double dt, int steps, Method? method = null, int[]? loud = null)
    {
        loud ??= [.. Enumerable.Range(0, state.Neurons.Size)];
        (_neurons, _members) = (state.Neurons.Size, loud.Length * CouplingOperator.NoiseParts);
        Run = network.Drive(into, new Impulses(loud, dt)).Record(state).Run((steps + Quiet) * dt * ms, dt * ms, method, batch: _members);
        _trace = Run[state];
        _unit = Scale * Scale;
    }

    public Run Run { get; }

    /// <summary>The covariance of two cells, in mV^2, the second so many steps later.</summary>
    public double Covariance(int i, int j, int lag = 0)
    {
        double sum = 0;
        for (int m = 0; m < _members; m++)
            for (int row = 0; row + lag < _trace.Rows; row++)
                sum += _trace.Number(row, i, m) * _trace.Number(row + lag, j, m);
        return sum / _unit;
    }

    /// <summary>The same of two sums over all cells with weights.</summary>
    public double OfModes(double[] a, double[] b, int lag = 0)
    {
        double sum = 0;
        for (int i = 0; i < _neurons; i++)
            for (int j = 0; j < _neurons; j++)
                if (a[i] != 0 && b[j] != 0) sum += a[i] * b[j] * Covariance(i, j, lag);
        return sum;
    }

    // White noise whose draw is 1 in one part of the first step, for one neuron in each member.
    private sealed class Impulses(int[] loud, double dt) : Drive(Connexon.Dimension.Current)
    {
        internal override bool IsWhite => true;

        internal override DriveSource Prepare(DriveContext context) => new Source(loud, (int)Math.Round(dt / context.Dt), context);

        private sealed class Source(int[] loud, int parts, DriveContext context) : DriveSource
        {
            private long _part;

            public override void Advance(double t, long step) => _part = step;

            public override void Add<T>(Span<T> input, int start, int end)
            {
                for (int m = 0; m < context.Members; m++)
                {
                    var (part, k) = Math.DivRem(m, loud.Length);
                    int element = loud[k] * context.Members + m;
                    if (part < parts && _part == Quiet * parts + part && element >= start && element < end)
                        input[element] += Either.Of<T>(Scale * Math.Sqrt(1 / context.Dt));
                }
            }
        }
    }
}
