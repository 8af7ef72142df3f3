using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Connexon.Tests.Quantities;

/// <summary>What the compiler says of a script that uses the library.</summary>
internal static class Script
{
    /// <summary>What a script needs to use the library, with equations of its own too.</summary>
    public const string Usings = "using Connexon;\nusing static Connexon.Units;\n";

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    /// <summary>The errors, "CS0029: Cannot ...", in the order of the text.</summary>
    public static string[] Errors(string code) => Errors(Compiled($"using System;\n{Usings}{code}", OutputKind.ConsoleApplication));

    /// <summary>A cell of a script of its own, that uses the library by <see cref="Usings"/> alone.</summary>
    /// <param name="code">A class "Cell" with a size.</param>
    /// <param name="size">How many.</param>
    /// <param name="usings">What it uses; null for those.</param>
    public static Neuron Cell(string code, int size, string? usings = null)
    {
        CSharpCompilation script = Compiled((usings ?? Usings) + code, OutputKind.DynamicallyLinkedLibrary);
        Assert.Empty(Errors(script));
        using var bytes = new MemoryStream();
        Assert.True(script.Emit(bytes).Success);
        return (Neuron)Activator.CreateInstance(System.Reflection.Assembly.Load(bytes.ToArray()).GetType("Cell")!, (Shape)size)!;
    }

    private static CSharpCompilation Compiled(string code, OutputKind kind) => CSharpCompilation.Create(
        "script", [CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.CSharp14))], References,
        new CSharpCompilationOptions(kind));

    private static string[] Errors(CSharpCompilation script) =>
        [
            .. script.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)
                .Select(d => $"{d.Id}: {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"),
        ];

    /// <summary>The errors of an expression where two HH cells are joined with a weight.</summary>
    public static string[] ErrorsOfWeight(string weight) =>
        Errors($"var gap = new SymmetryGapJunction(couples: new HH(2), states: \"V\", conn: Connect.Ring, weight: {weight});");
}
