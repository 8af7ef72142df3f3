using System.IO.Compression;

using static Connexon.Units;

namespace Connexon.Tests.Runs;

/// <summary>Parameters in files that Python reads.</summary>
public sealed class FileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly HH _cells = new(3) { gNa = [100 * mS, 110 * mS, 120 * mS] };
    private readonly SymmetryGapJunction _gap;
    private readonly Network _network;

    public FileTests()
    {
        _gap = new SymmetryGapJunction(_cells, "V", Connect.Ring, Init.Uniform(0.1 * mS, 0.2 * mS));
        _network = new Network(_cells, _gap);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_saved_is_loaded_to_the_bit()
    {
        Parameters drawn = _network.Parameters.Drawn(9).With(_cells.V.Start,
            Init.Batch(new[,] { { -70 * mV, -69 * mV, -68 * mV }, { -60 * mV, -59 * mV, -58 * mV } }));
        drawn.Save(Path("p.npz"));
        Parameters loaded = _network.Parameters.Load(Path("p.npz"));

        Assert.True(loaded.AreNumbers);
        Assert.Equal(2, loaded.Members);
        for (int b = 0; b < 2; b++) Assert.Equal(drawn.Vector(b), loaded.Vector(b));
        Assert.Equal(drawn.Values(_gap.Weight), loaded.Values(_gap.Weight));
        Assert.Equal("HH.gNa = 3 values 100 .. 120 mS", $"{loaded.Entries.Single(e => e.Name == "gNa")}");
        Assert.Equal(["p.npz"], Directory.EnumerateFiles(_folder).Select(f => System.IO.Path.GetFileName(f)!));
    }

    [Fact]
    public void An_array_is_laid_out_as_NumPy_says()
    {
        _network.Parameters.Drawn(9).Save(Path("p.npz"));
        using ZipArchive file = ZipFile.OpenRead(Path("p.npz"));
        using var bytes = new MemoryStream();
        using (Stream s = file.GetEntry("HH.gNa.npy")!.Open()) s.CopyTo(bytes);
        byte[] all = bytes.ToArray();

        string header = System.Text.Encoding.Latin1.GetString(all[10..^24]);
        Assert.Equal("{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }", header.TrimEnd());
        Assert.Equal(0, (all.Length - 24) % 64);
        Assert.Equal(all.Length - 34, BitConverter.ToUInt16(all, 8));
        Assert.Equal([100, 110, 120], new[] { 24, 16, 8 }.Select(k => BitConverter.ToDouble(all, all.Length - k)));
    }

    [Fact]
    public void Rules_are_not_saved() =>
        Assert.Equal("HH.V = uniform -70 mV .. -60 mV is drawn when a run begins: see run.Parameters, or draw by Parameters.Drawn(seed).",
            Assert.Throws<InvalidOperationException>(() => _network.Parameters.Save(Path("p.npz"))).Message);

    [Fact]
    public void What_does_not_fit_is_named_all_of_it()
    {
        var other = new HH(2) { Name = "other" };
        new Network(other, _cells).Parameters.Drawn(0).Save(Path("p.npz"));
        var two = new HH(2) { gNa = [1 * mS, 2 * mS] };
        string message = Assert.Throws<FormatException>(() => new Network(two).Parameters.Load(Path("p.npz"))).Message;
        Assert.Contains("'other.gNa' is not a parameter of this network.", message);
        Assert.Contains("'HH.gNa' has the shape (3): legal are (), (2) and (members, 2).", message);
        File.WriteAllText(Path("no.npz"), "no");
        Assert.StartsWith($"{Path("no.npz")} is no file of parameters (.npz, as Parameters.Save and numpy.savez write): ",
            Assert.Throws<FormatException>(() => _network.Parameters.Load(Path("no.npz"))).Message);
    }

    [Fact]
    public void A_vector_has_the_numbers_in_order_and_knows_what_is_trainable()
    {
        Parameters p = _network.Parameters.Drawn(1);
        double[] vector = p.Vector();
        bool[] trainable = p.Trainable;

        Assert.Equal(vector.Length, trainable.Length);
        Assert.Equal(3, trainable.Count(t => t)); // the weights
        Assert.Equal(p.Values(_gap.Weight).Select(w => w.Value), vector.Where((_, k) => trainable[k]));
        Parameters doubled = p.WithVector([.. vector.Select(x => 2 * x)]);
        Assert.Equal(240 * mS, doubled[_cells.Parameter("gNa"), 2]);
        Assert.Equal(2 * p[_gap.Weight, 1].Value, doubled[_gap.Weight, 1].Value);
        Assert.Equal($"4 numbers for parameters of {vector.Length}. (Parameter 'vector')",
            Assert.Throws<ArgumentException>(() => p.WithVector(new double[4])).Message);
    }

    [Fact]
    public void What_a_network_has_not_is_named()
    {
        var stranger = new HH(1) { Name = "stranger" };
        Assert.StartsWith("gK of stranger(1) is not a parameter of this network. Its parameters are HH.ENa, HH.",
            Assert.Throws<ArgumentException>(() => _network.Parameters.With(stranger.Parameter("gK"), 1 * mS)).Message);
        Assert.StartsWith("'g' is not a parameter of HH. Its parameters are ENa, ",
            Assert.Throws<ArgumentException>(() => _cells.Parameter("g")).Message);
        Assert.Equal("gK of HH(3) is a voltage (mV), but a conductance (mS) is needed. (Parameter 'values')",
            Assert.Throws<ArgumentException>(() => _network.Parameters.With(_cells.Parameter("gK"), 1 * mV)).Message);
        Assert.Equal("The parameters are those of another network: take them from network.Parameters of this one.",
            Assert.Throws<NetworkException>(() => _network.Run(1 * ms, 0.1 * ms, parameters: new Network(stranger).Parameters)).Message);
    }

    private string Path(string name) => System.IO.Path.Combine(_folder, name);
}
