using System.Globalization;
using System.Text;
using Connexon.Plotting;

namespace Connexon.Cli;

/// <summary>What a run leaves behind: a picture, a folder of tables. What cannot be written is said before the run, not after.</summary>
internal static class RunOutput
{
    private const double MostNumbers = 8e6;

    /// <summary>A row every so many steps, so that the recording stays below 64 MB.</summary>
    public static int FittingInterval(int neurons, RunSettings settings) =>
        settings.Dt.Value > 0 && settings.Duration.Value > 0 && double.IsFinite(settings.Duration.Value / settings.Dt.Value)
            ? (int)Math.Clamp(Math.Ceiling(neurons * (settings.Duration.Value / settings.Dt.Value) / MostNumbers), 1, int.MaxValue)
            : 1;

    public static void CheckPicture(string path)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is not (".png" or ".svg"))
            throw new FormatException($"--plot: '{path}' ends in neither .png nor .svg.");
        if (Directory.Exists(path)) throw new FormatException($"--plot: '{path}' is a folder: name a file.");
        CheckWritable("--plot", Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    public static void CheckFolder(string path)
    {
        if (File.Exists(path)) throw new FormatException($"--out: '{path}' is a file: name a folder.");
        CheckWritable("--out", Path.GetFullPath(path));
    }

    /// <summary>Tries to write where the folder is, or where it would have to be made; leaves nothing behind.</summary>
    private static void CheckWritable(string option, string folder)
    {
        while (!Path.Exists(folder)) folder = Path.GetDirectoryName(folder)!;
        try
        {
            string trial = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
            new FileStream(trial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{option}: nothing can be written in '{folder}'"
                + (File.Exists(folder) ? ", which is a file." : e is IOException ? $": {e.Message}" : ": no permission."), e);
        }
    }

    public static Picture Picture(Run run, Neuron neurons, State first) =>
        Plotting.Picture.Stacked(
            run.PlotSpikes(neurons, $"{neurons.Size} {neurons.Model.Name} cells, {run.Network.Junctions[0].Count} coupled pairs"),
            run.PlotMean(first));

    public static IEnumerable<string> WriteFolder(string folder, Run run, IReadOnlyList<string> names, Neuron neurons, SummaryTable summary)
    {
        var spikes = new StringBuilder("t_ms,cell\n");
        SpikeRecord record = run.Spikes(neurons);
        for (int k = 0; k < record.Count; k++)
            spikes.Append(CsvText.Line([record.Time(k).Value.ToString("R", CultureInfo.InvariantCulture), names[record.Neuron(k)]]));
        var cells = new StringBuilder("index,cell\n");
        for (int i = 0; i < names.Count; i++) cells.Append(i).Append(',').Append(CsvText.Field(names[i])).Append('\n');
        var files = new (string Name, string Text)[]
        {
            ("spikes.csv", $"{spikes}"), ("cells.csv", $"{cells}"), ("summary.json", summary.Json + "\n"),
        };
        foreach (var (name, text) in files) WholeFile.Write(Path.Combine(folder, name), draft => File.WriteAllText(draft, text));
        return files.Select(f => Path.Combine(folder, f.Name));
    }
}
