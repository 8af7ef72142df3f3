using Connexon.Programs;

namespace Connexon.Tests.Compilation;

using Program = Connexon.Programs.Program;

/// <summary>Steps uncoupled neurons by a method's passes, one assignment at a time, each a program of its own: slow and obvious.</summary>
internal sealed class InterpretedPopulation
{
    private readonly List<(Assignment[] Assignments, Program[] Programs)> _passes = [];
    private readonly List<Symbol> _symbols = [];
    private readonly Dictionary<Symbol, double[]> _values;
    private readonly int _size;
    private readonly double _dt;
    private long _step;

    public InterpretedPopulation(Neuron population, Method method, double dt, Func<Symbol, int, double> start, Func<int, double> input)
    {
        (_dt, _size) = (dt, population.Size);
        _values = new() { [Symbol.TimeStep] = Each(_ => dt), [Symbol.FullStep] = Each(_ => dt), [population.Model.Input!] = Each(input) };
        foreach (Parameter p in population.Model.Parameters) _values[p.Symbol] = population.Model.ParameterValues(p.Symbol, _size);
        foreach (StateVariable s in population.Model.States) _values[s.Symbol] = Each(i => start(s.Symbol, i));
        foreach (Pass pass in method.Passes(population.Model, default).Stages.SelectMany(s => s.Passes))
            _passes.Add((pass.Assignments, [.. pass.Assignments.Select(a => Lowering.Of(a.Value, SlotOf))]));
    }

    /// <summary>Which neurons spiked in the last step.</summary>
    public IEnumerable<bool> Spiked => _values[Symbol.Spike].Select(double.IsNegative);

    public double Value(Symbol state, int neuron) => _values[state][neuron];

    public void Step()
    {
        _values[Symbol.Time] = Each(_ => _step * _dt);
        foreach (var (assignments, programs) in _passes)
        {
            double[][] values = [.. programs.Select(p => Interpreter.Run(p, _size, slot => Held(_symbols[slot.Index]))[0])];
            for (int k = 0; k < values.Length; k++) _values[assignments[k].Target] = values[k];
        }
        _step++;
    }

    // What a method keeps from step to step is 0 before the first.
    private double[] Held(Symbol s) => _values.TryGetValue(s, out double[]? values) ? values : _values[s] = new double[_size];

    private double[] Each(Func<int, double> value) => [.. Enumerable.Range(0, _size).Select(value)];

    private Slot SlotOf(Symbol s)
    {
        if (!_symbols.Contains(s)) _symbols.Add(s);
        return new Slot(SlotKind.Array, _symbols.IndexOf(s));
    }
}
