using Connexon.Compilation;
using Connexon.Programs;

namespace Connexon.Tests.Compilation;

using static Connexon.Functions;

using Program = Connexon.Programs.Program;

/// <summary>Where programs are cut into loops, and that a cut changes nothing.</summary>
public class ScheduleTests
{
    private static readonly Symbol X = new(SymbolKind.State, "x", Dimension.None), Y = new(SymbolKind.State, "y", Dimension.None),
        Z = new(SymbolKind.State, "z", Dimension.None);
    private static readonly Expr x = X, y = Y, z = Z;

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    [InlineData(128)]
    [InlineData(0)]
    public void Two_hundred_and_fifty_six_exponentials_are_cut_where_one_value_crosses(int bits)
    {
        VectorWidth width = VectorWidth.All.Single(w => w.Bits == bits);
        Program program = Lowered(new Pass(Y, Sum(256))).Expanded(InstructionSet.Of(width).HasScale);
        IReadOnlyList<Program> loops = Schedule.Of(program);

        Assert.InRange(loops.Count, 256 * 20 / Schedule.LongestLoop, 256 * 30 / (Schedule.LongestLoop / 2));
        Assert.All(loops, loop => Assert.InRange(Operations(loop), 1, Schedule.LongestLoop));
        Assert.All(loops, loop => Assert.Single(loop.Stores)); // the sum so far; from memory only that and x
        Assert.Equal(program.Instructions.ToArray().Count(i => !Schedule.IsRead(i)), loops.Sum(Operations));

        CompiledProgram.HoldsBits(Lowered(new Pass(Y, Sum(256))), Kernel.Many([Lowered(new Pass(Y, Sum(256)))], width)[0], width, 24,
            "256 exponentials");
    }

    [Fact]
    public void A_short_program_is_one_loop()
    {
        Program program = Lowered(new Pass(Y, Sum(2))).Expanded(hasScale: true);
        Assert.Same(program, Assert.Single(Schedule.Of(program)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void What_is_still_read_is_not_yet_overwritten(int longest)
    {
        // All three change, each from what all were before; y and z change places.
        Program program =
            Lowered(new Pass(new Assignment(X, x + y * z + 1.0), new Assignment(Y, z), new Assignment(Z, y)), new Pass(X, x * x - y));
        double[][] before = [[2, 3], [5, 7], [11, 13]];
        var memory = before.Select(x => (double[])x.Clone()).ToArray();
        var scratch = new Dictionary<int, double[]>();
        foreach (Program loop in Schedule.Of(program, longest))
        {
            double[][] results =
                Interpreter.Run(loop, 2, s => (double[])(s.Kind == SlotKind.Array ? memory[s.Index] : scratch[s.Index]).Clone());
            foreach (var (store, values) in loop.Stores.Zip(results))
            {
                if (store.To.Kind == SlotKind.Array) memory[store.To.Index] = values;
                else scratch[store.To.Index] = values;
            }
        }
        double x0 = 2 + 5 * 11 + 1, x1 = 3 + 7 * 13 + 1;
        Assert.Equal([[x0 * x0 - 11, x1 * x1 - 13], [11, 13], [5, 7]], memory);
    }

    private static int Operations(Program loop) => loop.Instructions.ToArray().Count(i => !Schedule.IsRead(i));

    private static Expr Sum(int exponentials) =>
        Enumerable.Range(0, exponentials).Select(k => Exp((x + (40.0 - k)) / (10 + 0.5 * k))).Aggregate((a, b) => a + b);

    private static Program Lowered(params Pass[] passes) => Lowering.Of(passes, s => new Slot(SlotKind.Array, s == X ? 0 : s == Y ? 1 : 2));
}
