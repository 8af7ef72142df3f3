#:project ../src/Connexon.Plotting/Connexon.Plotting.csproj

using Connexon;
using static Connexon.Units;

var neurons = new HH(100);

var gap = new SymmetryGapJunction(
    couples: neurons,                 // or (pre, post)
    states:  "V",                     // or ("V", "V"), or nameof(HH.V)
    conn:    Connect.Ring,            // or (preSize, postSize) => ([0, 1, 2], [1, 2, 0])
    weight:  0.1 * mS,                // or [0.1 * mS, 0.2 * mS, ...], or Init.Uniform(...)
    paramType: ParamType.Trainable);  // the default

var run = new Network(neurons, gap).Drive(neurons, 10 * uA).Run(100 * ms, dt: 0.05 * ms);
run.Plot(neurons.V).Save("traces.png");
