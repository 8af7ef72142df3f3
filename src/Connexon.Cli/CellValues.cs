using Connexon.Tables;

namespace Connexon.Cli;

/// <summary>
/// What a table of cells says of each beside its model: parameters by their names, a start, a drive. All that does not fit is said
/// together.
/// </summary>
internal sealed class CellValues
{
    private readonly CellTable _cells;
    private readonly string _path;
    private readonly TableNetwork _network;
    private readonly List<string> _problems = [], _warnings = [];
    private readonly Dictionary<TablePopulation, Quantity?[]> _drives = [];

    public CellValues(CellTable cells, string path, TableNetwork network)
    {
        (_cells, _path, _network) = (cells, Path.GetFileName(path), network);
        Parameters = network.Network.Parameters;
        string[] columns = [.. cells.Columns.Where(c => c != CellModels.ColumnOf(cells))];
        string[] unused = [.. columns.Where(c => !Take(c))];
        if (_problems.Count > 0)
            throw new FormatException(string.Join(Environment.NewLine, _problems.Take(10))
                + (_problems.Count > 10 ? $"{Environment.NewLine}and {_problems.Count - 10} more" : ""));
        if (unused.Length > 0)
            _warnings.Add($"{_path}: columns {List(unused)} are no parameter, start or drive: left out. Parameters: "
                + $"{string.Join("; ", network.Populations.Select(p => $"{p.Neurons.Model.Name}: {Names(p)}"))}.");
        string[] unknown = [.. cells.Names.Except(network.Table.Names)], silent = [.. network.Table.Names.Where(c => !cells.Has(c))];
        if (unknown.Length > 0) _warnings.Add($"{_path}: {List(unknown)}: not in the connectome, left out.");
        if (silent.Length > 0) _warnings.Add($"{_path} has no row for {List(silent)}: they are as without it.");
    }

    /// <summary>The numbers of the network.</summary>
    public Parameters Parameters { get; private set; }

    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Whether there is a column of drives.</summary>
    public bool Drives => _drives.Count > 0;

    /// <summary>What drives each neuron of a population; null for one of which nothing is said.</summary>
    public Quantity?[] DriveOf(TablePopulation population) => _drives[population];

    private bool Take(string column)
    {
        bool drive = CellModels.Same(column, "drive") || CellModels.Same(column, "input");
        var places = _network.Populations.Select(p => (Population: p, Key: drive ? null : KeyOf(p, column))).ToList();
        if (!drive && places.All(p => p.Key is null)) return false;
        foreach (var (population, key) in places)
            if (drive) _drives[population] = Read(population, column, population.Neurons.Model.Input!.Dimension);
            else if (key is not null) Set(population, column, key);
            else
                _problems.AddRange(population.Cells.Where(c => _cells.Has(c) && _cells.Text(c, column) != "").Select(c =>
                    $"{At(c)}: cell '{c}' is {population.Neurons.Model.Name}, which has no {column}. It has {Names(population)}."));
        return true;
    }

    private static ParameterKey? KeyOf(TablePopulation population, string column)
    {
        Neuron neurons = population.Neurons;
        if (neurons.Model.Parameters.Select(p => p.Symbol.Name) is var names
            && (names.FirstOrDefault(n => n == column) ?? names.FirstOrDefault(n => CellModels.Same(column, n))) is { } name)
            return neurons.Parameter(name);
        return CellModels.Same(column, "start") ? population.First.Start
            : neurons.Model.States.Select(s => s.Symbol.Name)
                .FirstOrDefault(s => new[] { "start", "0", "initializer" }.Any(end => CellModels.Same(column, s + end))) is { } state
                ? neurons[state].Start : null;
    }

    private void Set(TablePopulation population, string column, ParameterKey key)
    {
        Quantity?[] given = Read(population, column, key.Dimension);
        if (_problems.Count > 0 || given.All(q => q is null)) return;
        if (given.Any(q => q is null) && !IsNumber(key))
            _problems.Add($"{_path}: column '{column}' is empty for '{population.Cells[Array.IndexOf(given, null)]}', "
                + $"and without it a run draws or computes {key}: give it for every cell of {population.Neurons.Model.Name}, or for none.");
        else Parameters = Parameters.With(key, given.Select((q, i) => q ?? Parameters[key, i]).ToArray());
    }

    private bool IsNumber(ParameterKey key)
    {
        try
        {
            _ = Parameters[key, 0];
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private Quantity?[] Read(TablePopulation population, string column, Dimension due)
    {
        var values = new Quantity?[population.Cells.Length];
        for (int i = 0; i < values.Length; i++)
        {
            string cell = population.Cells[i];
            if (!_cells.Has(cell)) continue;
            try
            {
                values[i] = _cells.Quantity(cell, column);
            }
            catch (TableException e)
            {
                _problems.Add(e.Message);
            }
            if (values[i] is { } q && q.Dimension != due)
                _problems.Add($"{At(cell)}: cell '{cell}', column '{column}': {q} "
                    + (q.Dimension.IsNone ? "has no unit" : $"is {q.Dimension}") + $", but {due} is needed. "
                    + $"A unit stands with the value or in the header: '{column} ({due.Unit})'.");
        }
        return values;
    }

    private string At(string cell) => $"{_path}({_cells.Line(cell)})";

    private static string Names(TablePopulation p) => string.Join(", ", p.Neurons.Model.Parameters.Select(x => x.Symbol.Name));

    private static string List(string[] names) =>
        string.Join(", ", names.Take(6).Select(n => $"'{n}'")) + (names.Length > 6 ? $" and {names.Length - 6} more" : "");
}
