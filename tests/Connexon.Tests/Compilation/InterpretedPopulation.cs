using Connexon.Compilation;
using Connexon.Programs;

namespace Connexon.Tests.Compilation;

/// <summary>Steps uncoupled neurons by a method's passes, one neuron and one node of an expression at a time: slow and obvious.</summary>
internal sealed class InterpretedPopulation
{
    private readonly IReadOnlyList<Stage> _stages;
    private readonly Dictionary<Symbol, double>[] _neurons;
    private readonly double _dt;
    private long _step;

    public InterpretedPopulation(Neuron population, Method method, double dt, Func<Symbol, int, double> start, Func<int, double> input)
    {
        (_dt, _stages) = (dt, method.Plan(population.Model).Stages);
        _neurons = [.. Enumerable.Range(0, population.Size).Select(i =>
        {
            var values = new Dictionary<Symbol, double> { [Symbol.TimeStep] = dt, [population.Model.Input!] = input(i) };
            foreach (Parameter p in population.Model.Parameters) values[p.Symbol] = population.Model.ParameterValues(p.Symbol, i + 1)[i];
            foreach (StateVariable s in population.Model.States) values[s.Symbol] = start(s.Symbol, i);
            return values;
        })];
    }

    /// <summary>Which neurons spiked in the last step.</summary>
    public IEnumerable<bool> Spiked => _neurons.Select(n => n[Symbol.Spike] != 0);

    public double Value(Symbol state, int neuron) => _neurons[neuron][state];

    public void Step()
    {
        foreach (Dictionary<Symbol, double> n in _neurons)
        {
            n[Symbol.Time] = _step * _dt;
            foreach (Pass pass in _stages.SelectMany(s => s.Passes))
            {
                double[] values = [.. pass.Assignments.Select(a => Interpreter.Evaluate(a.Value, s => n[s]))];
                for (int k = 0; k < values.Length; k++) n[pass.Assignments[k].Target] = values[k];
            }
        }
        _step++;
    }
}
