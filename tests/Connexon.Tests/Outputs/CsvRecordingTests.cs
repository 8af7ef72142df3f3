using System.Globalization;
using static Connexon.Units;

namespace Connexon.Tests.Outputs;

public sealed class CsvRecordingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Passive _cells = new(3) { V_initializer = [-60 * mV, -50 * mV, 0.1 * mV] };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_holds_times_and_columns()
    {
        var gap = new SymmetryGapJunction(_cells, "V", Connect.Pairs((0, 1)), 0.5 * mS);

        new Network(_cells, gap).Record(_cells.V, every: 2, neurons: [0, 2], to: _folder / "V.csv").Record(gap, to: _folder / "I.csv")
            .Run(0.5 * ms, dt: 0.25 * ms, Method.ExponentialEuler);

        Assert.Equal("t_ms,Passive.V[0] (mV),Passive.V[2] (mV)\n0,-60,0.1\n0.5,-57.8125,0.1\n", File.ReadAllText(_folder / "V.csv"));
        Assert.Equal("t_ms,Passive-Passive[0] (uA)\n0,-5\n0.25,-3.75\n0.5,-2.8125\n", File.ReadAllText(_folder / "I.csv"));
        Assert.Equal([_folder / "I.csv", _folder / "V.csv"], _folder.Entries);
    }

    [Fact]
    public void Members_of_a_batch_have_columns_each_and_pure_numbers_no_unit()
    {
        var n = new TwoNumbers(2) { Name = "pair", x_initializer = Init.Batch(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }) };

        new Network(n).Record(n.x, to: _folder / "x.csv").Run(0 * ms, dt: 0.1 * ms, Method.ExponentialEuler, batch: 2);

        Assert.Equal("t_ms,pair.x[0:0],pair.x[1:0],pair.x[0:1],pair.x[1:1]\n0,1,3,2,4\n", File.ReadAllText(_folder / "x.csv"));
    }

    [Fact]
    public void Names_with_commas_and_quotes_are_quoted_and_read_back_by_the_reader_of_tables()
    {
        var n = new Passive(2) { Name = "a,b", V_initializer = [-60 * mV, -50 * mV] };
        var m = new Passive(1) { Name = "the \"third\"", V_initializer = -40 * mV };
        var gap = new SymmetryGapJunction((n, m), "V", Connect.Pairs((0, 0)), 0.5 * mS);

        new Network(n, m, gap).Record(n.V, to: _folder / "V.csv").Record(gap, to: _folder / "I.csv")
            .Run(0 * ms, dt: 0.1 * ms, Method.ExponentialEuler);

        Assert.Equal("t_ms,\"a,b.V[0] (mV)\",\"a,b.V[1] (mV)\"\n0,-60,-50\n", File.ReadAllText(_folder / "V.csv"));
        Assert.Equal("t_ms,\"a,b-the \"\"third\"\"[0] (uA)\"\n0,-10\n", File.ReadAllText(_folder / "I.csv"));
        Assert.Equal([["t_ms", "a,b.V[0] (mV)", "a,b.V[1] (mV)"], ["0", "-60", "-50"]], Fields("V.csv"));
        Assert.Equal([["t_ms", "a,b-the \"third\"[0] (uA)"], ["0", "-10"]], Fields("I.csv"));

        string[][] Fields(string file)
        {
            using var rows = new Connexon.Tables.TextRows(file, File.OpenRead(_folder / file), ',');
            var all = new List<string[]>();
            while (rows.Next()) all.Add([.. Enumerable.Range(0, rows.Fields).Select(k => rows.Field(k).ToString())]);
            return [.. all];
        }
    }

    [Fact]
    public void A_long_file_holds_every_number_of_memory_in_full()
    {
        var n = new HH(40); // 9 MB: many times the buffer
        Network network = new Network(n).Drive(n, 10 * uA).Record(n.V);

        Run run = network.Record(n.V, to: _folder / "V.csv").Run(100 * ms, dt: 0.01 * ms, Method.ExponentialEuler);

        int row = 0;
        foreach (string line in File.ReadLines(_folder / "V.csv").Skip(1))
        {
            double[] numbers = [.. line.Split(',').Select(x => double.Parse(x, CultureInfo.InvariantCulture))];
            Assert.Equal(run[n.V].Times[row], numbers[0]);
            for (int i = 0; i < 40; i++) Assert.Equal(run[n.V].Number(row, i), numbers[i + 1]);
            row++;
        }
        Assert.Equal(10_001, row);
    }

    [Fact]
    public void Missing_folders_are_made()
    {
        new Network(_cells).Record(_cells.V, to: _folder / "a/b/V.csv").Run(0 * ms, dt: 0.1 * ms, Method.ExponentialEuler);

        Assert.True(File.Exists(_folder / "a/b/V.csv"));
    }

    [Fact]
    public void A_network_that_cannot_run_leaves_no_file()
    {
        Network network = new Network(_cells).Record(_cells.V, to: _folder / "V.csv").Drive(_cells, new[] { 1 * uA, 2 * uA });

        Assert.Throws<NetworkException>(() => network.Run(1 * ms, dt: 0.1 * ms, Method.ExponentialEuler));

        Assert.Empty(_folder.Entries);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void A_run_that_fails_leaves_no_part_and_the_old_file_as_it_was(int failsAt)
    {
        File.WriteAllText(_folder / "old.csv", "as it was");
        Network network = new Network(_cells)
            .Record(_cells.V, to: _folder / "old.csv").Record(_cells.V, to: _folder / "new.csv")
            .Drive(_cells, Drive.Function(t => t >= failsAt * ms ? throw new InvalidOperationException("the drive's own") : 1 * uA));

        Assert.Equal("the drive's own", Assert.Throws<InvalidOperationException>(() =>
            network.Run(10 * ms, dt: 0.1 * ms, Method.ExponentialEuler, threads: 2)).Message);

        Assert.Equal([_folder / "old.csv"], _folder.Entries);
        Assert.Equal("as it was", File.ReadAllText(_folder / "old.csv"));
    }

    [Fact]
    public void A_second_file_that_cannot_be_opened_leaves_no_first()
    {
        File.WriteAllText(_folder / "file", "");
        Network network = new Network(_cells).Record(_cells.V, to: _folder / "V.csv").Record(_cells.V, to: _folder / "file/V.csv");

        Assert.ThrowsAny<IOException>(() => network.Run(1 * ms, dt: 0.1 * ms, Method.ExponentialEuler));

        Assert.Equal([_folder / "file"], _folder.Entries);
    }

    [Fact]
    public void A_diverged_run_leaves_whole_rows_up_to_the_last_good_step()
    {
        var cells = new Passive(1) { gL = -1000 * mS, V_initializer = -64 * mV };

        Assert.Throws<DivergenceException>(() => new Network(cells).Record(cells.V, to: _folder / "V.csv")
            .Run(10 * ms, dt: 0.1 * ms, Method.ExponentialEuler));

        string[] lines = File.ReadAllLines(_folder / "V.csv");
        Assert.Equal(1 + 8, lines.Length); // e^700 is the last finite number
        Assert.StartsWith("0.7000000000000001,", lines[^1]);
        Assert.Equal([_folder / "V.csv"], _folder.Entries);
    }

    [Fact]
    public void What_went_to_a_file_is_not_in_memory() =>
        Assert.Equal("V of Passive was not recorded in memory: add .Record(V) to the network. Recorded: V of Passive.",
            Assert.Throws<ArgumentException>(() =>
                new Network(_cells).Record(_cells.V, to: _folder / "V.csv")
                    .Run(0 * ms, dt: 0.1 * ms, Method.ExponentialEuler)[_cells.V]).Message);
}
