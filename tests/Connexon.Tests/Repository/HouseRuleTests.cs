using System.Globalization;
using System.Text.RegularExpressions;

namespace Connexon.Tests.Repository;

public class HouseRuleTests
{
    [Fact]
    public void The_core_library_depends_on_no_package() =>
        Assert.DoesNotContain("PackageReference", Checkout.Read("src", "Connexon", "Connexon.csproj"));

    [Fact]
    public void Versions_of_packages_are_exact()
    {
        var floating = Regex.Matches(Checkout.Read("Directory.Packages.props"), "Version=\"([^\"]*)\"")
            .Select(m => m.Groups[1].Value)
            .Where(v => !Regex.IsMatch(v, @"^\d+(\.\d+)+$"));

        Assert.Empty(floating);
    }

    [Fact]
    public void No_source_file_is_a_dumping_ground()
    {
        var tooLong = from f in Checkout.Sources("src")
                      let lines = File.ReadLines(f).Count()
                      where lines > 300
                      select $"{Path.GetRelativePath(Checkout.Root, f)} has {lines} lines: split it by idea";

        Assert.Empty(tooLong);
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("samples")]
    [InlineData("benchmarks")]
    public void No_line_is_longer_than_the_editorconfig_says(string folder)
    {
        Match limit = Regex.Match(Checkout.Read(".editorconfig"), @"^max_line_length = (\d+)$", RegexOptions.Multiline);
        int most = int.Parse(limit.Groups[1].Value, CultureInfo.InvariantCulture);
        string[] files = [.. Checkout.Sources(folder)];
        string[] tooLong = [.. from f in files
                               from line in File.ReadLines(f).Index()
                               where line.Item.Length > most
                               select $"{Path.GetRelativePath(Checkout.Root, f)}:{line.Index + 1} has {line.Item.Length} characters"];

        Assert.NotEmpty(files);
        Assert.True(tooLong.Length == 0, $"Break these lines: at most {most} characters.\n{string.Join('\n', tooLong)}");
    }

    [Fact]
    public void Names_of_tests_say_what_they_test_and_are_no_numbers_of_a_list()
    {
        var numbered = from t in typeof(HouseRuleTests).Assembly.GetTypes()
                       from m in t.GetMethods()
                       where Regex.IsMatch(m.Name, @"(^|_)[A-Z]{1,2}\d+_")
                       where m.IsDefined(typeof(FactAttribute), inherit: true)
                       select $"{t.Name}.{m.Name}: nobody has the list that this number counts";

        Assert.Empty(numbered);
    }

    [Theory]
    [InlineData("DateTime.Now", "a run must not depend on when it is")]
    [InlineData("new Random(", "random numbers come from CounterRandom, keyed by seed and index")]
    [InlineData("Random.Shared", "random numbers come from CounterRandom, keyed by seed and index")]
    public void The_core_library_does_not_use(string what, string because)
    {
        var uses = Checkout.Sources(Path.Combine("src", "Connexon")).Where(f => File.ReadAllText(f).Contains(what));

        Assert.True(!uses.Any(), $"{string.Join(", ", uses)}: {because}");
    }
}
