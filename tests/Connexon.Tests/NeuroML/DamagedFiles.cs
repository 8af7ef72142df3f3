using System.Diagnostics;
using System.Text;
using Connexon.NeuroML;
using CsCheck;

namespace Connexon.Tests.NeuroML;

/// <summary>
/// A file that is damaged in any way reads and runs, or ends in an error for its author: nothing crashes, hangs or eats memory. For longer
/// than a test should take:
/// <c>CONNEXON_FUZZ_SECONDS=600 dotnet run -c Release --project tests/Connexon.Tests -- -class Connexon.Tests.NeuroML.DamagedFiles</c>.
/// </summary>
public class DamagedFiles
{
    private const int MostSeconds = 20, OneRunIn = 40;
    private const long MostBytes = 1L << 30;
    private static readonly int Seconds = int.Parse(Environment.GetEnvironmentVariable("CONNEXON_FUZZ_SECONDS") ?? "15");

    private const string Whole = """
        <Lems><Target component="sim"/><Include file="Cells.xml"/>
        <Dimension name="odd" m="1" l="2" t="-3" i="-1"/><Unit symbol="oV" dimension="odd" power="-3" scale="2"/>
        <ComponentType name="myRate" extends="baseVoltageDepRate"><Constant name="S" dimension="voltage" value="1mV"/>
        <Parameter name="k" dimension="per_time"/>
        <Dynamics><DerivedVariable name="V" dimension="none" value="v / S"/>
        <ConditionalDerivedVariable name="r" exposure="r" dimension="per_time">
        <Case condition="V .gt. -30 .and. V .lt. 1e3" value="k * exp((V + 20)/-7)^2"/><Case value="k * H(V)"/></ConditionalDerivedVariable>
        </Dynamics></ComponentType>
        <ComponentType name="myCell" extends="baseCellMembPotCap"><Attachments name="synapses" type="basePointCurrent"/><Dynamics>
        <StateVariable name="v" dimension="voltage"/><StateVariable name="last" dimension="time"/>
        <DerivedVariable name="iSyn" select="synapses[*]/i" reduce="add" dimension="current"/>
        <OnStart><StateAssignment variable="v" value="-0.06 + random(0.01)"/></OnStart>
        <Regime name="r"><OnEntry><StateAssignment variable="last" value="t"/></OnEntry><OnCondition test="t .gt. last + 0.002">
        <Transition regime="i"/></OnCondition></Regime>
        <Regime name="i" initial="true"><TimeDerivative variable="v" value="iSyn / C"/><OnCondition test="v .gt. 0"><EventOut port="spike"/>
        <Transition regime="r"/></OnCondition></Regime>
        </Dynamics></ComponentType>
        <ionChannelHH id="na" conductance="10pS"><gateHHrates id="m" instances="3"><forwardRate type="myRate" k="3 per_ms"/>
        <reverseRate type="HHExpRate" rate="4per_ms" midpoint="-65mV" scale="-18mV"/></gateHHrates></ionChannelHH>
        <cell id="c"><morphology id="m"><segment id="0"><proximal x="0" y="0" z="0" diameter="10"/><distal x="0" y="0" z="0" diameter="10"/>
        </segment></morphology>
        <biophysicalProperties id="b"><membraneProperties><channelDensity id="d" ionChannel="na" condDensity="120 mS_per_cm2" erev="50mV"
            ion="na"/>
        <spikeThresh value="0mV"/><specificCapacitance value="1 uF_per_cm2"/><initMembPotential value="-65mV"/></membraneProperties>
        </biophysicalProperties></cell>
        <myCell id="my" C="3 pF"/><expTwoSynapse id="syn" gbase="1nS" erev="0mV" tauRise="1ms" tauDecay="5ms"/>
        <gapJunction id="gj" conductance="1nS"/>
        <doubleSynapse id="two" synapse1="syn" synapse1Path="./syn" synapse2="syn" synapse2Path="./syn"/><silentSynapse id="silent"/>
        <gradedSynapse id="gs" conductance="1nS" delta="5mV" k="0.025per_ms" Vth="0mV" erev="0mV"/>
        <pulseGenerator id="p" delay="0ms" duration="1ms" amplitude="1nA"/>
        <network id="n"><population id="a" component="c" size="2"/><population id="q" type="populationList" component="my" size="1">
        <instance id="0"><location x="0" y="0" z="0"/></instance></population>
        <projection id="pr" presynapticPopulation="a" postsynapticPopulation="q" synapse="two">
        <connectionWD id="0" preCellId="../a[0]" postCellId="../q/0/my" weight="1" delay="1ms"/></projection>
        <electricalProjection id="e" presynapticPopulation="a" postsynapticPopulation="a">
        <electricalConnectionInstanceW id="0" preCell="../a[0]" postCell="../a/1/c" synapse="gj" weight="2"/></electricalProjection>
        <continuousProjection id="k" presynapticPopulation="a" postsynapticPopulation="q">
        <continuousConnection id="0" preCell="0" postCell="0" preComponent="silent" postComponent="gs"/></continuousProjection>
        <inputList id="l" component="p" population="a"><inputW id="0" target="../a[0]" destination="synapses" weight="2"/></inputList>
        </network>
        <Simulation id="sim" length="100ms" step="0.01ms" target="n" seed="1"><OutputFile id="o" fileName="v.dat">
        <OutputColumn id="v" quantity="a[0]/b/membraneProperties/d/na/m/q"/>
        <OutputColumn id="g" quantity="q[0]/synapses:two:0/synapse1/g"/></OutputFile>
        <EventOutputFile id="ev" fileName="s.txt" format="TIME_ID"><EventSelection id="0" select="a[0]" eventPort="spike"/>
        </EventOutputFile>
        <Display id="d" title="t" timeScale="1ms" xmin="0" xmax="1" ymin="0" ymax="1"><Line id="l" quantity="a[1]/v" scale="1mV"/></Display>
        </Simulation></Lems>
        """;

