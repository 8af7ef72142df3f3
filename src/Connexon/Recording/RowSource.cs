namespace Connexon;

/// <summary>Where a row of a recording comes from. Element (column, member) of a row is at column * members + member.</summary>
internal abstract class RowSource
{
    public abstract int Columns { get; }

    /// <summary>Writes a row.</summary>
    /// <param name="row">Where to.</param>
    /// <param name="t">The time, in ms.</param>
    public abstract void Fill(Span<double> row, double t);
}

/// <summary>A state of all neurons of a population, or of some.</summary>
internal sealed class StateSource(PinnedArray values, int members, int[]? neurons, int size) : RowSource
{
    public override int Columns => neurons?.Length ?? size;

    public override void Fill(Span<double> row, double t)
    {
        if (neurons is null)
        {
            values.CopyTo(0, row[..(size * members)]);
            return;
        }
        for (int k = 0; k < neurons.Length; k++) values.CopyTo(neurons[k] * members, row.Slice(k * members, members));
    }
}

/// <summary>The current through each junction, positive from pre to post: what drives the post neuron.</summary>
internal sealed class JunctionSource(GapJunction junction, Electrical electrical, PinnedArray pre, PinnedArray post, int members)
    : RowSource
{
    public override int Columns => junction.Count;

    public override void Fill(Span<double> row, double t)
    {
        for (int b = 0; b < members; b++)
        {
            NumberColumn weights = electrical.WeightsOf(junction, b).ToPost;
            for (int k = 0; k < junction.Count; k++)
                row[k * members + b] = weights[k] * (pre[junction.PreIds[k] * members + b] - post[junction.PostIds[k] * members + b]);
        }
    }
}

/// <summary>The present weight of each junction.</summary>
internal sealed class WeightSource(Weights weight, Electrical electrical, int members) : RowSource
{
    private readonly bool _toPost = weight.Junction.AllWeights[0].Equals(weight);

    public override int Columns => weight.Count;

    public override void Fill(Span<double> row, double t)
    {
        for (int b = 0; b < members; b++)
        {
            var (toPost, toPre) = electrical.WeightsOf(weight.Junction, b);
            for (int k = 0; k < weight.Count; k++) row[k * members + b] = _toPost ? toPost[k] : toPre[k];
        }
    }
}
