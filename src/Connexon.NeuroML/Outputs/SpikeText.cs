using System.Globalization;
using System.Text;

namespace Connexon.NeuroML;

/// <summary>A text file of spikes: a row each, in the order of time.</summary>
internal static class SpikeText
{
    public static void Write(string path, EventFile events, OutputFormat format, LemsSimulation simulation, Run run)
    {
        var rows = new List<(double Time, string Id)>();
        foreach (var (id, cell, _) in events.Selections) rows.AddRange(simulation.SpikesOf(cell, run).Select(t => (t, id)));
        rows.Sort((a, b) => a.Time != b.Time ? a.Time.CompareTo(b.Time) : 0);
        char separator = format == OutputFormat.Csv ? ',' : '\t';
        var text = new StringBuilder();
        if (format == OutputFormat.Csv) text.Append(events.TimeFirst ? "t_s,id\n" : "id,t_s\n");
        foreach (var (time, id) in rows)
        {
            string t = (time * 1e-3).ToString("R", CultureInfo.InvariantCulture);
            text.Append(events.TimeFirst ? $"{t}{separator}{id}\n" : $"{id}{separator}{t}\n");
        }
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        string partial = path + ".part";
        try
        {
            File.WriteAllText(partial, $"{text}");
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
