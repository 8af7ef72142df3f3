using Connexon.Tables;
using static Connexon.Units;

namespace Connexon.Tests.Tables;

/// <summary>Recorded traces as drives.</summary>
public sealed class DriveTables : TempTables
{
    /// <summary>A leak alone: C dV/dt = I, so that V is the integral of the straight lines between the rows.</summary>
    [Theory]
    [InlineData("t (ms),A (uA),B (nA)\n1,0,0\n3,2,1000\n4,2,1000\n", 0.25)]
    [InlineData("t_ms;A (uA);B (uA)\n1;0;0\n3;2,0;1,0\n4;2,0;1,0\n", 0.7)] // rows off the grid of steps
    [InlineData("time [s]\tB [uA]\tother (uA)\tA [uA]\n0.001\t0\t9\t0\n0.003\t1\t9\t2\n0.004\t1\t9\t2\n", 0.1)]
    public void A_cell_gets_the_charge_of_its_trace(string text, double dt)
    {
        var traces = DriveTable.Read(Write(text));
        var cells = new Integrator(3);
        Network network = new Network(cells).Drive(cells, Drive.Table(traces, ["B", "silent", "A"])).Record(cells.V);

        Run run = network.Run(7 * ms, dt: dt * ms);

        // 0 to 2 uA in 2 ms and 2 uA for 1 ms are 4 nC, which raise 1 uF by 4 mV.
        int last = run[cells.V].Rows - 1;
        Assert.Equal([2, 0, 4], Enumerable.Range(0, 3).Select(i => Math.Round(run[cells.V].Number(last, i, 0), 9)));
    }

    [Theory]
    [InlineData("t,A (uA)\n0,1\n1,1\n",
        "t.csv(1): the first column, 't', is to be the time, and has no unit of one; call it 't (ms)' or 't (s)'")]
    [InlineData("t_ms\n0\n1\n", "t.csv(1): there is a column of times and none of a cell")]
    [InlineData("t (ms),A (uA)\n0,1\n0,1\n", "t.csv(3): the time 0 ms follows 0 ms; times ascend")]
    [InlineData("t (ms),A (uA)\n0,1\n", "t.csv: a trace has two rows or more, for there are straight lines between them")]
    [InlineData("t (ms),A (uA),B (mS)\n0,1,1\n1,1,1\n",
        "t.csv(1): column 'A' is a current (uA) and column 'B' a conductance (mS); drives are of one kind")]
    [InlineData("t (ms),A (uA)\n0,1\n1,x\n", "t.csv(3): column 'A' holds 'x'; a trace has a finite number there")]
    [InlineData("t (ms),A (uA)\n0,1\n1\n", "t.csv(3): column 'A' holds ''; a trace has a finite number there")]
    [InlineData("t (ms),A (uA)\n0,1\n1,2,3\n", "t.csv(3): 3 fields where the header has 2")]
    [InlineData("t (ms),A (uA),A (uA)\n0,1,1\n1,1,1\n",
        "t.csv(1): 2 columns are called 'A'; each is the drive of one cell, by its name")]
    public void Traces_that_are_none_are_refused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<TableException>(() => DriveTable.Read(Write(text))).Message);

    private sealed class Integrator(Shape size) : Neuron(size)
    {
        public State<Voltage> V => State<Voltage>();

        protected override void Define(ModelBuilder m)
        {
            Expr input = m.Input(Dimension.Current), v = m.State("V", 0 * mV);
            m.Derivative(v, input / (1 * uF));
        }
    }
}
