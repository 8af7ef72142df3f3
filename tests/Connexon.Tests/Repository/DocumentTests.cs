using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Connexon.Tests.Repository;

/// <summary>What documents name is there, so that a rename reaches them too.</summary>
public partial class DocumentTests
{
    /// <summary>Names of .NET's own.</summary>
    private static readonly string[] Foreign = ["AggressiveOptimization"];

    [Fact]
    public void Types_and_members_that_the_architecture_names_are_declared()
    {
        HashSet<string> known = [.. Rooms.Projects, .. Rooms.Projects.SelectMany(Rooms.Of), .. Foreign,
            .. Checkout.Sources("src").Concat(Checkout.Sources("tests")).SelectMany(Declared)];
        string[] lines = Checkout.Read("docs", "architecture.md").Split('\n');

        string[] unknown = [.. from line in lines.Index()
                               from code in Code().Matches(line.Item)
                               from name in code.Groups["name"].Value.Split('.')
                               where Camel().IsMatch(name) && !known.Contains(name) && !known.Contains(code.Groups["name"].Value)
                               select $"docs/architecture.md:{line.Index + 1} names {name}, which nothing declares"];

        Assert.Empty(unknown);
    }

    /// <summary>The types and members of a file, by name.</summary>
    private static IEnumerable<string> Declared(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file), new CSharpParseOptions(LanguageVersion.Preview)).GetRoot().DescendantNodes()
            .Select(n => n switch
            {
                BaseTypeDeclarationSyntax type => type.Identifier.Text,
                MethodDeclarationSyntax method => method.Identifier.Text,
                PropertyDeclarationSyntax property => property.Identifier.Text,
                EnumMemberDeclarationSyntax member => member.Identifier.Text,
                ParameterSyntax { Parent.Parent: RecordDeclarationSyntax } parameter => parameter.Identifier.Text,
                VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } field => field.Identifier.Text,
                _ => "",
            });

    /// <summary>A name, or a name of a type and its member, with or without type arguments or what is called with.</summary>
    [GeneratedRegex(@"`(?<name>[A-Z]\w*(\.[A-Z]\w*)*)(<[^`]*>)?(\([^`]*\))?`")]
    private static partial Regex Code();

    [GeneratedRegex("^[A-Z][a-z]")]
    private static partial Regex Camel();
}
