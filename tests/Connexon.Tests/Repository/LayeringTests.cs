using System.Text.RegularExpressions;

namespace Connexon.Tests.Repository;

/// <summary>The rooms of each project use each other in one direction: that of its table in docs/architecture.md.</summary>
public partial class LayeringTests
{
    /// <summary>Pairs of rooms that still use each other: (file's room, used room), each to go.</summary>
    private static readonly (string Project, string Room, string Uses)[] Exceptions = [("Connexon.NeuroML", "Running", "Outputs")];

    public static TheoryData<string> WithRooms => new(Rooms.Projects.Where(p => Rooms.Of(p).Length > 1));

    [Theory]
    [MemberData(nameof(WithRooms))]
    public void No_folder_uses_one_below_it(string project)
    {
        string[] rooms = Rooms.Of(project);

        string[] wrong = [.. from use in Rooms.Uses(project)
                             where Array.IndexOf(rooms, use.OfRoom) > Array.IndexOf(rooms, use.Room)
                             where !Exceptions.Contains((project, use.Room, use.OfRoom))
                             select $"{use.File} uses {use.Type} of {use.OfRoom}, which is below {use.Room} in docs/architecture.md"];

        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_folder_is_a_room_of_the_architecture()
    {
        foreach (string project in Rooms.Projects)
        {
            var there = Checkout.Sources(Path.Combine("src", project)).Select(Rooms.RoomOf).Distinct();

            Assert.Equal(Rooms.Of(project).Order(), there.Order());
        }
    }

    [Fact]
    public void Projects_depend_on_those_above_them_in_the_table_of_projects()
    {
        string table = Checkout.Read("docs", "architecture.md").Split("| project | depends on | holds |\n")[1].Split("\n\n")[0];
        string[] projects = [.. Project().Matches(table).Select(m => m.Groups[1].Value)];

        Assert.Equal(Rooms.Projects, projects.Order());
        for (int p = 0; p < projects.Length; p++)
            foreach (Match used in Reference().Matches(Checkout.Read("src", projects[p], projects[p] + ".csproj")))
                Assert.Contains(used.Groups[1].Value, projects[..p]);
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

    [GeneratedRegex(@"^\| `(Connexon[\w.]*)` \|", RegexOptions.Multiline)]
    private static partial Regex Project();

    [GeneratedRegex(@"<ProjectReference Include=""\.\./([\w.]+)/")]
    private static partial Regex Reference();

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/|""(?:\\.|[^""\\\n])*""", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*")]
    private static partial Regex Word();
}
