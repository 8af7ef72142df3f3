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
        if (Destination.Problem(path) is { } problem) throw new FormatException($"--plot: {problem}");
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

    public static Picture Picture(Run run, TableNetwork network)
    {
        string Title(Neuron n) => $"{n.Size} {n.Model.Name} cells" + (network.Populations.Count == 1
            ? $", {run.Network.Junctions[0].Count} coupled pairs" : $" of {network.Table.Names.Count}");
        return Plotting.Picture.Stacked(
            [.. network.Populations.SelectMany(p => new[] { run.PlotSpikes(p.Neurons, Title(p.Neurons)), run.PlotMean(p.First) })]);
    }

    /// <summary>
    /// The cells by number; of several models with their population and their number there, as the columns of its file have it.
    /// </summary>
    public static string Cells(TableNetwork network)
    {
        bool several = network.Populations.Count > 1;
        var place = network.Populations.SelectMany(p =>
            p.Cells.Select((cell, i) => (cell, Population: network.Network.LabelOf(p.Neurons), Index: i)))
            .ToDictionary(c => c.cell);
        var text = new StringBuilder(several ? "index,cell,population,neuron\n" : "index,cell\n");
        for (int i = 0; i < network.Table.Names.Count; i++)
        {
            string cell = network.Table.Names[i];
            text.Append(CsvText.Line(several ? [$"{i}", cell, place[cell].Population, $"{place[cell].Index}"] : [$"{i}", cell]));
        }
        return $"{text}";
    }
}
