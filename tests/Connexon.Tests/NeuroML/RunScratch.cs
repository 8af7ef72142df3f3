using System.Globalization;
using System.Text.Json;
using Connexon.NeuroML;
namespace Connexon.Tests.NeuroML;
public class RunScratch(ITestOutputHelper output)
{
    [Fact]
    public void All()
    {
        string only = Environment.GetEnvironmentVariable("ONLY") ?? "";
        string methodName = Environment.GetEnvironmentVariable("METHOD") ?? "Imex4";
        foreach (string folder in Directory.EnumerateDirectories(SharedData.Path("traces", "jlems")).Order())
        {
            string run = Path.GetFileName(folder);
            if (!run.Contains(only)) continue;
            var sb = new System.Text.StringBuilder(run);
            try
            {
                JsonElement about = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "spikes.json"))).RootElement;
                long t0 = System.Diagnostics.Stopwatch.GetTimestamp();
                NeuroMLFile file = NeuroMLFile.Read(SharedData.Path(about.GetProperty("source").GetString()!.Split('/')));
                var q = new QuantityFinder(file.Network!, file.Report);
                var cols = about.GetProperty("upward_crossings").EnumerateObject().ToArray();
                Recording[] recs = [.. cols.Select(c => q.Find(c.Name, file.Document.Elements.First()))];
                var sim = new LemsSimulation(file, new LemsOptions { Method = Method.Parse(methodName) }, recs);
                MemorySink sink = null!;
                sim.Record("x", recs, () => sink = new MemorySink((int)sim.Settings.Steps + 1, recs.Length));
                long t1 = System.Diagnostics.Stopwatch.GetTimestamp();
                Run r = sim.Run();
                sb.Append($" read {System.Diagnostics.Stopwatch.GetElapsedTime(t0, t1).TotalMilliseconds:F0} prep {r.Preparation.TotalMilliseconds:F0} run {r.Elapsed.TotalMilliseconds:F0} ms, steps {r.Steps} halved {r.StepsHalved} cells {file.Network!.Cells} ns/cellstep {r.Elapsed.TotalMilliseconds * 1e6 / r.Steps / file.Network.Cells:F0}; ");
                var (times, values) = (sink.Times.ToArray(), sink.Values.ToArray());
                int w = recs.Length; double worst = 0; int total = 0; bool mismatch = false;
                for (int c = 0; c < w; c++)
                {
                    double th = cols[c].Value.GetProperty("threshold").GetDouble();
                    double[] published = [.. cols[c].Value.GetProperty("times_s").EnumerateArray().Select(t => double.Parse(t.GetRawText(), CultureInfo.InvariantCulture))];
                    var found = new List<double>();
                    for (int k = 1; k < times.Length; k++)
                        if (values[(k - 1) * w + c] <= th && values[k * w + c] > th) found.Add(times[k] / 1000);
                    total += published.Length;
                    if (found.Count != published.Length) { mismatch = true; sb.Append($"\n    {cols[c].Name} published {published.Length} found {found.Count} ({string.Join(" ", published.Take(30).Select(x => $"{x*1000:F2}"))}) ({string.Join(" ", found.Take(30).Select(x => $"{x*1000:F2}"))})"); }
                    else for (int k = 0; k < found.Count; k++) worst = Math.Max(worst, Math.Abs(found[k] - published[k]) / published[k]);
                }
                sb.Append($" spikes {total} worst {worst:E1} {(mismatch ? "MISMATCH" : "")} nan {values.Any(double.IsNaN)}");
            }
            catch (Exception e) { sb.Append(" EX " + e.GetType().Name + " " + e.Message + (e is NeuroMLException or NetworkException ? "" : e.StackTrace)); }
            output.WriteLine(sb.ToString());
        }
    }
}
