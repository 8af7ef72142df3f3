#:project ../src/Connexon.Plotting/Connexon.Plotting.csproj

// The tables and the picture of docs/numerics.md: what accuracy costs. A random network of 1000 classic Hodgkin-Huxley cells with ten
// junctions each; error against wall time for every method, with weak junctions and with junctions a thousand times as strong.
using Connexon;
using Connexon.Plotting;
using static Connexon.Units;

const double Duration = 20, Target = 0.1;

Picture weak = Measure(0.01 * mS, shortest: 0.00625, untilTarget: true), strong = Measure(10 * mS, shortest: 0.0125, untilTarget: false);
Console.WriteLine(Picture.Beside(weak, strong).Save(args.FirstOrDefault() ?? "work-precision.png"));

Picture Measure(Conductance conductance, double shortest, bool untilTarget)
{
    var cells = new HH(1000) { gL = 0.3 * mS, V_initializer = Init.Uniform(-70 * mV, -60 * mV) };
    var gap = new SymmetryGapJunction(cells, "V", Connect.FixedDegree(10, seed: 1), conductance);
    Network network = new Network(cells, gap).Drive(cells, Init.Uniform(5 * uA, 12 * uA));
    double[] exact = Last(Method.Imex4, shortest / 2).V!;
    Console.WriteLine($"\nJunctions of {conductance}: kappa is {network.Coupling(0.05 * ms).LargestKappa:G3} at dt = 0.05 ms.");
    Console.WriteLine("| method | dt (ms) | rms error (mV) | order | time (s) |\n|---|---|---|---|---|");

    var curves = new List<(string Name, double[] Times, double[] Errors)>();
    foreach (Method method in Method.All)
    {
        var (times, errors, before) = (new List<double>(), new List<double>(), 0.0);
        for (double dt = 0.1; dt >= shortest || (untilTarget && method == Method.ExponentialEuler && errors[^1] > Target);
            dt /= dt > shortest ? 2 : 4)
        {
            var (v, seconds, why) = Last(method, dt);
            double error = v is null ? double.NaN : Math.Sqrt(v.Zip(exact, (a, b) => (a - b) * (a - b)).Average());
            string order = errors.Count > 0 ? $"{Math.Log(errors[^1] / error) / Math.Log(before / dt):F1}" : "";
            Console.WriteLine(v is null
                ? $"| {method} | {dt:G3} | {why} | | |"
                : $"| {method} | {dt:G3} | {error:G2} | {order} | {seconds:G2} |");
            if (v is null) continue;
            times.Add(seconds);
            errors.Add(error);
            before = dt;
        }
        curves.Add((method.Name, [.. times], [.. errors]));
    }
    return Picture.LogLog([.. curves.Select(c => c.Times)], [.. curves.Select(c => c.Errors)], [.. curves.Select(c => c.Name)],
        "wall time (s)", "rms error of V at 20 ms (mV)", $"junctions of {conductance}");

    // V of all cells at the end; the fastest of three runs where they are short. No V if the method cannot take the step.
    (double[]? V, double Seconds, string Why) Last(Method method, double dt)
    {
        double seconds = double.PositiveInfinity;
        double[]? last = null;
        for (int repeat = 0; repeat < 3 && (repeat == 0 || seconds < 0.15); repeat++)
        {
            try
            {
                Run run = network.Record(cells.V, every: (int)Math.Round(Duration / dt)).Run(Duration * ms, dt * ms, method);
                seconds = Math.Min(seconds, run.Elapsed.TotalSeconds);
                last = [.. Enumerable.Range(0, 1000).Select(i => run[cells.V].Number(1, i))];
            }
            catch (NetworkException)
            {
                return (null, 0, "refused: unstable");
            }
            catch (DivergenceException)
            {
                return (null, 0, "diverged");
            }
        }
        return (last, seconds, "");
    }
}
