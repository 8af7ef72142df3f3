#:project ../src/Connexon.Plotting/Connexon.Plotting.csproj

// The README's picture: a hundred Hodgkin-Huxley cells, each with a drive of its own, without junctions and with them.
using Connexon;
using static Connexon.Units;

var neurons = HH.Squid(100);
var gap = new SymmetryGapJunction(neurons, "V", Connect.SmallWorld(6, 0.1, seed: 1), 0.1 * mS);
var drive = Init.Uniform(8 * uA, 12 * uA);

Run uncoupled = new Network(neurons).Drive(neurons, drive).Record(neurons.V, every: 2).Run(150 * ms, dt: 0.05 * ms);
Run coupled = new Network(neurons, gap).Drive(neurons, drive).Record(neurons.V, every: 2).Run(150 * ms, dt: 0.05 * ms);

string path = uncoupled
    .PlotBeforeAfter(coupled, neurons.V, titleBefore: "without junctions", titleAfter: "each joined to six others by 0.1 mS")
    .Save(args.FirstOrDefault() ?? "before-after.png");
Console.WriteLine(path);
