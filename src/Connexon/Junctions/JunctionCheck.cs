namespace Connexon;

/// <summary>What must hold of a junction, checked when it is built. Messages name the numbers and what is legal.</summary>
internal static class JunctionCheck
{
    public static State CoupledState(Neuron neurons, string name)
    {
        if (neurons.Model.Find(name) is null) throw State.Unknown(neurons, name, "states");
        if (neurons.Model.Input is null)
            throw new ArgumentException($"{neurons.Model.Name} has no input, so that a junction cannot drive it: give the model an Input.", "couples");
        return neurons[name];
    }

    public static void SameDimension(State pre, State post)
    {
        if (pre.Dimension != post.Dimension)
            throw new ArgumentException(
                $"A junction joins like to like, but {pre} is {pre.Dimension} and {post} is {post.Dimension}.", "states");
    }

    /// <summary>What weight times state difference must have so that it fits the input.</summary>
    public static Dimension WeightDimension(State state, Neuron neurons) => neurons.Model.Input!.Dimension / state.Dimension;

    public static void SameInput(Dimension weight, State state, Neuron pre, Neuron post)
    {
        if (post.Model.Input!.Dimension != weight * state.Dimension)
            throw new ArgumentException(
                $"The input of {pre.Model.Name} is {pre.Model.Input!.Dimension} and that of {post.Model.Name} is {post.Model.Input.Dimension}: "
                + "one junction cannot drive both.", "couples");
    }

    public static void Ids(int[] pre, int[] post, int preSize, int postSize)
    {
        if (pre is null || post is null)
            throw new ArgumentException("The connection function returned no ids; it must return an array of pre ids and one of post ids.", "conn");
        if (pre.Length != post.Length)
            throw new ArgumentException(
                $"The connection function returned {pre.Length} pre ids and {post.Length} post ids; it must return one of each per junction.", "conn");
        for (int k = 0; k < pre.Length; k++)
            if ((uint)pre[k] >= (uint)preSize || (uint)post[k] >= (uint)postSize)
                throw new ArgumentException(
                    $"Junction {k} joins {pre[k]} -> {post[k]}, but pre ids go from 0 to {preSize - 1} and post ids from 0 to {postSize - 1}.", "conn");
    }

    /// <summary>The number of each junction's weight; drawn weights are the same whenever they are drawn.</summary>
    public static double[] Resolve(InitialValues weight, Dimension due, int junctions, NegativeWeights negative)
    {
        if (weight.Dimension is { } given && given != due)
            throw new ArgumentException($"The weight {weight} is {given}, but these populations need {due} there.", nameof(weight));
        if (weight.Length is { } length && length != junctions)
            throw new ArgumentException(
                $"{length} weights for {junctions} junctions: give one weight, or exactly one per junction.", nameof(weight));
        var random = new CounterRandom(0, CounterRandom.Stream("junction weight"));
        var values = new double[junctions];
        for (int k = 0; k < junctions; k++)
        {
            values[k] = weight.At(k, 0, random);
            if (Weights.Problem(k, new Quantity(values[k], due), negative) is { } problem) throw new ArgumentException(problem, nameof(weight));
        }
        return values;
    }
}
