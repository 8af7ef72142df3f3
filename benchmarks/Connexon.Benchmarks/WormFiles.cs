using System.Globalization;
using System.Text;

namespace Connexon.Benchmarks;

/// <summary>
/// Writes a network of the size of a whole worm as c302 would: 397 cells of its type C in populations of one, 1084 gap junctions, 2831
/// graded synapses, 1 s in steps of 0.05 ms, every V a column. Who is joined to whom is drawn; a dozen cells are driven. As fitted networks
/// have it, every connection may be one of many components of its own.
/// </summary>
internal static class WormFiles
{
    private const int Cells = 397, Junctions = 1084, Synapses = 2831;

    /// <summary>Writes LEMS_worm.xml and worm.net.nml.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="c302File">c302_C1_Oscillator.net.nml, which defines the cell and the synapses.</param>
    /// <param name="synapseTypes">How many graded synapses to define instead; 0 for those of the file.</param>
    /// <param name="junctionTypes">The same of junctions.</param>
    public static void Write(string folder, string c302File, int synapseTypes = 0, int junctionTypes = 0)
    {
        const string cell = "GenericNeuronCell";
        Directory.CreateDirectory(folder);
        var random = new CounterRandom(1, CounterRandom.Stream("worm"));
        ulong drawn = 0;
        int Draw(int below) => (int)(random.Uniform(drawn++) * below);
        (int A, int B) Pair()
        {
            int a = Draw(Cells), b = Draw(Cells - 1);
            return (a, b < a ? b : b + 1);
        }
        var net = new StringBuilder($"""
            <neuroml xmlns="http://www.neuroml.org/schema/neuroml2" id="worm">
            <include href="{Path.GetFullPath(c302File)}"/>
            <pulseGenerator id="drive" delay="100ms" duration="800ms" amplitude="4pA"/>

            """);
        for (int k = 0; k < synapseTypes; k++)
            net.Append(CultureInfo.InvariantCulture,
                $"<gradedSynapse id=\"syn{k}\" conductance=\"{0.05 + 0.0005 * k} nS\" delta=\"{4 + 0.01 * k} mV\" Vth=\"{-0.01 * k} mV\" "
                + $"k=\"0.025per_ms\" erev=\"{(k % 4 == 0 ? -90 : 0)} mV\"/>\n");
        for (int k = 0; k < junctionTypes; k++)
            net.Append(CultureInfo.InvariantCulture, $"<gapJunction id=\"gap{k}\" conductance=\"{0.0004 + 0.000002 * k} nS\"/>\n");
        net.Append("<network id=\"net\" type=\"network\">\n");
        for (int i = 0; i < Cells; i++)
            net.Append(CultureInfo.InvariantCulture, $"<population id=\"N{i}\" component=\"{cell}\" type=\"populationList\" size=\"1\">"
                + $"<instance id=\"0\"><location x=\"{i}\" y=\"0\" z=\"0\"/></instance></population>\n");
        for (int k = 0; k < Junctions; k++)
        {
            var (a, b) = Pair();
            string synapse = junctionTypes > 0 ? $"gap{k % junctionTypes}" : "neuron_to_neuron_elec_syn";
            net.Append($"<electricalProjection id=\"E{k}\" presynapticPopulation=\"N{a}\" postsynapticPopulation=\"N{b}\">")
                .Append($"<electricalConnectionInstanceW id=\"0\" preCell=\"../N{a}/0/{cell}\" postCell=\"../N{b}/0/{cell}\" "
                    + $"synapse=\"{synapse}\" weight=\"{1 + Draw(4)}\"/></electricalProjection>\n");
        }
        for (int k = 0; k < Synapses; k++)
        {
            var (a, b) = Pair();
            string synapse = synapseTypes > 0 ? $"syn{k % synapseTypes}" : $"neuron_to_neuron_{(Draw(4) == 0 ? "inh" : "exc")}_syn";
            net.Append($"<continuousProjection id=\"C{k}\" presynapticPopulation=\"N{a}\" postsynapticPopulation=\"N{b}\">")
                .Append($"<continuousConnectionInstanceW id=\"0\" preCell=\"../N{a}/0/{cell}\" postCell=\"../N{b}/0/{cell}\" "
                    + $"preComponent=\"silent\" postComponent=\"{synapse}\" weight=\"{1 + Draw(6)}\"/></continuousProjection>\n");
        }
        for (int k = 0; k < 12; k++) net.Append($"<explicitInput target=\"N{Draw(Cells)}[0]\" input=\"drive\"/>\n");
        net.Append("</network></neuroml>\n");
        var lems = new StringBuilder("""
            <Lems><Target component="sim"/>
            <Include file="Cells.xml"/><Include file="Networks.xml"/><Include file="Simulation.xml"/>
            <Include file="worm.net.nml"/>
            <Simulation id="sim" length="1000ms" step="0.05ms" target="net"><OutputFile id="v" fileName="worm.v.dat">

            """);
        for (int i = 0; i < Cells; i++) lems.Append($"<OutputColumn id=\"N{i}\" quantity=\"N{i}/0/{cell}/v\"/>\n");
        lems.Append("</OutputFile></Simulation></Lems>\n");
        File.WriteAllText(Path.Combine(folder, "worm.net.nml"), $"{net}");
        File.WriteAllText(Path.Combine(folder, "LEMS_worm.xml"), $"{lems}");
    }
}
