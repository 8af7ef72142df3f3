using Connexon.Programs;

namespace Connexon;

/// <summary>
/// The slopes of a stage and where the states go by them: a state whose value no other equation still has to read ends the stage in the
/// pass that computes its slope, which is one trip to memory less.
/// </summary>
internal static class PassPairs
{
    /// <summary>The passes of a stage.</summary>
    /// <param name="moving">The states.</param>
    /// <param name="slopeOf">The pass that computes the slope of a state.</param>
    /// <param name="endOf">The pass that ends its stage; whether that is the first of all.</param>
    public static IEnumerable<Pass> Of(ImexVariable[] moving, Func<ImexVariable, Pass> slopeOf, Func<ImexVariable, bool, Pass> endOf)
    {
        bool[] alone = [.. moving.Select((x, k) => !moving.Skip(k + 1).Any(y => y.Equation.Slope!.Mentions(s => s == x.State)))];
        bool first = true;
        for (int k = 0; k < moving.Length; k++)
        {
            Pass slope = slopeOf(moving[k]);
            if (alone[k]) yield return Fused(slope, endOf(moving[k], first));
            else if (slope.Assignments.Length > 0) yield return slope;
            first &= !alone[k];
        }
        for (int k = 0; k < moving.Length; k++)
        {
            if (alone[k]) continue;
            yield return endOf(moving[k], first);
            first = false;
        }
    }

    private static Pass Fused(Pass slope, Pass end)
    {
        Expr? Known(Symbol s)
        {
            foreach (Assignment a in slope.Assignments)
                if (a.Target == s) return a.Value;
            return null;
        }
        return new Pass([.. slope.Assignments, .. end.Assignments.Select(a => a with { Value = a.Value.Replace(Known) })]);
    }
}
