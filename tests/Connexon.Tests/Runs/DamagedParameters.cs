using System.IO.Compression;
using System.Text;
using Connexon.Tests.Repository;
using static Connexon.Units;

namespace Connexon.Tests.Runs;

/// <summary>A file of parameters that is damaged in any way loads, or ends in an error that names it.</summary>
public sealed class DamagedParameters : IDisposable
{
    private static readonly byte[][] Words =
        [.. new[] { "'shape': (99999999999,)", "(2147483647, 2147483647)", "<U", "<f8", "<f9", ">i4", "()", "True", "\u0093NUMPY" }
            .Select(Encoding.Latin1.GetBytes)];

    private readonly TemporaryFolder _folder = new();
    private readonly Network _network = new(new HH(3) { gNa = [100 * mS, 110 * mS, 120 * mS], V_initializer = -65 * mV });

    public void Dispose() => _folder.Dispose();

    private void Load()
    {
        try
        {
            _network.Parameters.Load(_folder / "p.npz");
        }
        catch (FormatException e)
        {
            Assert.StartsWith($"{_folder / "p.npz"} ", e.Message);
        }
    }

    [Fact]
    public void As_a_whole()
    {
        _network.Parameters.Save(_folder / "whole.npz");

        Damage.Try(File.ReadAllBytes(_folder / "whole.npz"), 1500, Words, bytes =>
        {
            File.WriteAllBytes(_folder / "p.npz", bytes);
            Load();
        });
    }

    [Theory]
    [InlineData("HH.gNa.npy")]
    [InlineData("names.npy")]
    public void In_one_of_its_arrays(string name)
    {
        _network.Parameters.Save(_folder / "whole.npz");
        byte[] array;
        using (ZipArchive whole = ZipFile.OpenRead(_folder / "whole.npz"))
        using (var bytes = new MemoryStream())
        {
            using Stream s = whole.GetEntry(name)!.Open();
            s.CopyTo(bytes);
            array = bytes.ToArray();
        }

        Damage.Try(array, 1500, Words, bytes =>
        {
            File.Copy(_folder / "whole.npz", _folder / "p.npz", overwrite: true);
            using (ZipArchive file = ZipFile.Open(_folder / "p.npz", ZipArchiveMode.Update))
            {
                file.GetEntry(name)!.Delete();
                using Stream s = file.CreateEntry(name).Open();
                s.Write(bytes);
            }
            Load();
        });
    }

    [Fact]
    public void Text_where_a_number_is_due_is_said()
    {
        using (ZipArchive file = ZipFile.Open(_folder / "p.npz", ZipArchiveMode.Create))
        {
            using Stream s = file.CreateEntry("HH.gNa.npy").Open();
            NpyArray.Write(s, ["a", "b", "c"]);
        }

        Assert.Equal($"{_folder / "p.npz"} does not fit: 'HH.gNa' holds text, where numbers are needed.",
            Assert.Throws<FormatException>(() => _network.Parameters.Load(_folder / "p.npz")).Message);
    }
}
