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
        ["LIF"] = () => Ring(new LIF(5) { R = 1 * kOhm, V_th = 8 * mV }, 0.05 * mS, (Drive)(Current[])[10 * uA, 11 * uA, 12 * uA, 10 * uA, 20 * uA]),
        ["LIF soft"] = () => Ring(new LIF(5) { R = 1 * kOhm, V_th = 8 * mV, spk_reset = SpikeReset.Soft }, 0.05 * mS, (Drive)(10 * uA)),
        ["LIFRef"] = () => Ring(new LIFRef(5) { R = 1 * kOhm, V_th = 8 * mV, tau_ref = 2 * ms }, 0.05 * mS, (Drive)(Current[])[10 * uA, 11 * uA, 12 * uA, 10 * uA, 20 * uA]),
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
        var schemas = new XmlSchemaSet();
        schemas.Add("http://www.neuroml.org/schema/neuroml2", SharedData.Path("NeuroML2", "Schemas", "NeuroML2", "NeuroML_v2.3.1.xsd"));
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas, ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings };
        settings.ValidationEventHandler += (_, e) => faults.Add($"{e.Exception.LineNumber}: {e.Message}");
        using var reader = XmlReader.Create(_folder / "net.nml", settings);
        while (reader.Read()) { }
        Assert.Empty(faults);
    }

    public void Dispose() => _folder.Dispose();

    private static Init<Voltage> Spread => (Voltage[])[-70 * mV, -64.3 * mV, -61 * mV, -58.1 * mV, -66 * mV];

    private static Network Driven(Neuron n, Drive drive) => new Network(n).Drive(n, drive);

    private static Network Ring(Neuron n, JunctionWeight weight, Drive drive) =>
        new Network(n, new SymmetryGapJunction(n, n.Model.States[0].Symbol.Name, Connect.Ring, weight)).Drive(n, drive);

    private static long[] Bits(Network network)
    {
        Neuron n = network.Populations[0];
        State first = n[n.Model.States[0].Symbol.Name];
        Run run = network.Record(first).Run(20 * ms, 0.01 * ms, seed: 7);
        return BitsOf(run, first);
    }

    private static long[] BitsOfFile(string path)
    {
        var simulation = new LemsSimulation(NeuroMLFile.Read(path), new LemsOptions { Dt = 0.01 * ms, Duration = 20 * ms });
        simulation.RecordCells(every: 1);
        Neuron n = Assert.Single(simulation.Network.Populations);
        return BitsOf(simulation.Run(), n[n.Model.States[0].Symbol.Name]);
    }

    private static long[] BitsOf(Run run, State state) =>
        [.. Enumerable.Range(0, run[state].Columns).SelectMany(c => run[state].Numbers(c)).Select(BitConverter.DoubleToInt64Bits)];
}
