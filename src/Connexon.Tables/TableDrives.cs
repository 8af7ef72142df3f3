using Connexon.Tables;

namespace Connexon;

/// <summary>The drive that comes from a table: <c>Drive.Table(traces, names)</c>.</summary>
public static class TableDrives
{
    extension(Drive)
    {
        /// <summary>
        /// Recorded traces, each driving its cell: straight lines between the rows, nothing before the first and from the last on. Steps
        /// end at the rows, where the lines bend.
        /// </summary>
        /// <param name="traces">The traces.</param>
        /// <param name="cells">The name of each neuron of the population; one without a trace is not driven.</param>
        public static Drive Table(DriveTable traces, IReadOnlyList<string> cells)
        {
            var columns = traces.Names.Select((name, k) => (name, k)).ToDictionary(c => c.name, c => c.k);
            int[] column = [.. cells.Select(c => columns.GetValueOrDefault(c, -1))];
            return Drive.Function((t, i) => new Quantity(column[i] < 0 ? 0 : traces.At(t.Value, column[i]), traces.Dimension),
                traces.Times);
        }
    }
}
