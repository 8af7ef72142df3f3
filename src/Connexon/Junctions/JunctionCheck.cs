namespace Connexon;

/// <summary>What must hold of a junction, checked when it is built. Messages name the numbers and what is legal.</summary>
internal static class JunctionCheck
{
    public static State CoupledState(Neuron neurons, string name)
    {
        if (neurons.Model.Find(name) is null) throw State.Unknown(neurons, name, "states");
        if (neurons.Model.Input is null)
            throw new ArgumentException($"{neurons.Model.Name} has no input, so that a junction cannot drive it: give the model an Input.",
                "couples");
        return neurons[name];
    }

    public static void SameDimension(State pre, State post)
    {
        if (pre.Dimension != post.Dimension)
            throw new ArgumentException(
                $"A junction joins like to like, but {pre} is {pre.Dimension} and {post} is {post.Dimension}.", "states");
    }

    /// <summary>
    /// The input that junctions of a state enter: the one that is named; else of those that the weights fit the first that moves the state,
    /// or the first of all.
    /// </summary>
    public static InputPort InputOf(State state, string? named, Dimension? weight)
    {
        Neuron neurons = state.Neurons;
        if (named is not null) return neurons.Input(named);
        IReadOnlyList<Symbol> all = neurons.Model.Inputs;
        Symbol[] fit = [.. all.Where(i => weight is null || i.Dimension == weight * state.Dimension)];
        Symbol? Moving(IEnumerable<Symbol> inputs) => inputs.FirstOrDefault(i => state.Variable.Slope?.Mentions(s => s == i) == true);
        return new InputPort(neurons, Moving(fit) ?? fit.FirstOrDefault() ?? Moving(all) ?? all[0]);
    }

    public static void SameInput(InputPort pre, InputPort post)
    {
        if (post.Dimension != pre.Dimension)
            throw new ArgumentException(
                $"The input of {pre.Neurons.Model.Name} is {pre.Dimension} and that of {post.Neurons.Model.Name} is {post.Dimension}: "
                + "one junction cannot drive both.", "couples");
    }

    public static void Ids(int[] pre, int[] post, int preSize, int postSize)
    {
        if (pre is null || post is null)
            throw new ArgumentException(
                "The connection function returned no ids; it must return an array of pre ids and one of post ids.", "conn");
        if (pre.Length != post.Length)
            throw new ArgumentException(
                $"The connection function returned {pre.Length} pre ids and {post.Length} post ids; "
                + "it must return one of each per junction.", "conn");
        for (int k = 0; k < pre.Length; k++)
            if ((uint)pre[k] >= (uint)preSize || (uint)post[k] >= (uint)postSize)
                throw new ArgumentException(
                    $"Junction {k} joins {pre[k]} -> {post[k]}, but pre ids go from 0 to {preSize - 1} and post ids "
                    + $"from 0 to {postSize - 1}.", "conn");
    }

    /// <summary>The number of each junction's weight; what is drawn stays a rule until a run.</summary>
    public static InitialValues Resolve(InitialValues weight, Dimension due, int junctions, NegativeWeights negative)
    {
        if (weight.Dimension is { } given && given != due)
            throw new ArgumentException($"The weight {weight} is {given}, but these populations need {due} there.", nameof(weight));
        if (weight.Length is { } length && length != junctions)
            throw new ArgumentException(
                $"{length} weights for {junctions} junctions: give one weight, or exactly one per junction.", nameof(weight));
        if (weight.IsDrawn) return weight with { Dimension = due };
        InitialValues numbers = weight.Numbers(junctions, 1, default, eachMember: false) with { Dimension = due };
        return Problem(numbers, due, junctions, negative) is { } problem ? throw new ArgumentException(problem, nameof(weight)) : numbers;
    }

    /// <summary>The first weight that cannot be, in words; null if there is none.</summary>
    /// <param name="numbers">The weights, as numbers.</param>
    /// <param name="dimension">Their dimension.</param>
    /// <param name="junctions">How many.</param>
    /// <param name="negative">Whether they may be below 0.</param>
    public static string? Problem(InitialValues numbers, Dimension dimension, int junctions, NegativeWeights negative)
    {
        int different = numbers.Uniform is not null ? Math.Min(1, junctions) : junctions;
        for (int b = 0; b < numbers.Members; b++)
            for (int k = 0; k < different; k++)
                if (Problem(k, new Quantity(numbers.At(k, b, default), dimension), negative) is { } problem) return problem;
        return null;
    }

    /// <summary>What is wrong with the weight of a junction; null if nothing.</summary>
    public static string? Problem(int junction, Quantity weight, NegativeWeights negative) =>
        double.IsFinite(weight.Value) && (weight.Value >= 0 || negative == NegativeWeights.Allowed) ? null
        : $"The weight of junction {junction} is {weight}: a weight must be finite"
            + (negative == NegativeWeights.Allowed ? "." : " and not negative.")
            + (double.IsFinite(weight.Value) ? " Repulsive junctions are asked for by negativeWeights: NegativeWeights.Allowed." : "");
}
