using Connexon.Programs;

using static Connexon.Functions;

namespace Connexon;

/// <summary>
/// What a step needs beside the method: the time at which each stage stands, what equations that are attached to neurons give them
/// there, and what conditions set at the end.
/// </summary>
internal static class CompletePasses
{
    // Where the output of a model is left.
    private static readonly Symbol Output = new(SymbolKind.Output, "output", Dimension.None);

    /// <summary>What a method computes of a model, complete.</summary>
    /// <param name="method">The method.</param>
    /// <param name="model">The model, as it was defined.</param>
    /// <param name="skeleton">The stages of the network; those of a network without junctions if left out.</param>
    /// <param name="traits">What the method must know of the model there.</param>
    /// <exception cref="InvalidOperationException">The method gives the model another number of stages than the network.</exception>
    public static ModelPasses Of(Method method, Model model, Skeleton? skeleton = null, ModelTraits traits = default)
    {
        skeleton ??= method.Skeleton(traits.Network);
        model = model.InStages();
        ModelPasses passes = method.Passes(model, traits);
        if (passes.Stages.Count != skeleton.Stages.Count)
            throw new InvalidOperationException(
                $"{method} gives {model.Name} {passes.Stages.Count} stages in a network of {skeleton.Stages.Count}: "
                + "every model must have the stages of its network.");
        StagePasses[] stages = [.. passes.Stages.Zip(skeleton.Stages, (s, at) => at.TakesInputs ? WithOutput(s, model) : s)];
        int last = skeleton.Stages.Select((s, k) => s.TakesInputs ? k : -1).Max();
        if (model.Conditions.Count > 0) stages[last] = stages[last] with { Passes = [.. stages[last].Passes, .. Conditions(model)] };
        return passes with
        {
            Stages = [.. stages.Zip(skeleton.Stages, (s, at) => AtItsTime(s, at.Time))],
            Output = model.Gives is null ? null : Output,
        };
    }

    private static StagePasses WithOutput(StagePasses s, Model model) => model.Gives is not { } gives ? s
        : s with { Passes = [.. s.Passes.Take(s.Ready), new Pass(Output, gives.Value), .. s.Passes.Skip(s.Ready)] };

    private static IEnumerable<Pass> Conditions(Model model)
    {
        foreach (ConditionRule rule in model.Conditions)
        {
            Expr AtEnd(Expr e) => Simplify.Tree(e.Replace(s => s == Symbol.Time ? (Expr)Symbol.Time + Symbol.TimeStep : null));
            yield return new Pass([.. rule.Sets.Select(s => new Assignment(s.State, Select(AtEnd(rule.Test), AtEnd(s.Value), s.State)))]);
        }
    }

    private static StagePasses AtItsTime(StagePasses stage, double time) => stage with
    {
        Passes = [.. stage.Passes.Select(p => new Pass(
            [.. p.Assignments.Select(a => a with { Value = StageTimes.AtPart(a.Value, time) })]))],
    };
}
