using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>A junction object in a loop of the user's own.</summary>
internal sealed class LiveJunction(GapJunction junction)
{
    private static readonly ConditionalWeakTable<GapJunction, LiveJunction> All = [];
    private double[] _toPre = [];
    private double[] _toPost = [];

    public static LiveJunction Of(GapJunction junction) => All.GetValue(junction, j => new LiveJunction(j));

    /// <summary>Computes the currents from the states as they stand and leaves them for each population's next step.</summary>
    public JunctionCurrents Update()
    {
        var (pre, post) = (Live(junction.Pre), Live(junction.Post));
        if (pre.Members != post.Members)
            throw new InvalidOperationException(
                $"{junction.Pre} has a batch of {pre.Members} and {junction.Post} one of {post.Members}: call InitState with one batchSize for both.");
        int members = pre.Members;
        Clear(ref _toPre, junction.Pre.Size * members);
        Clear(ref _toPost, junction.Post.Size * members);
        ReadOnlySpan<double> from = pre.Values(junction.PreState.Variable.Symbol), to = post.Values(junction.PostState.Variable.Symbol);
        ReadOnlySpan<double> weightToPost = junction.ToPost, weightToPre = junction.ToPre;
        for (int k = 0; k < junction.Count; k++)
            for (int b = 0; b < members; b++)
            {
                int a = junction.PreIds[k] * members + b, c = junction.PostIds[k] * members + b;
                double difference = from[a] - to[c];
                _toPost[c] += weightToPost[k] * difference;
                _toPre[a] -= weightToPre[k] * difference;
            }
        pre.Await(this, toPost: false, _toPre);
        post.Await(this, toPost: true, _toPost);
        Dimension current = junction.WeightDimension * junction.PreState.Dimension;
        return new JunctionCurrents(new CurrentsOfSide(_toPre, members, current), new CurrentsOfSide(_toPost, members, current));
    }

    private static LivePopulation Live(Neuron neurons) => (LivePopulation?)neurons.Live ?? throw new InvalidOperationException(
        $"{neurons} has no values yet: call InitState() before a loop of your own, or use Network.Run.");

    private static void Clear(ref double[] currents, int length)
    {
        if (currents.Length != length) currents = new double[length];
        else Array.Clear(currents);
    }
}
