using System.Buffers.Binary;
using System.Xml.Linq;
using Connexon.Plotting;

namespace Connexon.Tests.Plotting;

public class SaveTests
{
    private static readonly Picture Ramp = Picture.Traces([0, 1, 2], [[-65, 0, 40]]);

    [Theory]
    [InlineData(640, 480)]
    [InlineData(200, 1000)]
    [InlineData(3000, 2000)]
    public void A_png_has_its_signature_and_the_pixels_asked_for(int width, int height)
    {
        using var folder = new TemporaryFolder();
        byte[] bytes = File.ReadAllBytes(Ramp.Save(folder / "p.png", width, height));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], bytes[..8]);
        Assert.Equal((width, height), (Int(16), Int(20)));
        int Int(int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
    }

    [Theory]
    [InlineData(null, null, "900", "400")]
    [InlineData(1800, null, "1800", "800")]
    [InlineData(null, 300, "675", "300")]
    [InlineData(500, 700, "500", "700")]
    public void A_side_not_asked_for_follows_from_the_other(int? width, int? height, string expectedWidth, string expectedHeight)
    {
        using var folder = new TemporaryFolder();
        var root = XDocument.Load(Ramp.Save(folder / "p.svg", width, height)).Root!;
        Assert.Equal((expectedWidth, expectedHeight), (root.Attribute("width")!.Value, root.Attribute("height")!.Value));
    }

    [Fact]
    public void The_ending_counts_in_any_case_of_letters()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0x89, File.ReadAllBytes(Ramp.Save(folder / "P.PNG"))[0]);
        Assert.StartsWith("<?xml", File.ReadAllText(Ramp.Save(folder / "P.Svg")));
    }

    [Fact]
    public void Save_returns_the_whole_path_and_makes_missing_folders()
    {
        using var folder = new TemporaryFolder();
        string path = folder / Path.Combine("a", "b", "p.png");
        Assert.Equal(path, Ramp.Save(Path.Combine(folder.Path, "a", ".", "b", "p.png")));
        Assert.Equal([folder / "a", folder / Path.Combine("a", "b"), path], folder.Entries);
    }

    [Fact]
    public void A_file_of_that_name_is_replaced_and_nothing_else_is_left()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder / "p.svg", new string('x', 1_000_000));
        Ramp.Save(folder / "p.svg");
        Assert.EndsWith("</svg>", File.ReadAllText(folder / "p.svg").TrimEnd());
        Assert.Equal([folder / "p.svg"], folder.Entries);
    }

    [Theory]
    [InlineData("out/v.pdf", "ends in \".pdf\"", "v")]
    [InlineData("traces", "has no ending", "traces")]
    [InlineData("v.png.txt", "ends in \".txt\"", "v.png")]
    public void Another_ending_is_refused_with_the_two_legal_ones(string path, string found, string name)
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<ArgumentException>(() => Ramp.Save(folder / path));
        Assert.Equal($"A picture is written as .png or .svg, but \"{folder / path}\" {found}. Name it \"{name}.png\" or \"{name}.svg\".",
            error.Message);
        Assert.Empty(folder.Entries);
    }

    [Theory]
    [InlineData(199, 300)]
    [InlineData(300, -1)]
    [InlineData(16385, 300)]
    public void A_size_that_no_picture_has_is_refused(int width, int height)
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Ramp.Save(folder / "p.png", width, height));
        Assert.Equal("A picture is 200 to 16384 pixels wide and high; "
            + $"this one would be {width} x {height}. Ask for another width or height.", error.Message);
        Assert.Empty(folder.Entries);
    }

    [Fact]
    public void A_folder_in_the_files_place_is_named_and_stays()
    {
        using var folder = new TemporaryFolder();
        string path = Directory.CreateDirectory(folder / "run.png").FullName;
        var error = Assert.Throws<IOException>(() => Ramp.Save(path));
        Assert.Equal($"Cannot write the picture \"{path}\": that is a folder. "
            + $"Add a file name, such as \"{Path.Combine(path, "traces.png")}\".", error.Message);
        Assert.Equal([path], folder.Entries);
    }

    [Fact]
    public void A_file_in_the_folders_place_is_told_and_stays()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder / "notes", "keep me");
        string inside = folder / Path.Combine("notes", "p.png");
        var error = Assert.Throws<IOException>(() => Ramp.Save(inside));
        Assert.Equal($"Cannot write the picture \"{inside}\" in the folder \"{folder / "notes"}\": {error.InnerException!.Message}",
            error.Message);
        Assert.Equal([folder / "notes"], folder.Entries);
        Assert.Equal("keep me", File.ReadAllText(folder / "notes"));
    }

    [Fact]
    public void A_missing_permission_is_told_with_the_folder()
    {
        var error = PictureFile.Explained(new UnauthorizedAccessException("denied"), "p.png", "/locked");
        Assert.IsType<UnauthorizedAccessException>(error);
        Assert.Equal("Cannot write the picture \"p.png\": no permission to write in the folder \"/locked\". "
            + "Choose a folder that you may write in.", error.Message);
    }

    [Fact]
    public void A_locked_folder_stays_empty()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root")
        {
            Assert.Skip("Nothing is locked to this user.");
            return;
        }
        using var folder = new TemporaryFolder();
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.Throws<UnauthorizedAccessException>(() => Ramp.Save(folder / "p.png"));
            Assert.Empty(folder.Entries);
        }
        finally
        {
            File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void The_same_picture_gives_the_same_bytes_before_and_after_it_is_combined()
    {
        byte[] before = Ramp.Bytes();
        Picture.Stacked(Ramp, Ramp).Bytes();
        Assert.Equal(before, Ramp.Bytes());
    }
}
