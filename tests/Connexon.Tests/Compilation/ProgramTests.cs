using Connexon.Compilation;
using Connexon.Programs;

namespace Connexon.Tests.Compilation;

using static Connexon.Functions;

using Program = Connexon.Programs.Program;

/// <summary>The one form between equations and machines, as text, so that what is computed can be read.</summary>
public class ProgramTests
{
    private static readonly Symbol X = new(SymbolKind.State, "x", Dimension.None), Y = new(SymbolKind.State, "y", Dimension.None);
    private static readonly Expr x = X, y = Y;
    private static readonly Symbol A = new(SymbolKind.Scratch, "a", Dimension.None);
    private static readonly Symbol Tau = new(SymbolKind.Parameter, "tau", Dimension.Time);

    [Fact]
    public void Equal_parts_are_computed_once_and_scratch_is_not_stored()
    {
        Program program = Lowered(new Pass(A, Exp(x) * x), new Pass(new Assignment(X, A + Exp(x)), new Assignment(Y, A - Exp(x))));
        Assert.Equal(
            """
            %0 = load array 0
            %1 = exp %0
            %2 = multiply %1 %0
            %3 = add %2 %1
            %4 = subtract %2 %1
            array 0 = %3
            array 1 = %4

            """, program.ToString());
        Assert.Equal([(Op.Load, 1), (Op.Add, 1), (Op.Subtract, 1), (Op.Multiply, 1), (Op.Exp, 1)],
            program.Count.Select(c => (c.Key, c.Value)));
    }

    [Fact]
    public void What_a_pass_assigns_is_read_by_the_next_and_the_order_of_a_pass_is_none()
    {
        Program program = Lowered(new Pass(new Assignment(X, y), new Assignment(Y, x)), new Pass(X, x + y));
        Assert.Equal(
            """
            %0 = load array 1
            %1 = load array 0
            %2 = add %0 %1
            array 1 = %1
            array 0 = %2

            """, program.ToString());
    }

    [Fact]
    public void Products_are_fused_into_the_sums_that_alone_need_them()
    {
        Expr shared = x * y;
        Assert.Equal(
            """
            %0 = load array 0
            %1 = load array 1
            %2 = multiply %0 %1
            %3 = negate %0
            %4 = multiplyadd %3 %0 %2
            %5 = number 3
            %6 = multiplyadd %5 %1 %2
            array 0 = %4
            array 1 = %6

            """.Replace("number 3", "3"),
            Lowered(new Pass(new Assignment(X, shared - x * x), new Assignment(Y, 3 * y + shared))).Fused().ToString());
    }

    [Fact]
    public void What_keeps_its_value_is_left_to_the_prologue()
    {
        var prologue = new Prologue();
        var slots = new SlotTable(prologue);
        Program program = prologue.Extract(Lowering.Of([new Pass(X, x * Exp(-(Expr)Symbol.TimeStep / Tau))], slots.Of));
        Assert.Equal("%0 = load array x\n%1 = load constant 2\n%2 = multiply %0 %1\narray x = %2\n", program.Text(slots.NameOf));
        Assert.Equal(
            """
            %0 = load constant dt
            %1 = negate %0
            %2 = load constant tau
            %3 = divide %1 %2
            %4 = exp %3
            constant 2 = %4

            """, prologue.Program().Text(slots.NameOf));
        Assert.Equal(3, prologue.Count);
    }

    [Fact]
    public void A_condition_that_is_known_is_a_mask_like_any_other()
    {
        // Simplify makes a number of it where both sides are numbers.
        foreach (bool known in (bool[])[true, false])
        {
            Expr condition = known ? 1.0 : 0.0;
            Program program = Lowered(new Pass(Y, Select(condition & (x < 2), 5, 7)));
            Assert.Equal(known ? [5, 7] : new double[] { 7, 7 }, Interpreter.Run(program, 2, _ => [1, 3])[0]);
        }
    }

    [Fact]
    public void Functions_share_what_they_have_in_common()
    {
        int alone = Operations(Lowered(new Pass(Y, Sinh(x)))), other = Operations(Lowered(new Pass(Y, Cosh(x))));
        int both = Operations(Lowered(new Pass(new Assignment(X, Sinh(x)), new Assignment(Y, Cosh(x)))));
        Assert.InRange(both, Math.Max(alone, other) + 3, alone + other - 15); // the exponential is computed once
    }

    private static int Operations(Program program) =>
        program.Expanded(hasScale: true).Instructions.ToArray().Count(i => !Schedule.IsRead(i));

    private static Program Lowered(params Pass[] passes) => Lowering.Of(passes, s => new Slot(SlotKind.Array, s == X ? 0 : 1));
}
