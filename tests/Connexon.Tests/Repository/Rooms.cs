using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Connexon.Tests.Repository;

/// <summary>
/// The rooms of a project: its folders, in the order of its table in docs/architecture.md. A project without a table is one room.
/// </summary>
internal static partial class Rooms
{
    /// <summary>The projects under src.</summary>
    public static IEnumerable<string> Projects =>
        Directory.EnumerateDirectories(Path.Combine(Checkout.Root, "src")).Select(f => Path.GetFileName(f)).Order();

    /// <summary>
    /// The folders of a project from the first row of its table to the last; what lies in no folder has the name of the project.
    /// </summary>
    public static string[] Of(string project)
    {
        string[] parts = Checkout.Read("docs", "architecture.md").Split($"| folder of `{project}` | holds |\n");
        return parts.Length == 1 ? [project] : [.. Row().Matches(parts[1].Split("\n\n")[0]).Select(m => m.Groups[1].Value)];
    }

    /// <summary>The room that a file lies in.</summary>
    public static string RoomOf(string file) => Path.GetFileName(Path.GetDirectoryName(file)!);

    /// <summary>Which types of other rooms each file of a project uses: by name, or by a member, which may be an extension.</summary>
    public static IEnumerable<Use> Uses(string project)
    {
        CSharpCompilation compilation = Compilation(project);
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(t => t.FilePath != ""))
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            string room = RoomOf(tree.FilePath);
            var types = from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
                        let type = TypeOf(model.GetSymbolInfo(name).Symbol)
                        where type is not null
                        select type.OriginalDefinition;
            foreach (INamedTypeSymbol type in types.ToHashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default))
                foreach (string other in RoomsOf(type).Where(r => r != room))
                    yield return new(Path.GetRelativePath(Checkout.Root, tree.FilePath), room, type.Name, other);
        }
    }

    private static IEnumerable<string> RoomsOf(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Select(r => RoomOf(r.SyntaxTree.FilePath)).Distinct();

    private static INamedTypeSymbol? TypeOf(ISymbol? symbol) => symbol switch
    {
        INamedTypeSymbol type => type,
        IMethodSymbol { ReducedFrom: { } extension } => extension.ContainingType,
        INamespaceSymbol or null => null,
        _ => symbol.ContainingType,
    };

    private static CSharpCompilation Compilation(string project)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        const string usings =
            "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
            + "global using System.Threading; global using System.Threading.Tasks;";
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        // The core is compiled alone. Others are not compiled against each other, so that each is judged by its own files.
        var built = project == "Connexon" ? []
            : Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
                .Where(f => Path.GetFileName(f) is var name
                    && (name == "Connexon.dll" || !name.StartsWith("Connexon.", StringComparison.Ordinal)));
        var compilation = CSharpCompilation.Create(project,
            Checkout.Sources(Path.Combine("src", project)).Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), options, f))
                .Append(CSharpSyntaxTree.ParseText(usings, options)),
            Directory.EnumerateFiles(runtime, "*.dll").Concat(built).Where(IsManaged).Select(f => MetadataReference.CreateFromFile(f)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    private static bool IsManaged(string file)
    {
        using var reader = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(file));
        return reader.HasMetadata;
    }

    [GeneratedRegex(@"^\| `([\w.]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}

/// <summary>A type of another room that a file uses.</summary>
internal sealed record Use(string File, string Room, string Type, string OfRoom);
