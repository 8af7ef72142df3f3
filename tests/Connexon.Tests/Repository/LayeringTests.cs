using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Connexon.Tests.Repository;

/// <summary>The rooms of the library use each other in one direction: that of the table in docs/architecture.md.</summary>
public partial class LayeringTests
{
    [Fact]
    public void No_folder_of_the_library_uses_one_below_it()
    {
        string[] folders = Folders();
        CSharpCompilation library = Compilation();

        var wrong = from tree in library.SyntaxTrees
                    let floor = Floor(tree.FilePath)
                    where floor >= 0
                    let model = library.GetSemanticModel(tree)
                    from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
                    where model.GetSymbolInfo(name).Symbol is INamedTypeSymbol
                    let type = (INamedTypeSymbol)model.GetSymbolInfo(name).Symbol!
                    from place in type.OriginalDefinition.DeclaringSyntaxReferences
                    let used = Floor(place.SyntaxTree.FilePath)
                    where used > floor
                    select $"{Path.GetRelativePath(Checkout.Root, tree.FilePath)} uses {type.Name} of {folders[used]}, which is below {folders[floor]} "
                        + "in docs/architecture.md";

        Assert.Empty(wrong.Distinct());

        int Floor(string file) => Array.IndexOf(folders, Path.GetFileName(Path.GetDirectoryName(file)));
    }

    [Fact]
    public void Every_folder_of_the_library_is_a_room_of_the_architecture()
    {
        string[] folders = Folders();

        string[] there = [.. Checkout.Sources(Path.Combine("src", "Connexon")).Select(f => Path.GetFileName(Path.GetDirectoryName(f)!)!).Distinct()];

        Assert.Equal(folders.Order(), there.Order());
    }

    [Fact]
    public void Methods_name_no_model()
    {
        string[] models = [.. Catalogue.Neurons.Select(n => n.Create(1).Model.Name)];

        var named = from f in Checkout.Sources(Path.Combine("src", "Connexon", "Methods"))
                    from Match word in Word().Matches(Comments().Replace(File.ReadAllText(f), " "))
                    where models.Contains(word.Value)
                    select $"{Path.GetFileName(f)} names {word.Value}";

        Assert.Empty(named);
    }

    private static CSharpCompilation Compilation()
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        const string usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
            + "global using System.Threading; global using System.Threading.Tasks;";
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var library = CSharpCompilation.Create("Connexon",
            Checkout.Sources(Path.Combine("src", "Connexon")).Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), options, f))
                .Append(CSharpSyntaxTree.ParseText(usings, options)),
            Directory.EnumerateFiles(runtime, "System*.dll").Where(f => !f.Contains("Native")).Select(f => MetadataReference.CreateFromFile(f)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(library.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return library;
    }

    private static string[] Folders()
    {
        string table = Checkout.Read("docs", "architecture.md").Split("| folder | holds |")[1].Split("\n\n")[0];
        return [.. Row().Matches(table).Select(m => m.Groups[1].Value)];
    }

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/|""(?:\\.|[^""\\\n])*""", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*")]
    private static partial Regex Word();
}
