using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Schema;
using Connexon.NeuroML;
using static Connexon.Units;

namespace Connexon.Tests.NeuroML;

/// <summary>Networks written as NeuroML and read back run the same, bit for bit.</summary>
public sealed class Exporting : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Models => [.. Networks.Keys];

    private static readonly Dictionary<string, Func<Network>> Networks = new()
    {
        ["HH"] = () => Ring(new HH(5), 0.1 * mS, (Drive)(10 * uA)),
        ["HH Squid"] = () => Ring(HH.Squid(5), 0.1 * mS, (Drive)(10 * uA)),
        ["MorrisLecar"] = () => Ring(new MorrisLecar(5), 0.5 * mS, (Drive)(90 * uA)),
        ["WangBuzsakiHH"] = () => Ring(new WangBuzsakiHH(5) { V_initializer = Spread }, 0.1 * mS, (Drive)(2 * uA)),
        ["LIF"] = () => Ring(new LIF(5) { R = 1 * kOhm, V_th = 8 * mV }, 0.05 * mS,
            (Drive)(Current[])[10 * uA, 11 * uA, 12 * uA, 10 * uA, 20 * uA]),
        ["LIF soft"] = () => Ring(new LIF(5) { R = 1 * kOhm, V_th = 8 * mV, spk_reset = SpikeReset.Soft }, 0.05 * mS, (Drive)(10 * uA)),
        ["LIFRef"] = () => Ring(new LIFRef(5) { R = 1 * kOhm, V_th = 8 * mV, tau_ref = 2 * ms }, 0.05 * mS,
            (Drive)(Current[])[10 * uA, 11 * uA, 12 * uA, 10 * uA, 20 * uA]),
        ["Izhikevich"] = () => Ring(Izhikevich.FastSpiking(5), 0.1 / ms, (Drive)(Quantity)(10 * mV / ms)),
        ["FitzHughNagumo"] = () => Driven(new FitzHughNagumo(5), 0.5),
        ["hh_psc_alpha_gap"] = () => Ring(new HhPscAlphaGap(5) { V_initializer = Spread }, 30 * nS, (Drive)(0.6 * nA)),
        ["hh_cond_beta_gap_traub"] = () => Ring(new HhCondBetaGapTraub(5) { V_initializer = Spread }, 30 * nS, (Drive)(0.6 * nA)),
    };

    [Theory, MemberData(nameof(Models))]
    public void RunsToTheSameBits(string model)
    {
        Network network = Networks[model]();
        network.SaveNeuroML(_folder / "net.nml", seed: 7);
        Assert.Equal(Bits(network), BitsOfFile(_folder / "net.nml"));
    }

    [Theory, MemberData(nameof(Models))]
    public void TheNetworkIsValid(string model)
    {
        Networks[model]().SaveNeuroML(_folder / "net.nml");
        Valid();
    }

    private void Valid()
    {
        var schemas = new XmlSchemaSet();
        schemas.Add("http://www.neuroml.org/schema/neuroml2", SharedData.Path("NeuroML2", "Schemas", "NeuroML2", "NeuroML_v2.3.1.xsd"));
        var faults = new List<string>();
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            Schemas = schemas,
            ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings,
        };
        settings.ValidationEventHandler += (_, e) => faults.Add($"{e.Exception.LineNumber}: {e.Message}");
        using var reader = XmlReader.Create(_folder / "net.nml", settings);
        while (reader.Read()) { }
        Assert.Empty(faults);
    }

    [Fact]
    public void PopulationsOfSeveralModelsAndValuesRunToTheSameBits()
    {
        var a = new HH(6)
        {
            gL = (Conductance[])[0.3 * mS, 0.3 * mS, 0.31 * mS, 0.31 * mS, 0.3 * mS, 0.3 * mS],
            V_initializer = -65 * mV,
            Name = "first",
        };
        var b = HH.Squid(3);
        var c = new WangBuzsakiHH(4);
        var network = new Network(a, b, c,
            new SymmetryGapJunction(a, "V", Connect.Ring, [0.1 * mS, 0.2 * mS, 0.1 * mS, 0.3 * mS, 0.1 * mS, 0.2 * mS]),
            new SymmetryGapJunction(b, "V", Connect.AllToAll, 0.01 * mS),
            new SymmetryGapJunction((a, c), "V", Connect.Pairs((0, 1), (5, 3)), 0.05 * mS))
            .Drive(a, 10 * uA).Drive(a, (Current[])[0 * uA, 1 * uA, 1 * uA, 0 * uA, 2 * uA, 2 * uA]).Drive(c, 1 * uA);
        network.SaveNeuroML(_folder / "net.nml", seed: 7);

        string[] populations = [.. System.Xml.Linq.XDocument.Load(_folder / "net.nml").Descendants(NeuroMLWriter.Space + "population")
            .Select(p => $"{p.Attribute("id")!.Value} {p.Attribute("component")!.Value} {p.Attribute("size")!.Value}")];
        Assert.Equal(["first_0 first_cell 2", "first_2 first_cell_2 2", "first_4 first_cell 2", "HH_0 HH_cell 1",
            "HH_1 HH_cell_2 1", "HH_2 HH_cell_3 1", "WangBuzsakiHH WangBuzsakiHH_cell 4"], populations);
        Assert.Equal(Bits(network), BitsOfFile(_folder / "net.nml"));
    }

    [Fact]
    public void EverythingThatCannotBeSaidIsInOneErrorAndNothingIsWritten()
    {
        var f = new FitzHughNagumo(3);
        var i = new Izhikevich(3);
        var l = new LIF(2) { R = 1 * kOhm, spikelet = (Quantity)(1 * mV) * (Quantity)ms };
        Network network = new Network(f, i, l, new SymmetryGapJunction(f, "V", Connect.Ring, 0.1 * one),
            new SymmetryGapJunction(i, "u", Connect.Ring, 0.1 * one),
            new AsymmetryGapJunction(l, "V", Connect.Ring, (0.1 * mS, 0.2 * mS)))
            .Drive(l, Drive.WhiteNoise(1 * uA, 1 * ms)).Drive(f, Drive.Sine(1.0, 40 * Hz));
        var error = Assert.Throws<NotExpressibleException>(() => network.SaveNeuroML(_folder / "net.nml"));
        Assert.Equal(
        [
            "LIF has a spikelet, which NeuroML's junctions do not carry: leave it out.",
            "The junctions FitzHughNagumo - FitzHughNagumo (3) join V of FitzHughNagumo, which is a pure number; "
                + "NeuroML's gapJunction joins voltages.",
            "The junctions Izhikevich - Izhikevich (3) join u of Izhikevich, which is a voltage per time (mV/ms); "
                + "NeuroML's gapJunction joins voltages.",
            "The junctions LIF - LIF (1) have a weight for each direction; NeuroML's gapJunction has one conductance for both.",
            "A drive of LIF is noise: constants, pulses, steps and ramps can be written.",
            "A drive of FitzHughNagumo is a function of time, or a sine: constants, pulses, steps and ramps can be written.",
        ], error.Problems);
        Assert.StartsWith("The network cannot be written as NeuroML, for 6 reasons:", error.Message);
        Assert.Empty(_folder.Entries);
    }

    // A generator's jumps are met within the step, a drive's at its end: the two differ by what a jump costs there.
    [Theory]
    [InlineData("pulse", 1e-2)]
    [InlineData("steps", 1e-2)]
    [InlineData("ramp", 1e-2)]
    public void DrivesInPiecesComeBack(string shape, double tolerance)
    {
        var n = new LIF(1) { R = 1 * kOhm, V_th = 100 * mV };
        Network network = new Network(n).Drive(n, shape switch
        {
            "pulse" => Drive.Pulse(10 * uA, 5 * ms, 5 * ms),
            "steps" => Drive.Step((2 * ms, 10 * uA), (6 * ms, -5 * uA), (12 * ms, 3 * uA)),
            _ => Drive.Ramp(1 * uA, 20 * uA, 3 * ms, 10 * ms),
        });
        network.SaveNeuroML(_folder / "net.nml");
        double[] expected = [.. Bits(network).Select(BitConverter.Int64BitsToDouble)],
            found = [.. BitsOfFile(_folder / "net.nml").Select(BitConverter.Int64BitsToDouble)];
        Assert.True(expected.Max() > 5);
        Assert.InRange(expected.Zip(found, (x, y) => Math.Abs(x - y)).Max(), 0, tolerance);
        Valid();
    }

    [Fact]
    public void ACaseForZeroIsReadAsTheFunctionThatItStandsFor()
    {
        var hh = HH.Squid(1);
        new Network(hh).SaveNeuroML(_folder / "net.nml");
        LemsDocument document = DocumentReader.Read(_folder / "net.cells.xml");
        FlatComponent cell = new Flattener(document).Flatten(document.Component("HH_cell", document.Elements.First(), "component"));
        foreach (string gate in (string[])["m", "h", "n"])
            Assert.Equal($"{hh.Model.Find(gate)!.Slope}",
                $"{cell.Equations.States.Single(s => s.Symbol.Name == gate).Slope}".Replace('v', 'V'));
    }

    /// <summary>Which states a scheme updates first is the scheme's affair: nothing of it has to stand in a file.</summary>
    [Theory, InlineData("Izhikevich"), InlineData("LIF"), InlineData("HH")]
    public void RunsToTheSameBitsUnderExponentialEuler(string model)
    {
        Network network = Networks[model]();
        network.SaveNeuroML(_folder / "net.nml", seed: 7);
        Assert.Equal(Bits(network, Method.ExponentialEuler), BitsOfFile(_folder / "net.nml", Method.ExponentialEuler));
    }

    /// <summary>The words that mark an instantaneous gate stand in files that were written long ago.</summary>
    [Fact]
    public void AnInstantaneousGateIsMarkedAndReadBack()
    {
        var cell = new WangBuzsakiHH(1);
        new Network(cell).SaveNeuroML(_folder / "net.nml");
        Assert.Contains("description=\"instantaneous: taken as a constant in the linear part of an equation\"",
            File.ReadAllText(_folder / "net.cells.xml"));
        LemsDocument document = DocumentReader.Read(_folder / "net.cells.xml");
        FlatComponent read = new Flattener(document)
            .Flatten(document.Component("WangBuzsakiHH_cell", document.Elements.First(), "component"));
        Expr slope = read.Equations.States.Single(s => s.Symbol.Name == "v").Slope!;
        Symbol v = slope.Symbols().Single(s => s.Name == "v");
        Assert.Equal($"{Simplify.Tree(Derivative.Of(cell.Model.States[0].Slope!, cell.Model.States[0].Symbol, linearPart: true))}",
            Regex.Replace($"{Simplify.Tree(Derivative.Of(slope, v, linearPart: true))}", @"\bv\b", "V"));
    }

    /// <summary>Parts that occur a million times, and parts a thousand deep, are written once, under names of their own.</summary>
    [Fact]
    public void SharedAndDeepPartsRunToTheSameBits()
    {
        Network network = new(new Nested());
        network.SaveNeuroML(_folder / "net.nml");
        Assert.InRange(Directory.EnumerateFiles(_folder / ".").Sum(f => new FileInfo(f).Length), 10_000, 30_000);
        long[] bits = Bits(network);
        Assert.InRange(BitConverter.Int64BitsToDouble(bits[^1]), -1, -0.5);
        Assert.Equal(bits, BitsOfFile(_folder / "net.nml"));
    }

    public void Dispose() => _folder.Dispose();

    private sealed class Nested() : Neuron(1)
    {
        protected override void Define(ModelBuilder m)
        {
            Expr V = m.State<double>("V", 0.25);
            Expr squared = Enumerable.Range(0, 20).Aggregate(V, (e, _) => e * e);
            Expr deep = Enumerable.Range(0, 1000).Aggregate(V, (e, _) => V - Functions.Sin(e));
            m.Derivative(V, (squared - deep - 0.5) / new Quantity(10, Dimension.Time));
        }
    }

    private static Init<Voltage> Spread => (Voltage[])[-70 * mV, -64.3 * mV, -61 * mV, -58.1 * mV, -66 * mV];

    private static Network Driven(Neuron n, Drive drive) => new Network(n).Drive(n, drive);

    private static Network Ring(Neuron n, JunctionWeight weight, Drive drive) =>
        new Network(n, new SymmetryGapJunction(n, n.Model.States[0].Symbol.Name, Connect.Ring, weight)).Drive(n, drive);

    private static long[] Bits(Network network, Method? method = null)
    {
        State[] first = [.. network.Populations.Select(n => n[n.Model.States[0].Symbol.Name])];
        Run run = first.Aggregate(network, (n, s) => n.Record(s)).Run(20 * ms, 0.01 * ms, method, seed: 7);
        return [.. first.SelectMany(s => BitsOf(run, s))];
    }

    private static long[] BitsOfFile(string path, Method? method = null)
    {
        var simulation = new LemsSimulation(NeuroMLFile.Read(path),
            new LemsOptions { Dt = 0.01 * ms, Duration = 20 * ms, Method = method ?? Method.Default });
        simulation.RecordCells(every: 1);
        Run run = simulation.Run();
        return [.. simulation.Network.Populations.SelectMany(n => BitsOf(run, n[n.Model.States[0].Symbol.Name]))];
    }

    private static long[] BitsOf(Run run, State state) =>
        [.. Enumerable.Range(0, run[state].Columns).SelectMany(c => run[state].Numbers(c)).Select(BitConverter.DoubleToInt64Bits)];
}
