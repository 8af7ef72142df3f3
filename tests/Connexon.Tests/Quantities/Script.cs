using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Connexon.Tests.Quantities;

/// <summary>What the compiler says of a script that uses the library.</summary>
internal static class Script
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p)),
    ];

    /// <summary>The errors, "CS0029: Cannot ...", in the order of the text.</summary>
    public static string[] Errors(string code)
    {
        SyntaxTree script = CSharpSyntaxTree.ParseText(
            $"using System;\nusing Connexon;\nusing static Connexon.Units;\n{code}", new CSharpParseOptions(LanguageVersion.CSharp14));
        return
        [
            .. CSharpCompilation.Create("script", [script], References, new CSharpCompilationOptions(OutputKind.ConsoleApplication))
                .GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)
                .Select(d => $"{d.Id}: {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"),
        ];
    }

    /// <summary>The errors of an expression where two HH cells are joined with a weight.</summary>
    public static string[] ErrorsOfWeight(string weight) =>
        Errors($"var gap = new SymmetryGapJunction(couples: new HH(2), states: \"V\", conn: Connect.Ring, weight: {weight});");
}
