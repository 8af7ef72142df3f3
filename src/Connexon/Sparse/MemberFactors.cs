using System.Runtime.Intrinsics;

namespace Connexon;

/// <summary>One factor per member of a batch, laid out so that vectors of rows and members can be multiplied by them.</summary>
/// <param name="windows">The windows of rows.</param>
internal sealed unsafe class MemberFactors(RowWindows windows)
{
    private readonly PinnedArray _pattern = new(windows.Period);

    /// <summary>The factor of a member.</summary>
    public double this[int member]
    {
        get => _pattern.Span[member];
        set
        {
            for (int e = member; e < _pattern.Length; e += windows.Batch)
                _pattern.Span[e] = value;
        }
    }

    /// <summary>y += factor x, in a window.</summary>
    public void Add(int window, double* x, double* y)
    {
        double* factor = (double*)_pattern.Address;
        int period = windows.Period;
        for (var (e, end) = windows.Elements(window); e < end; e += period)
            for (int k = 0; k < period && e + k < end; k += 4)
            {
                Vector256<double> sum = Vector256.FusedMultiplyAdd(
                    Vector256.Load(factor + k), Vector256.Load(x + e + k), Vector256.Load(y + e + k));
                sum.Store(y + e + k);
            }
    }

    /// <summary>y = x + factor y, in a window.</summary>
    public void Extend(int window, double* x, double* y)
    {
        double* factor = (double*)_pattern.Address;
        int period = windows.Period;
        for (var (e, end) = windows.Elements(window); e < end; e += period)
            for (int k = 0; k < period && e + k < end; k += 4)
            {
                Vector256<double> sum = Vector256.FusedMultiplyAdd(
                    Vector256.Load(factor + k), Vector256.Load(y + e + k), Vector256.Load(x + e + k));
                sum.Store(y + e + k);
            }
    }
}
