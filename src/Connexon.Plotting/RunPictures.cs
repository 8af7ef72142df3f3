using Connexon.Plotting;

namespace Connexon;

/// <summary>Pictures of a run: <c>run.Plot(neurons.V).Save("traces.png")</c>.</summary>
public static class RunPictures
{
    extension(Run run)
    {
        /// <summary>The recorded traces of a state; many neurons become a heat map.</summary>
        /// <param name="state">The state; it must have been recorded in memory.</param>
        /// <param name="title">The title; null for none.</param>
        /// <param name="member">The member of the batch.</param>
        /// <exception cref="ArgumentException">It was not recorded.</exception>
        public Picture Plot(State state, string? title = null, int member = 0)
        {
            Trace trace = run[state];
            return Picture.Traces(trace.Times.ToArray(), Columns(trace, member), Labels(trace), Axis(state), title);
        }

        /// <summary>The spikes of a population, a dot each.</summary>
        /// <param name="population">The population.</param>
        /// <param name="title">The title; null for none.</param>
        /// <param name="member">The member of the batch.</param>
        public Picture PlotSpikes(Neuron population, string? title = null, int member = 0)
        {
            SpikeRecord spikes = run.Spikes(population);
            int[] mine = [.. Enumerable.Range(0, spikes.Count).Where(k => spikes.Member(k) == member)];
            return Picture.Raster(
                [.. mine.Select(k => spikes.Time(k).Value)], [.. mine.Select(spikes.Neuron)], population.Size, title, run.Duration.Value);
        }

        /// <summary>The mean of a state over the population, with the band of one standard deviation.</summary>
        /// <param name="state">The state; it must have been recorded in memory.</param>
        /// <param name="title">The title; null for none.</param>
        /// <param name="member">The member of the batch.</param>
        /// <exception cref="ArgumentException">It was not recorded.</exception>
        public Picture PlotMean(State state, string? title = null, int member = 0)
        {
            Trace trace = run[state];
            var (mean, deviation) = (new double[trace.Rows], new double[trace.Rows]);
            for (int r = 0; r < trace.Rows; r++)
            {
                double[] row = [.. Enumerable.Range(0, trace.Columns).Select(k => trace.Number(r, k, member))];
                mean[r] = row.Average();
                deviation[r] = Math.Sqrt(row.Average(x => (x - mean[r]) * (x - mean[r])));
            }
            return Picture.PopulationMean(trace.Times.ToArray(), mean, deviation, $"mean {Axis(state)}", title);
        }

        /// <summary>The same state in this run and in another, one above the other on the same axes: uncoupled and coupled.</summary>
        /// <param name="after">The other run.</param>
        /// <param name="state">The state in this run.</param>
        /// <param name="stateAfter">The state in the other; null for the same one.</param>
        /// <param name="titleBefore">The title of this run.</param>
        /// <param name="titleAfter">The title of the other.</param>
        /// <exception cref="ArgumentException">It was not recorded, or at other times.</exception>
        public Picture PlotBeforeAfter(Run after, State state, State? stateAfter = null, string titleBefore = "uncoupled",
            string titleAfter = "coupled")
        {
            Trace first = run[state], second = after[stateAfter ?? state];
            if (!first.Times.SequenceEqual(second.Times))
                throw new ArgumentException(
                    $"The first run has {first.Rows} rows and the second {second.Rows}, or at other times: "
                    + "record both alike and run them equally long.");
            return Picture.BeforeAfter(first.Times.ToArray(), Columns(first, 0), Columns(second, 0), Labels(first), titleBefore, titleAfter,
                Axis(state));
        }
    }

    extension(GapJunction junction)
    {
        /// <summary>Who is joined to whom, and how strongly: a matrix. Two populations stand one after the other.</summary>
        /// <param name="title">The title; null for none.</param>
        public Picture PlotConnectivity(string? title = null)
        {
            int offset = ReferenceEquals(junction.Pre, junction.Post) ? 0 : junction.Pre.Size;
            int nodes = offset == 0 ? junction.Pre.Size : offset + junction.Post.Size;
            return Picture.Connectivity(nodes, [.. junction.PreIds], [.. junction.PostIds.Select(i => offset + i)],
                [.. Enumerable.Range(0, junction.Count).Select(k => WeightOf(junction, k))], title);
        }
    }

    private static double WeightOf(GapJunction junction, int k) => junction switch
    {
        SymmetryGapJunction j => j.Weight[k].Value,
        AsymmetryGapJunction j => 0.5 * (j.WeightToPost[k].Value + j.WeightToPre[k].Value),
        _ => 0,
    };

    private static string Axis(State state) => state.Dimension.Unit is "" ? state.Name : $"{state.Name} ({state.Dimension.Unit})";

    private static double[][] Columns(Trace trace, int member) =>
        [.. Enumerable.Range(0, trace.Columns).Select(k => trace.Numbers(k, member))];

    private static string[] Labels(Trace trace) => [.. trace.Ids.Select(i => $"neuron {i}")];
}
