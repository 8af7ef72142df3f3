using System.Numerics;

namespace Connexon.Programs;

/// <summary>
/// Runs a program one value and one element at a time: slow and obvious, the oracle that every kernel is tested against, and what computes
/// the constants of a run. Functions are those of <see cref="Math"/>; where a kernel's own have been put in their place, its bits are the
/// kernel's.
/// </summary>
internal static class Interpreter
{
    /// <summary>The value of an expression; conditions are 1 or 0.</summary>
    /// <param name="e">The expression.</param>
    /// <param name="valueOf">The value of each symbol.</param>
    public static double Evaluate(Expr e, Func<Symbol, double> valueOf) => Evaluate(e, 1, s => [valueOf(s)])[0];

    /// <summary>The value of an expression for each of several neurons.</summary>
    /// <param name="e">The expression.</param>
    /// <param name="neurons">How many neurons.</param>
    /// <param name="valuesOf">The values of each symbol, one for each neuron; not changed.</param>
    public static double[] Evaluate(Expr e, int neurons, Func<Symbol, double[]> valuesOf)
    {
        var symbols = new List<Symbol>();
        Program program = Lowering.Of(e, s =>
        {
            if (!symbols.Contains(s)) symbols.Add(s);
            return new Slot(SlotKind.Array, symbols.IndexOf(s));
        });
        double[] result = Run(program, neurons, slot => valuesOf(symbols[slot.Index]))[0];
        return program.Instructions[program.Stores[0].Value].Op.IsCondition() ? [.. result.Select(x => double.IsNaN(x) ? 1.0 : 0)] : result;
    }

    /// <summary>What the stores of a program receive, one for each element.</summary>
    /// <param name="program">The program.</param>
    /// <param name="elements">How many elements.</param>
    /// <param name="slotValues">What a slot holds, one for each element; not changed.</param>
    public static double[][] Run(Program program, int elements, Func<Slot, double[]> slotValues) =>
        Run<double, long>(program, elements, slotValues);

    /// <summary>The same in numbers of a type.</summary>
    /// <typeparam name="T">double or float.</typeparam>
    /// <typeparam name="B">Integers of as many bits.</typeparam>
    /// <param name="program">The program.</param>
    /// <param name="elements">How many elements.</param>
    /// <param name="slotValues">What a slot holds, one for each element; not changed.</param>
    public static T[][] Run<T, B>(Program program, int elements, Func<Slot, T[]> slotValues)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> where B : unmanaged, IBinaryInteger<B>
    {
        var values = new T[program.Instructions.Length][];
        for (int k = 0; k < values.Length; k++)
        {
            Instruction i = program.Instructions[k];
            values[k] = i.Op == Op.Load ? slotValues(i.Slot) : new T[elements];
            if (i.Op == Op.Load) continue;
            T[] a = i.Arguments > 0 ? values[i.A] : [], b = i.Arguments > 1 ? values[i.B] : [], c = i.Arguments > 2 ? values[i.C] : [];
            for (int n = 0; n < elements; n++)
                values[k][n] = i.Arguments switch
                {
                    0 => T.CreateTruncating(i.Number),
                    1 => Scalar<T, B>.Apply(i.Op, a[n], i.B),
                    2 => Scalar<T, B>.Apply(i.Op, a[n], b[n]),
                    _ => Scalar<T, B>.Apply(i.Op, a[n], b[n], c[n]),
                };
        }
        return [.. program.Stores.Select(s => values[s.Value])];
    }
}
