using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>What a file means does not hang on the order in which it lists its populations (in jLEMS it does).</summary>
public sealed class OrderOfPopulations : NeuroMLText
{
    private const string First = """<population id="a" component="iaf" size="2"/>""",
        Second = """<population id="b" component="tau" size="2"/>""",
        Third = """<population id="c" component="other" size="1"/>""";

    [Fact]
    public void Voltages_are_the_same_to_a_billionth_of_a_millivolt()
    {
        double[] forward = Run(First + Second + Third), backward = Run(Third + Second + First), mixed = Run(Second + First + Third);

        Assert.InRange(forward.Zip(backward, (x, y) => 1000 * Math.Abs(x - y)).Max(), 0, 1e-9);
        Assert.InRange(forward.Zip(mixed, (x, y) => 1000 * Math.Abs(x - y)).Max(), 0, 1e-9);
        Assert.InRange(1000 * (forward.Max() - forward.Min()), 10, 30);
    }

    private double[] Run(string populations)
    {
        NeuroMLFile file = Read($"""
            <iafCell id="iaf" C="100pF" leakConductance="10nS" leakReversal="-50mV" thresh="-55mV" reset="-70mV"/>
            <iafCell id="other" C="50pF" leakConductance="5nS" leakReversal="-65mV" thresh="-55mV" reset="-68mV"/>
            <iafTauCell id="tau" leakReversal="-49mV" thresh="-55mV" reset="-70mV" tau="30ms"/>
            <gapJunction id="gj" conductance="2nS"/><silentSynapse id="silent"/>
            <gradedSynapse id="graded" conductance="1nS" delta="5mV" Vth="-60mV" k="0.025per_ms" erev="0mV"/>
            <expTwoSynapse id="syn" gbase="2nS" erev="0mV" tauDecay="5ms" tauRise="1ms"/>
            <network id="net">{populations}
                <projection id="p" presynapticPopulation="b" postsynapticPopulation="a" synapse="syn">
                    <connectionWD id="0" preCellId="../b[0]" postCellId="../a[1]" weight="1.5" delay="2ms"/></projection>
                <projection id="q" presynapticPopulation="a" postsynapticPopulation="c" synapse="syn">
                    <connectionWD id="0" preCellId="../a[0]" postCellId="../c[0]" weight="0.5" delay="1ms"/></projection>
                <electricalProjection id="e" presynapticPopulation="a" postsynapticPopulation="c">
                    <electricalConnection id="0" preCell="1" postCell="0" synapse="gj"/></electricalProjection>
                <continuousProjection id="g" presynapticPopulation="c" postsynapticPopulation="a">
                    <continuousConnection id="0" preCell="0" postCell="0" preComponent="silent" postComponent="graded"/>
                    </continuousProjection>
            </network>
            <Simulation id="sim" length="100ms" step="0.05ms" target="net"/><Target component="sim"/>
            """);
        var quantities = new QuantityFinder(file.Network!, file.Report);
        Recording[] voltages =
            [.. new[] { "a[0]/v", "a[1]/v", "b[0]/v", "b[1]/v", "c[0]/v" }.Select(q => quantities.Find(q, file.Document.Elements.First()))];
        var simulation = new LemsSimulation(file, new LemsOptions(), voltages);
        MemorySink sink = null!;
        simulation.Record("voltages", voltages, _ => sink = new MemorySink((int)simulation.Settings.Steps + 1, voltages.Length));
        simulation.Run();
        return sink.Values.ToArray();
    }
}
