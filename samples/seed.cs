#:project ../src/Connexon/Connexon.csproj

// The documentation example of brainpy.state's SymmetryGapJunction, line for line.
using Connexon;
using static Connexon.Units;

// Create neuron groups
var neurons = new HH(100);

// Create a gap junction connecting the neurons on their membrane potential
var gapJunction = new SymmetryGapJunction(
    couples: neurons,
    states: "V",
    conn: (preSize, postSize) => ([0, 1, 2], [1, 2, 0]),
    weight: 0.1 * mS);

// Initialise with a batch of one, as the original's example does
neurons.InitState(batchSize: 1);

// Update the network: 100 steps of 0.01 ms
JunctionCurrents currents = default;
int spikes = 0;
for (int i = 0; i < 100; i++)
{
    currents = gapJunction.Update();
    spikes += neurons.Update(10 * uA).Count;
}

Console.WriteLine($"V of neurons 0, 1, 2: {neurons.V[0]}, {neurons.V[1]}, {neurons.V[2]}");
Console.WriteLine($"sum of the junction currents: {Enumerable.Range(0, 3).Sum(i => (currents.Pre[i] + currents.Post[i]).Value):E1} uA");
Console.WriteLine($"spikes: {spikes}");
