using static Connexon.Functions;

namespace Connexon.NeuroML;

/// <summary>The functions of one argument that expressions may use.</summary>
internal static class ExpressionFunctions
{
    private static readonly Dictionary<string, Func<Expr, Expr>> All = new()
    {
        ["exp"] = Exp,
        ["log"] = Log,
        ["ln"] = Log,
        ["log10"] = x => Log(x) / Math.Log(10),
        ["sqrt"] = Sqrt,
        ["abs"] = Abs,
        ["sin"] = Sin,
        ["cos"] = Cos,
        ["tan"] = x => Sin(x) / Cos(x),
        ["sinh"] = Sinh,
        ["cosh"] = Cosh,
        ["tanh"] = Tanh,
        ["ceil"] = Ceiling,
        ["floor"] = x => -Ceiling(-x),
        ["H"] = x => Select(x < 0.0, 0.0, 1.0),
        // Of the product's own types only: (e^x - 1) / x, exact at its removable singularity.
        ["exprel"] = ExpRel,
    };

    public static string Names => string.Join(", ", All.Keys);

    public static Func<Expr, Expr>? Find(string name) => All.GetValueOrDefault(name);
}