    internal static int WordCount => Words.Length;

    private static readonly string[] Words = [.. Whole.Split('"', '<', '>', ' ', '/', '=').Where(w => w.Length > 0).Distinct()];

    [Fact]
    public void The_whole_file_reads()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder / "f.xml", Whole);

        NeuroMLFile file = NeuroMLFile.Read(folder / "f.xml");

        Assert.Equal((3, 2), (file.Network!.Cells, file.Simulation!.Outputs[0].Columns.Count));
    }

    [Fact]
    public void Damaged_files_end_in_an_error_of_the_reader()
    {
        using var folder = new TemporaryFolder();
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Int[0, 7], Gen.Int[0, Words.Length - 1], Gen.Int[0, 60]).Array[1, 4]
            .Sample(damages => Try(Damage(damages), folder / $"{Environment.CurrentManagedThreadId}.xml"), time: Seconds);
    }

    internal static void Try(string text, string path)
    {
        File.WriteAllText(path, text);
        long start = Stopwatch.GetTimestamp(), bytes = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            NeuroMLFile file = NeuroMLFile.Read(path);
            if (text.Length % OneRunIn == 0 && file.Network?.Cells < 100 && file.Step is { } dt)
                new LemsSimulation(file, new LemsOptions { Duration = 3 * dt }).Run();
            foreach (Population p in file.Network?.Populations ?? [])
                if (p.Component.Train is null && p.Component.Equations.States.Count > 0 && !FlatNeuron.Problems(p.Component.Equations).Any()
                    && p.Size is > 0 and < 100)
                    _ = new FlatNeuron(p.Component.Equations, [new Placed(p.Component)]).Model;
        }
        catch (Exception e) when (e is NeuroMLException or NetworkException or DivergenceException)
        {
        }
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, MostSeconds);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - bytes, 0, MostBytes);
    }

    internal static string Damage((int At, int Kind, int Word, int Length)[] damages)
    {
        var text = new StringBuilder(Whole);
        foreach ((int at, int kind, int word, int length) in damages)
        {
            int i = Math.Min(at, text.Length - 1), n = Math.Min(length, text.Length - i);
            switch (kind)
            {
                case 0: text.Remove(i, n); break;
                case 1: text.Insert(i, Words[word]); break;
                case 2: text[i] = "<>\"'&/=.-0e[]()*^ \0\u00e9"[word % 20]; break;
                case 3: text.Insert(i, text.ToString(i, n)); break;
                default: // a whole word, mostly of an attribute, for another
                    int from = text.ToString().LastIndexOf('"', i) + 1, to = text.ToString().IndexOf('"', i);
                    if (to > from) text.Remove(from, to - from).Insert(from, kind == 4 ? "1e400" : kind == 5 ? "-" + Words[word]
                        : Words[word]);
                    break;
            }
        }
        return text.ToString();
    }
}
