namespace Connexon.Programs;

/// <summary>
/// a b + c, a b - c and c - a b become one operation, rounded once, where nothing else needs the product. Decided over all that a model
/// computes in a stage and before it is cut into loops, so that no cut changes a bit.
/// </summary>
internal static class Fusing
{
    public static Program Fused(this Program program)
    {
        int[] uses = program.Uses();
        return program.Rewrite((to, k, i) =>
        {
            if (i.Op is not (Op.Add or Op.Subtract)) return to.Add(i);
            Instruction old = program.Instructions[k];
            bool first = IsFree(old.A);
            if (!first && !IsFree(old.B)) return to.Add(i);
            Instruction product = to[first ? i.A : i.B];
            int other = first ? i.B : i.A;
            return (i.Op, first) switch
            {
                (Op.Add, _) => to.Add(Op.MultiplyAdd, product.A, product.B, other),
                (_, true) => to.Add(Op.MultiplyAdd, product.A, product.B, to.Add(Op.Negate, other)),
                _ => to.Add(Op.MultiplyAdd, to.Add(Op.Negate, product.A), product.B, other),
            };
        });

        bool IsFree(int value) => program.Instructions[value].Op == Op.Multiply && uses[value] == 1;
    }
}
