using System.Diagnostics;

namespace Connexon.Tests.Outputs;

/// <summary>What a file asks for stays within the folder that the user named, and replaces nothing but regular files.</summary>
public sealed class OutputPlacesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private OutputPlaces Places(string[] wanted, params string[] inputs) =>
        new([.. wanted.Select(w => new ColumnOutput(w, []))], _folder / "out", OutputFormat.Lems, inputs);

    private string Refused(string wanted, params string[] inputs) =>
        Assert.Throws<NetworkException>(() => Places([wanted], inputs)).Message;

    [Theory]
    [InlineData("../other/keep.txt", "keep.txt")]
    [InlineData("/dev/shm/link.txt", "link.txt")]
    [InlineData("/", null)]
    [InlineData("a/../../../b/v.dat", "v.dat")]
    [InlineData("../outer/v.dat", "v.dat")]
    [InlineData("../out/v.dat", "v.dat")]
    [InlineData("a/../b/v.dat", "b/v.dat")]
    [InlineData("..", null)]
    [InlineData(".", null)]
    [InlineData("a/", null)]
    public void A_path_is_within_the_folder_or_its_last_name_is(string wanted, string? found)
    {
        if (found is null)
        {
            Assert.StartsWith($"The output '{wanted}' is the name of a folder: name a file.", Refused(wanted));
            return;
        }
        OutputPlaces places = Places([wanted]);

        Assert.Equal(_folder / "out/" + found, places.Files[0].Path);
        bool leads = wanted is not ("a/../b/v.dat" or "../out/v.dat");
        Assert.Equal(leads
            ? [$"'{wanted}' is outside of '{_folder / "out"}', in which all outputs stay: it is written to '{found}' there"]
            : [], places.Notes);
    }

    [Fact]
    public void Those_brought_in_from_outside_have_a_place_each() =>
        Assert.Equal([_folder / "out/v.dat", _folder / "out/v_2.dat", _folder / "out/v_3.dat"],
            Places(["../v.dat", "v.dat", "/v.dat"]).Files.Select(f => f.Path));

    [Fact]
    public void A_link_out_of_the_folder_is_refused_and_one_within_it_followed()
    {
        Directory.CreateDirectory(_folder / "out/deep");
        Directory.CreateDirectory(_folder / "elsewhere");
        Directory.CreateSymbolicLink(_folder / "out/away", "../elsewhere");
        Directory.CreateSymbolicLink(_folder / "out/near", "deep");

        Assert.Equal(_folder / "out/near/v.dat", Places(["near/v.dat"]).Files[0].Path);
        Assert.Equal($"The output 'away/v.dat' goes through a link out of '{_folder / "out"}', in which all outputs stay, to "
            + $"'{_folder / "elsewhere"}': remove the link, or name another folder for the outputs.", Refused("away/v.dat"));
    }

    [Fact]
    public void The_folder_itself_may_be_a_link()
    {
        Directory.CreateDirectory(_folder / "elsewhere");
        Directory.CreateSymbolicLink(_folder / "out", "elsewhere");

        Assert.Empty(Places(["v.dat"]).Notes);
    }

    [Fact]
    public void A_file_that_was_read_is_never_replaced_by_whatever_name()
    {
        Directory.CreateDirectory(_folder / "out");
        File.WriteAllText(_folder / "out/LEMS.xml", "");
        Directory.CreateSymbolicLink(_folder / "link", "out");

        Assert.All(new[] { "out/LEMS.xml", "link/LEMS.xml" }, input =>
            Assert.Equal($"The output '{_folder / "out/LEMS.xml"}' is a file that was read for this run, which it would replace: "
                + "name another folder for the outputs.", Refused("../out/LEMS.xml", _folder / input)));
    }

    [Fact]
    public void All_problems_are_told_together()
    {
        Directory.CreateDirectory(_folder / "out/v.dat");

        Assert.Equal(2, Assert.Throws<NetworkException>(() => Places(["v.dat", "w/"])).Problems.Count);
    }

    [Theory]
    [InlineData("pipe", "is a device or a pipe, and only regular files are replaced: name another file.")]
    [InlineData("folder", "is a folder: name a file.")]
    [InlineData("link", "is a link to 'nowhere', and only regular files are replaced: remove the link, or name another file.")]
    public void Only_regular_files_are_replaced(string what, string message)
    {
        string path = _folder / "V.csv";
        if (what == "folder") Directory.CreateDirectory(path);
        if (what == "link") File.CreateSymbolicLink(path, "nowhere");
        if (what == "pipe")
        {
            Assert.SkipWhen(OperatingSystem.IsWindows(), "pipes have no place among files there");
            using var make = Process.Start("mkfifo", [path]);
            make.WaitForExit();
        }
        string[] before = _folder.Entries;

        Assert.Equal($"'{path}' {message}",
            Assert.Throws<IOException>(() => WholeFile.Write(path, d => File.WriteAllText(d, "x"))).Message);
        using (var files = new OutputWriter())
            Assert.Equal($"'{path}' {message}", Assert.Throws<IOException>(() => new LemsColumns(files, path, 1)).Message);
        var n = new Passive(1);
        Assert.Equal($"The recording of V of Passive cannot be written: '{path}' {message}",
            Assert.Throws<NetworkException>(() => new Network(n).Record(n.V, to: path).Run(new Time(0), new Time(1))).Message);
        Assert.Equal(before, _folder.Entries);
    }

    [Fact]
    public void What_becomes_a_pipe_on_the_way_is_not_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "pipes have no place among files there");
        string path = _folder / "V.csv";

        Assert.Throws<IOException>(() => WholeFile.Write(path, draft =>
        {
            File.WriteAllText(draft, "x");
            using var make = Process.Start("mkfifo", [path]);
            make.WaitForExit();
        }));

        Assert.Equal([path], _folder.Entries);
    }

    [Fact]
    public void A_regular_file_is_replaced_empty_or_not()
    {
        foreach (string text in new[] { "", "old" })
        {
            File.WriteAllText(_folder / "V.csv", text);
            WholeFile.Write(_folder / "V.csv", d => File.WriteAllText(d, "new"));
            Assert.Equal("new", File.ReadAllText(_folder / "V.csv"));
        }
    }
}
