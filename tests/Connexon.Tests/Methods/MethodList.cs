using System.Text.RegularExpressions;
using Connexon.Tests.Cli;
using Connexon.Tests.Quantities;
using Connexon.Tests.Repository;

namespace Connexon.Tests.Methods;

/// <summary>What lists methods lists the same ones.</summary>
public class MethodList
{
    [Fact]
    public void The_list_has_every_method_and_both_that_take_a_tolerance()
    {
        var named = typeof(Method).GetProperties().Where(p => p.PropertyType == typeof(Method)
            && p.Name != nameof(Method.Default)).Select(p => ((Method)p.GetValue(null)!).Name);
        Assert.Equal(named.Order(), Method.All.Select(m => m.Name).Order());
        Assert.Equal([.. Method.All.Select(m => m.Name), "Adaptive(tolerance)", "Reference(tolerance)"], Method.Names);
        Assert.All(Method.All, m => Assert.Same(m, Method.Parse(m.Name.ToLowerInvariant())));
    }

    [Fact]
    public void The_table_of_the_documentation_has_the_same_methods()
    {
        string table = Checkout.Read("docs", "numerics.md").Split("| method | order |")[1].Split("\n\n")[0];
        var rows = Regex.Matches(table, @"^\| `(.+?)` \|", RegexOptions.Multiline).Select(m => m.Groups[1].Value);
        Assert.Equal(Method.Names.Order(), rows.Order());
    }

    /// <summary>The pages that show a method and a model with two spike conditions compile as scripts.</summary>
    [Theory]
    [InlineData("numerics.md", "## A method of your own",
        "var cells = new HH(2); var gap = new SymmetryGapJunction(cells, \"V\", Connect.Ring, 0.1 * mS);")]
    [InlineData("concepts.md", "A model may have several spike conditions", "")]
    public void What_the_documentation_shows_compiles(string page, string title, string before)
    {
        string code = Checkout.Read("docs", page).Split(title)[1].Split("```csharp\n")[1].Split("```")[0];
        Assert.Empty(Script.Errors(before + code));
    }

    [Fact]
    public void The_command_names_the_same_methods_where_one_is_misspelt()
    {
        var (exitCode, _, error) = Command.Run("models", "LIF", "--program", "Imex5");
        Assert.NotEqual(0, exitCode);
        Assert.Contains($"'Imex5' is not a method. Methods: {string.Join(", ", Method.Names)}.", error);
    }
}
