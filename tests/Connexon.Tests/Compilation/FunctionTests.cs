using Connexon.Compilation;
using Connexon.Programs;

namespace Connexon.Tests.Compilation;

using Program = Connexon.Programs.Program;

/// <summary>
/// The functions of kernels at every width, against 30 digits, and where they have special values against <see cref="Math"/>.
/// </summary>
public class FunctionTests
{
    private static readonly Dictionary<string, (Op Op, double Ulps)> Functions = new()
    {
        ["exp"] = (Op.Exp, 1),
        ["expm1"] = (Op.ExpM1, 1),
        ["exprel"] = (Op.ExpRel, 1),
        ["inverseExprel"] = (Op.InverseExpRel, 1),
        ["log"] = (Op.Log, 1),
        ["sqrt"] = (Op.Sqrt, 0.5),
        ["sin"] = (Op.Sin, 1),
        ["cos"] = (Op.Cos, 1),
        ["sinh"] = (Op.Sinh, 1.5),
        ["cosh"] = (Op.Cosh, 1.5),
        ["tanh"] = (Op.Tanh, 1.5),
        ["pow"] = (Op.Power, 1),
    };

    private static readonly double[] Specials =
        [0.0, -0.0, 1, -1, 2, -2, 0.5, 3, -3, double.Epsilon, -double.Epsilon, 1e-310, double.MaxValue, double.MinValue,
        double.PositiveInfinity, double.NegativeInfinity, double.NaN];

    public static TheoryData<string> Names => new(Functions.Keys);

