using static Connexon.Units;

namespace Connexon.Tests.Outputs;

/// <summary>A file that a run writes is claimed: nobody else writes it meanwhile, and what a killed run left is told of.</summary>
public sealed class ClaimTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Passive _cells = new(1) { V_initializer = -60 * mV };

    public void Dispose() => _folder.Dispose();

    private Run Run() => new Network(_cells).Record(_cells.V, to: _folder / "V.csv").Run(0 * ms, dt: 1 * ms);

    private void Lock(int process, string machine, string since = "2001-02-03T04:05:06Z") =>
        File.WriteAllText(_folder / "V.csv.lock", $"process {process}\nmachine {machine}\nsince {since}\nwrites V.csv.12345678.part\n");

    [Fact]
    public void A_run_into_a_file_that_another_run_of_the_process_writes_is_refused()
    {
        using (var files = new OutputWriter())
        {
            new LemsColumns(files, _folder / "V.csv", 1).Add(0, [1]);
            Assert.Equal($"'{_folder / "V.csv"}' is being written by another run of this process: wait for it, or name another file.",
                Assert.Throws<IOException>(Run).Message);
            files.Complete();
        }
        Assert.Equal("0\t1\t\n", File.ReadAllText(_folder / "V.csv"));
        Run();
        Assert.Equal("t_ms,Passive.V[0] (mV)\n0,-60\n", File.ReadAllText(_folder / "V.csv"));
        Assert.Equal([_folder / "V.csv"], _folder.Entries);
    }

    [Fact]
    public void A_process_that_lives_holds_its_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "process 1 is not there");
        string now = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        Lock(1, Environment.MachineName, now.Replace(' ', 'T') + "Z");

        Assert.Equal($"'{_folder / "V.csv"}' is being written by process 1 on {Environment.MachineName} since {now} UTC: "
            + "wait for it, or name another folder.", Assert.Throws<IOException>(Run).Message);
        Assert.Equal([_folder / "V.csv.lock"], _folder.Entries);
    }

    [Fact]
    public void Of_another_machine_it_is_said_what_to_do()
    {
        Lock(1, "elsewhere");

        Assert.Equal($"'{_folder / "V.csv"}' is being written by process 1 on elsewhere since 2001-02-03 04:05:06 UTC: wait for it, or "
            + $"name another folder. If that run is no more, delete '{_folder / "V.csv.lock"}'.", Assert.Throws<IOException>(Run).Message);
    }

    [Theory]
    [InlineData(int.MaxValue)] // no process has that number
    [InlineData(1)] // it began after the lock was written
    [InlineData(0)] // this one
    public void What_a_process_left_that_is_no_more_is_told_of_and_counts_for_nothing(int process)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && process == 1, "process 1 is not there");
        Lock(process == 0 ? Environment.ProcessId : process, Environment.MachineName);
        File.WriteAllText(_folder / "V.csv.12345678.part", "t_ms,Passive.V[0] (mV)\n");

        Run run = Run();

        Assert.Equal([$"An earlier run that wrote '{_folder / "V.csv"}' (process {(process == 0 ? Environment.ProcessId : process)} on "
            + $"{Environment.MachineName} since 2001-02-03 04:05:06 UTC) ended without completing it: what it recorded is in "
            + "'V.csv.12345678.part' beside it."], run.Warnings);
        Assert.Equal([_folder / "V.csv", _folder / "V.csv.12345678.part"], _folder.Entries);
        Assert.Empty(Run().Warnings);
    }

    [Fact]
    public void A_file_of_somebody_else_with_the_name_of_the_lock_is_left_alone()
    {
        File.WriteAllText(_folder / "V.csv.lock", "mine");

        Assert.Equal($"'{_folder / "V.csv.lock"}' is not the lock of a run, and '{_folder / "V.csv"}' needs that name while it is written: "
            + "name another file.", Assert.Throws<IOException>(Run).Message);
        Assert.Equal("mine", File.ReadAllText(_folder / "V.csv.lock"));
    }

    [Fact]
    public void Of_many_that_want_a_file_at_once_one_gets_it()
    {
        for (int round = 0; round < 20; round++)
        {
            Lock(int.MaxValue, Environment.MachineName);
            int got = 0;
            var claims = new FileClaim?[4];
            Parallel.For(0, claims.Length, k =>
            {
                try
                {
                    claims[k] = FileClaim.Take(_folder / "V.csv", "draft");
                    Interlocked.Increment(ref got);
                }
                catch (IOException) { }
            });
            Assert.Equal(1, got);
            foreach (FileClaim? claim in claims) claim?.Dispose();
        }
        Assert.Empty(_folder.Entries);
    }

    [Fact]
    public void What_is_written_can_be_read_meanwhile_in_whole_rows()
    {
        using var files = new OutputWriter();
        var file = new LemsColumns(files, _folder / "v.dat", 700); // rows that do not fit the buffer of text evenly
        double[] row = new double[700];
        for (int k = 0; k < 2000; k++)
        {
            row.AsSpan().Fill(1.0 / 3 + k);
            file.Add(k, row);
        }
        files.Drain();

        string text = File.ReadAllText(Directory.GetFiles(_folder.Path, "v.dat.*.part").Single());
        Assert.InRange(text.Length, 1_000_000, 30_000_000);
        Assert.EndsWith("\t\n", text);
        Assert.All(text.Split('\n').SkipLast(1), line => Assert.Equal(702, line.Split('\t').Length));
    }

    [Fact]
    public void A_row_that_is_longer_than_the_buffer_is_written_whole()
    {
        using (var files = new OutputWriter())
        {
            double[] row = [.. Enumerable.Range(0, 30_000).Select(k => k + 1.0 / 3)];
            var file = new LemsColumns(files, _folder / "v.dat", row.Length);
            file.Add(0, row);
            file.Add(1, row);
            files.Complete();
        }
        string[] lines = File.ReadAllLines(_folder / "v.dat");
        Assert.Equal([30_002, 30_002], lines.Select(l => l.Split('\t').Length));
        Assert.EndsWith("\t29999.3333\t", lines[1]);
    }

    [Fact]
    public void Rows_that_come_slowly_are_there_a_second_later()
    {
        using var files = new OutputWriter();
        var file = new LemsColumns(files, _folder / "v.dat", 1);
        file.Add(0, [1]);
        Thread.Sleep(1200);
        file.Add(1, [2]);
        files.Drain();

        Assert.Equal("0\t1\t\n", File.ReadAllText(Directory.GetFiles(_folder.Path, "v.dat.*.part").Single()));
    }
}
