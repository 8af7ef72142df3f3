using static Connexon.Functions;
using static Connexon.Units;

namespace Connexon.Tests.Ports;

/// <summary>
/// Soma and dendrite of a passive cell, each with an input of its own (the passive part of Pinsky and Rinzel 1994, doi:10.1007/BF00962717):
/// what comes in at one moves the other through the conductance between them.
/// </summary>
internal class TwoCompartments(int size) : Neuron(size)
{
    public const double Cs = 1, Cd = 2, Gs = 0.1, Gd = 0.05, Gc = 0.3; // uF, mS

    public State<Voltage> V_s => State<Voltage>();

    public State<Voltage> V_d => State<Voltage>();

    /// <summary>Where it rests and, if nothing else is said, starts, in mV.</summary>
    public double E { get; init; } = -65;

    public Init<Voltage>? V_d_initializer { get; init; }

    protected override void Define(ModelBuilder m)
    {
        Expr V_s = m.State<Voltage>("V_s", E * mV), V_d = m.State("V_d", V_d_initializer ?? E * mV);
        Expr I_s = m.Input("I_s", Dimension.Current), I_d = m.Input("I_d", Dimension.Current);
        Expr between = Gc * mS * (V_d - V_s);
        m.Derivative(V_s, (-(Gs * mS) * (V_s - E * mV) + between + Extra(m, V_s) + I_s) / (Cs * uF));
        m.Derivative(V_d, (-(Gd * mS) * (V_d - E * mV) - between + I_d) / (Cd * uF));
        Spikes(m, V_s);
    }

    protected virtual Expr Extra(ModelBuilder m, Expr V) => 0 * uA;

    protected virtual void Spikes(ModelBuilder m, Expr V) { }
}

/// <summary>The same with a soma that spikes: by a plain threshold, or by an exponential that runs away to it.</summary>
internal sealed class SpikingCompartments(int size, bool runsAway) : TwoCompartments(size)
{
    protected override Expr Extra(ModelBuilder m, Expr V) => runsAway ? Gs * mS * (2 * mV) * Exp((V + 50 * mV) / (2 * mV)) : 0 * uA;

    protected override void Spikes(ModelBuilder m, Expr V) => m.SpikeWhen(V, (runsAway ? 0 : -50) * mV, (V, -60 * mV));
}

/// <summary>
/// Two such cells joined at soma and dendrite: sum and difference of their voltages are pairs of linear equations, solved in closed form.
/// </summary>
/// <param name="Soma">The weight of the junction between the somata, in mS.</param>
/// <param name="Dendrite">That between the dendrites.</param>
/// <param name="Is">What drives each soma, in uA.</param>
/// <param name="Id">What drives each dendrite.</param>
internal sealed record TwoCoupledCells(double Soma, double Dendrite, double[] Is, double[] Id)
{
    private const double Cs = TwoCompartments.Cs, Cd = TwoCompartments.Cd, Gc = TwoCompartments.Gc;

    /// <summary>V_s and V_d of cell 0 and of cell 1 at a time, having begun at rest, in mV.</summary>
    public double[] At(double t)
    {
        var (sumS, sumD) = Mode(t, 0, 0, Is[0] + Is[1], Id[0] + Id[1]);
        var (difS, difD) = Mode(t, 2 * Soma, 2 * Dendrite, Is[0] - Is[1], Id[0] - Id[1]);
        return [-65 + (sumS + difS) / 2, -65 + (sumD + difD) / 2, -65 + (sumS - difS) / 2, -65 + (sumD - difD) / 2];
    }

    // x' = A x + b from 0: x = (e^(A t) - 1) A^-1 b, with e^(A t) = e^(m t) (cosh(q t) + (A - m) sinh(q t) / q), m and m +- q being half
    // the trace and the eigenvalues.
    private static (double S, double D) Mode(double t, double moreS, double moreD, double inS, double inD)
    {
        double a = -(TwoCompartments.Gs + Gc + moreS) / Cs, b = Gc / Cs, c = Gc / Cd, d = -(TwoCompartments.Gd + Gc + moreD) / Cd;
        double det = a * d - b * c, m = (a + d) / 2, q = Math.Sqrt(m * m - det);
        double restS = -(d * inS / Cs - b * inD / Cd) / det, restD = -(a * inD / Cd - c * inS / Cs) / det;
        double plus = Math.Exp((m + q) * t), minus = Math.Exp((m - q) * t), even = (plus + minus) / 2, odd = (plus - minus) / (2 * q);
        return (restS - (even * restS + odd * ((a - m) * restS + b * restD)), restD - (even * restD + odd * (c * restS + (d - m) * restD)));
    }

    /// <summary>
    /// The stationary variances of the differences of V_s and of V_d, over the square root of 2, where each dendrite has noise of 1 uA over
    /// 1 ms: what solves K S + S K' = N, K being -A of the difference.
    /// </summary>
    public (double S, double D) NoiseInDendrites()
    {
        double a = (TwoCompartments.Gs + Gc + 2 * Soma) / Cs, b = Gc / Cs, c = Gc / Cd, d = (TwoCompartments.Gd + Gc + 2 * Dendrite) / Cd;
        double k = (a + d - b * c / a) / b, both = 1 / (Cd * Cd) / (2 * (d * k - c));
        return (b * both / a, k * both);
    }
}
