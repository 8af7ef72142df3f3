using System.Globalization;
using System.Text.Json.Nodes;
using Connexon.NeuroML;
using Spectre.Console;

namespace Connexon.Cli;

/// <summary>The results of a check, for people and for scripts.</summary>
internal static class CheckTable
{
    private const int WidthOfFiles = 220;
    public static void Print(IReadOnlyList<CheckResult> results, IReadOnlyList<string> notes)
    {
        var table = new Table().Border(TableBorder.Simple);
        string[] columns = ["test", "experiment", "expected", "found", "difference", "tolerance", "by Euler", "verdict"];
        foreach (string column in columns) table.AddColumn(column);
        foreach (CheckResult r in results)
            table.AddRow([.. new[] { Path.GetFileName(r.Test), r.Experiment ?? "", r.Experiment is null ? "runs" : Numbers(r.Expected),
                Numbers(r.Found), Short(r.Difference), Short(r.Tolerance), ByEuler(r.ByEuler) }.Select(Plain), Name(r.Verdict)]);
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = WidthOfFiles;
        AnsiConsole.Write(table);
        foreach (CheckResult r in results.Where(r => r.Reason is not null))
            Console.Out.WriteLine($"{Path.GetFileName(r.Test)} {r.Experiment}: {r.Reason}{AboutEuler(r)}".Replace(" :", ":"));
        foreach (string note in notes) Console.Out.WriteLine(note);
        Console.Out.WriteLine($"{Count(results, CheckVerdict.Pass)} passed, {Count(results, CheckVerdict.Fail)} failed, "
            + $"{Count(results, CheckVerdict.NotChecked)} not checked. {AboutTolerances(results)}");
    }

    public static string Json(IReadOnlyList<CheckResult> results, IReadOnlyList<string> notes) => new JsonObject
    {
        ["passed"] = Count(results, CheckVerdict.Pass),
        ["failed"] = Count(results, CheckVerdict.Fail),
        ["not_checked"] = Count(results, CheckVerdict.NotChecked),
        ["results"] = new JsonArray([.. results.Select(Node)]),
        ["notes"] = new JsonArray([.. notes.Select(n => (JsonNode?)n)]),
        ["about_tolerances"] = AboutTolerances(results),
    }.ToJsonString(new() { WriteIndented = true });

    private static JsonNode? Node(CheckResult r) => new JsonObject
    {
        ["test"] = r.Test,
        ["experiment"] = r.Experiment,
        ["observable"] = r.Observable,
        ["expected"] = new JsonArray([.. r.Expected.Select(SummaryTable.Number)]),
        ["found"] = new JsonArray([.. r.Found.Select(SummaryTable.Number)]),
        ["largest_relative_difference"] = SummaryTable.Number(r.Difference),
        ["tolerance"] = SummaryTable.Number(r.Tolerance),
        ["by_euler"] = r.ByEuler is not { } euler ? null : new JsonObject
        {
            ["found"] = new JsonArray([.. euler.Found.Select(SummaryTable.Number)]),
            ["largest_relative_difference"] = SummaryTable.Number(euler.Difference),
            ["meets_the_published_numbers"] = euler.Problem is null,
            ["problem"] = euler.Problem,
        },
        ["verdict"] = Name(r.Verdict),
        ["reason"] = r.Reason,
    };

    private static string AboutTolerances(IReadOnlyList<CheckResult> results)
    {
        string[] engines = [.. results.Select(r => r.Engine).Where(e => e != "").Distinct().Order(StringComparer.Ordinal)];
        return "Published numbers carry the error of the steps of the simulator that made them, and tolerances were fitted to it"
            + $"{(engines.Length > 0 ? $": here {string.Join(", ", engines)}" : "")}.";
    }

    private static string ByEuler(Measured? m) =>
        m is null ? "" : m.Found.Count == 0 ? "nothing" : $"{Numbers(m.Found)} "
            + $"({(m.Problem is null ? "as published" : Short(m.Difference))})";

    private static string AboutEuler(CheckResult r) => r.ByEuler switch
    {
        null => "",
        { Problem: null } => ". Forward Euler at the file's step (--method euler) gives the published numbers: the file was read right, "
            + "and the difference is the error of that step.",
        { Problem: var problem } => $". Nor by forward Euler at the file's step: {problem}.",
    };

    private static string Plain(string text) => Markup.Escape(text);

    private static int Count(IEnumerable<CheckResult> results, CheckVerdict verdict) => results.Count(r => r.Verdict == verdict);

    private static string Name(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Pass => "pass",
        CheckVerdict.Fail => "fail",
        _ => "not checked",
    };

    private static string Numbers(IReadOnlyList<double> x) => x.Count switch
    {
        0 => "",
        1 => Text(x[0]),
        _ => $"{x.Count}: {Text(x[0])} .. {Text(x[^1])}",
    };

    private static string Text(double x) => x.ToString("G6", CultureInfo.InvariantCulture);

    private static string Short(double x) => double.IsNaN(x) ? "" : x.ToString("G2", CultureInfo.InvariantCulture);
}
