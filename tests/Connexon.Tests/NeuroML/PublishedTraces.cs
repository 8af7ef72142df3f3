using System.Globalization;
using System.Text.Json;
using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>
/// What was read behaves as published runs do: a plain forward Euler loop at the file's step gives as many spikes as jLEMS, near its times.
/// jLEMS's channels lag a step behind v and peers up to two, which moves spikes by up to 0.8 % here; a wrong sign, unit or equation moves
/// them by far more.
/// </summary>
public class PublishedTraces
{
    [Theory]
    [InlineData("NML2_Ex0_IaF", 28)]
    [InlineData("NML2_Ex1_HH", 4)]
    [InlineData("NML2_Ex2_Izh", 0)]
    [InlineData("NML2_Ex3_Net", 6)]
    [InlineData("NML2_Ex5_DetCell", 7)]
    [InlineData("NML2_Ex7_STP", 0)]
    [InlineData("NML2_Ex8_AdEx", 0)]
    [InlineData("NML2_Ex10_Q10", 3)]
    [InlineData("NML2_Ex12_Net2", 0)]
    [InlineData("NML2_Ex14_PyNN", 0)]
    [InlineData("NML2_Ex18_GHK", 2)]
    [InlineData("NML2_Ex19_GapJunctions", 14)]
    [InlineData("NML2_Ex20a_AnalogSynapsesHH", 14)]
    [InlineData("NML2_Ex22_PinskyRinzelCA3", 0)]
    [InlineData("NML2_Ex24_FractionalConductance", 5)]
    [InlineData("NML2_Ex26_Weights", 26)]
    [InlineData("c302_C1_Oscillator", 0)]
    public void Spikes_of_a_plain_loop_are_those_of_jLEMS(string run, int atLeast)
    {
        JsonElement about = JsonDocument.Parse(File.ReadAllText(SharedData.Path("traces", "jlems", run, "spikes.json"))).RootElement;
        NeuroMLFile file = NeuroMLFile.Read(SharedData.Path(about.GetProperty("source").GetString()!.Split('/')));
        var quantities = new QuantityFinder(file.Network!, file.Report);
        double h = file.Simulation!.Step;
        long steps = (long)Math.Round(file.Simulation.Length / h);
        var loop = new PlainLoop(file.Network!, h);
        Column[] columns = [.. about.GetProperty("upward_crossings").EnumerateObject().Select(c =>
            new Column(c.Name, loop.Read(quantities.Find(c.Name, file.Document.Elements.First())), c.Value))];

        for (long n = 0; n < steps; n++)
        {
            loop.Step(n);
            foreach (Column c in columns) c.See((n + 1) * h / 1000);
        }

        foreach (Column c in columns)
        {
            Assert.Equal((c.Name, c.Published.Length), (c.Name, c.Found.Count));
            for (int k = 0; k < c.Published.Length; k++) Assert.InRange(c.Found[k], c.Published[k] * 0.992, c.Published[k] * 1.008);
        }
        Assert.True(columns.Sum(c => c.Found.Count) >= atLeast, "too few spikes to tell anything");
    }

    private sealed class Column(string name, Func<double> read, JsonElement about)
    {
        private readonly double _threshold = about.GetProperty("threshold").GetDouble();
        private double _before = read();

        public string Name => name;
        public double[] Published { get; } =
            [.. about.GetProperty("times_s").EnumerateArray().Select(t => double.Parse(t.GetRawText(), CultureInfo.InvariantCulture))];
        public List<double> Found { get; } = [];

        public void See(double t)
        {
            double now = read();
            if (_before <= _threshold && now > _threshold) Found.Add(t);
            _before = now;
        }
    }
}
