using System.Globalization;

namespace Connexon.NeuroML;

/// <summary>Reads back output files: rows of numbers between tabs, spaces or commas; lines that begin with # are comments.</summary>
internal static class OutputRows
{
    /// <summary>Two columns, scaled.</summary>
    public static List<(double Time, double Value)> Trace(string file, TraceSource source)
    {
        var rows = new List<(double, double)>();
        foreach (var (line, place) in Lines(file, source.Header))
        {
            double time = Number(line, source.Columns.Time, place), value = Number(line, source.Columns.Value, place);
            rows.Add((time * source.Scaling.Time, value * source.Scaling.Value));
        }
        return rows;
    }

    /// <summary>The times of the spikes of an id, or of each id.</summary>
    public static Dictionary<string, List<double>> Spikes(string file, SpikeSource source)
    {
        var spikes = new Dictionary<string, List<double>>();
        foreach (var (line, place) in Lines(file, header: 0))
        {
            string id = Field(line, source.TimeFirst ? 1 : 0, place).ToString();
            if (source.Id is not null && id != source.Id) continue;
            if (!spikes.TryGetValue(id, out var times)) spikes[id] = times = [];
            times.Add(Number(line, source.TimeFirst ? 0 : 1, place) * source.Scaling);
        }
        return spikes;
    }

    private static IEnumerable<(string Line, Place Place)> Lines(string file, int header)
    {
        int number = 0;
        foreach (string line in File.ReadLines(file))
            if (++number > header && !string.IsNullOrWhiteSpace(line) && line[0] != '#') yield return (line, new Place(file, number));
    }

    private static double Number(string line, int column, Place place)
    {
        ReadOnlySpan<char> field = Field(line, column, place);
        return double.TryParse(field, CultureInfo.InvariantCulture, out double x) ? x
            : throw new NeuroMLException(place, $"'{field}' in column {column} is not a number");
    }

    private static ReadOnlySpan<char> Field(string line, int column, Place place)
    {
        int k = 0, found = -1;
        while (k < line.Length)
        {
            while (k < line.Length && line[k] is ('\t' or ' ' or ',')) k++;
            int start = k;
            while (k < line.Length && line[k] is not ('\t' or ' ' or ',')) k++;
            if (k > start && ++found == column) return line.AsSpan(start, k - start);
        }
        throw new NeuroMLException(place, $"column {column} is asked for, but the row has columns 0 to {found}");
    }
}
