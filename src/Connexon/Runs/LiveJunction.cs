using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>A junction object in a loop of the user's own.</summary>
internal sealed class LiveJunction(GapJunction junction)
{
    private static readonly ConditionalWeakTable<GapJunction, LiveJunction> All = [];
    private double[] _toPre = [];
    private double[] _toPost = [];
    private (LivePopulation Pre, LivePopulation Post)? _checked;
    private (NumberColumn ToPost, NumberColumn ToPre)[] _weights = []; // of each member

    public static LiveJunction Of(GapJunction junction) => All.GetValue(junction, j => new LiveJunction(j));

    /// <summary>Computes the currents from the states as they stand and leaves them for each population's next step.</summary>
    public JunctionCurrents Update()
    {
        var (pre, post) = (Live(junction.Pre), Live(junction.Post));
        if (_checked != (pre, post)) Check(pre, post);
        int members = pre.Members;
        Clear(ref _toPre, junction.Pre.Size * members);
        Clear(ref _toPost, junction.Post.Size * members);
        ReadOnlySpan<double> from = pre.Values(junction.PreState.Variable.Symbol), to = post.Values(junction.PostState.Variable.Symbol);
        for (int b = 0; b < members; b++)
        {
            var (weightToPost, weightToPre) = _weights[b];
            for (int k = 0; k < junction.Count; k++)
            {
                int a = junction.PreIds[k] * members + b, c = junction.PostIds[k] * members + b;
                double difference = from[a] - to[c];
                _toPost[c] += weightToPost[k] * difference;
                _toPre[a] -= weightToPre[k] * difference;
            }
        }
        pre.Await(this, toPost: false, junction.PreInput, _toPre);
        post.Await(this, toPost: true, junction.PostInput, _toPost);
        Dimension current = junction.WeightDimension * junction.PreState.Dimension;
        return new JunctionCurrents(new CurrentsOfSide(_toPre, members, current), new CurrentsOfSide(_toPost, members, current));
    }

    /// <summary>
    /// Once after each InitState: both sides agree, and these junctions alone stay below the scheme's bound. (What others add to it is not
    /// known here.)
    /// </summary>
    private void Check(LivePopulation pre, LivePopulation post)
    {
        if (pre.Members != post.Members)
            throw new InvalidOperationException(
                $"{junction.Pre} has a batch of {pre.Members} and {junction.Post} one of {post.Members}: "
                + "call InitState with one batchSize for both.");
        if (pre.Dt != post.Dt)
            throw new InvalidOperationException(
                $"{junction.Pre} has steps of {new Time(pre.Dt)} and {junction.Post} of {new Time(post.Dt)}: "
                + "call InitState with one dt for both.");
        var network = new Network([.. new INetworkPart[] { junction.Pre, junction.Post }.Distinct(), junction]);
        var settings = new RunSettings(default, new Time(pre.Dt), Method.ExponentialEuler, pre.Seed, Batch: pre.Members);
        if (network.Check(settings) is { Count: > 0 } problems) throw new NetworkException(problems);
        var electrical = new Electrical(new Layout(network), ParameterValues.Of(network, settings));
        if (StabilityCheck.Problem(network, electrical, settings) is { } problem) throw new NetworkException([problem]);
        _weights = [.. Enumerable.Range(0, pre.Members).Select(b => electrical.WeightsOf(junction, b))];
        _checked = (pre, post);
    }

    private static LivePopulation Live(Neuron neurons) => (LivePopulation?)neurons.Live ?? throw new InvalidOperationException(
        $"{neurons} has no values yet: call InitState() before a loop of your own, or use Network.Run.");

    private static void Clear(ref double[] currents, int length)
    {
        if (currents.Length != length) currents = new double[length];
        else Array.Clear(currents);
    }
}