    [Theory, MemberData(nameof(Names))]
    public void Functions_are_within_their_units_of_the_last_place(string name)
    {
        FunctionValue[] table = [.. FunctionValue.Table.Where(v => v.Function == name)];
        Assert.NotEmpty(table);
        foreach (VectorWidth width in VectorWidth.All)
        {
            double[] found = Map(Functions[name].Op, width, [.. table.Select(v => v.X)], [.. table.Select(v => v.Y)]);
            var worst = table.Zip(found).MaxBy(x => x.First.Ulps(x.Second));
            double ulps = worst.First.Ulps(worst.Second);
            Assert.True(ulps <= Functions[name].Ulps,
                $"{name}({worst.First.X:R}, {worst.First.Y:R}) = {worst.Second:R} at {width.Name}: {ulps:F2} ulp from {worst.First.Value}");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Special_arguments_give_what_Math_gives(string name)
    {
        Op op = Functions[name].Op;
        bool two = op == Op.Power;
        (double X, double Y)[] arguments = [.. two ? Specials.SelectMany(_ => Specials, (x, y) => (x, y)) : Specials.Select(x => (x, 0.0))];
        if (op is Op.Sin or Op.Cos) arguments = [.. arguments.Where(a => !(Math.Abs(a.X) is > 1e9 and < double.PositiveInfinity))];
        foreach (VectorWidth width in VectorWidth.All)
        {
            double[] found = Map(op, width, [.. arguments.Select(a => a.X)], [.. arguments.Select(a => a.Y)]);
            foreach (var ((x, y), value) in arguments.Zip(found))
            {
                double due = two ? Math.Pow(x, y) : Scalar<double, long>.Apply(op, x, 0);
                bool same = BitConverter.DoubleToInt64Bits(due) == BitConverter.DoubleToInt64Bits(value)
                    || (double.IsNaN(due) && double.IsNaN(value));
                bool near = double.IsFinite(due) && due != 0 && Math.Abs(value - due) <= Math.BitIncrement(Math.Abs(due)) - Math.Abs(due);
                Assert.True(same || near, $"{name}({x:R}, {y:R}) = {value:R} at {width.Name}, due {due:R}");
            }
        }
    }

    [Theory]
    [InlineData(1.0000001e9)]
    [InlineData(double.MaxValue)]
    public void Sines_of_what_has_lost_its_turn_are_no_numbers(double x)
    {
        foreach (VectorWidth width in VectorWidth.All)
            Assert.All(new[] { Op.Sin, Op.Cos }, op =>
            {
                Assert.Equal([double.NaN, double.NaN], Map(op, width, [x, -x], [0, 0]));
                Assert.Equal([double.NaN, double.NaN], Map(op, width, [1.0001e5, -1.0001e5], [0, 0], Precision.Single));
            });
    }

    [Theory, MemberData(nameof(Names))]
    public void Functions_of_floats_are_within_two_units_of_the_last_place(string name)
    {
        FunctionValue[] table = [.. FunctionValue.Table.Where(v => v.Function == name && Math.Abs(v.X) < float.MaxValue)];
        double[] x = [.. table.Select(v => (double)(float)v.X)], y = [.. table.Select(v => (double)(float)v.Y)];
        if (name is "sin" or "cos") x = [.. x.Select(a => Math.Abs(a) > 1e5 ? (float)(a % 1e5) : a)];
        Assert.InRange(x.Length, 11, 1000);
        // Those of doubles are right to 2^-28 of a float's last place.
        double[] due = Map(Functions[name].Op, VectorWidth.Scalar, x, y);
        foreach (VectorWidth width in VectorWidth.All)
        {
            double[] found = Map(Functions[name].Op, width, x, y, Precision.Single);
            for (int i = 0; i < x.Length; i++)
            {
                double ulps = UlpsOfFloat((float)found[i], due[i]);
                Assert.True(ulps <= 2, $"{name}({x[i]:R}, {y[i]:R}) = {found[i]:R} at {width.Name}: {ulps:F2} ulp from {due[i]:R}");
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Special_floats_give_what_Math_gives(string name)
    {
        Op op = Functions[name].Op;
        float[] specials = [0, -0f, 1, -1, 2, -2, 0.5f, 3, -3, float.Epsilon, -float.Epsilon, 1e-40f,
            float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN];
        (float X, float Y)[] arguments =
            [.. op == Op.Power ? specials.SelectMany(_ => specials, (x, y) => (x, y)) : specials.Select(x => (x, 0f))];
        if (op is Op.Sin or Op.Cos) arguments = [.. arguments.Where(a => !(MathF.Abs(a.X) is > 1e5f and < float.PositiveInfinity))];
        foreach (VectorWidth width in VectorWidth.All)
        {
            double[] found =
                Map(op, width, [.. arguments.Select(a => (double)a.X)], [.. arguments.Select(a => (double)a.Y)], Precision.Single);
            foreach (var ((x, y), value) in arguments.Zip(found))
            {
                float due = op == Op.Power ? (float)Math.Pow(x, y) : (float)Scalar<double, long>.Apply(op, x, 0), got = (float)value;
                bool same = BitConverter.SingleToInt32Bits(due) == BitConverter.SingleToInt32Bits(got)
                    || (float.IsNaN(due) && float.IsNaN(got));
                Assert.True(same || (due != 0 && UlpsOfFloat(got, due) <= 1),
                    $"{name}({x:R}, {y:R}) = {got:R} at {width.Name}, due {due:R}");
            }
        }
    }

    private static double UlpsOfFloat(float found, double due)
    {
        float nearest = (float)due;
        if (!float.IsFinite(found) || !float.IsFinite(nearest)) return found.Equals(nearest) ? 0 : double.PositiveInfinity;
        return Math.Abs(found - due) / (MathF.BitIncrement(Math.Abs(nearest)) - (double)Math.Abs(nearest));
    }

    private static double[] Map(Op function, VectorWidth width, double[] x, double[] y, Precision precision = Precision.Double)
    {
        var builder = new Connexon.Programs.ProgramBuilder();
        int first = builder.Load(new Slot(SlotKind.Array, 0));
        builder.Store(new Slot(SlotKind.Array, 2),
            builder.Add(function, first, function == Op.Power ? builder.Load(new Slot(SlotKind.Array, 1)) : -1));
        Program program = builder.Build();
        int padded = (x.Length + 15) / 16 * 16;
        double[][] arrays = [Padded(x, padded), Padded(y, padded), new double[padded]];
        return CompiledProgram.Run(program, Kernel.Many([program], width, precision)[0], width, arrays, [], precision)[2][..x.Length];
    }

    private static double[] Padded(double[] x, int length) => [.. x, .. Enumerable.Repeat(1.0, length - x.Length)];
}
