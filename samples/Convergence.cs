#:project ../src/Connexon/Connexon.csproj

// The table of docs/numerics.md: two classic Hodgkin-Huxley cells joined by 0.5 mS, 20 uA into the first; root-mean-square error of V over
// 100 ms against the same network at a much smaller step.
using Connexon;
using static Connexon.Units;

var cells = new HH(2) { gL = 0.3 * mS, V_initializer = -65 * mV };
var gap = new SymmetryGapJunction(cells, "V", Connect.Ring, 0.5 * mS);
Network network = new Network(cells, gap).Drive(cells, (Init<Current>)[20 * uA, 0 * uA]);

double[] exact = Sample(Method.Imex4, 0.1 / 64);
Method[] methods = [.. Method.All];
Console.WriteLine($"| dt (ms) | {string.Join(" | ", methods.Select(m => m.Name))} |\n|---{string.Concat(methods.Select(_ => "|---"))}|");
foreach (double dt in (double[])[0.05, 0.025, 0.0125, 0.00625])
    Console.WriteLine($"| {dt} | {string.Join(" | ", methods.Select(m => $"{Error(m, dt):G3}"))} |");

double Error(Method method, double dt) => Math.Sqrt(Sample(method, dt).Zip(exact, (a, b) => (a - b) * (a - b)).Average());

// V of both cells every 0.1 ms.
double[] Sample(Method method, double dt)
{
    Run run = network.Record(cells.V, every: (int)Math.Round(0.1 / dt)).Run(100 * ms, dt * ms, method);
    return [.. run[cells.V].Numbers(0), .. run[cells.V].Numbers(1)];
}
