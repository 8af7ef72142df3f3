namespace Connexon.NeuroML;

/// <summary>A model-validation test (.omt): a LEMS file, and what its outputs should hold.</summary>
/// <param name="Path">The .omt file.</param>
/// <param name="Target">The LEMS file, as a full path.</param>
/// <param name="Engine">The simulator that the test was written for.</param>
/// <param name="Experiments">What is compared; empty for a test that only has to run.</param>
internal sealed record ModelTest(string Path, string Target, string Engine, IReadOnlyList<Experiment> Experiments);

/// <summary>One comparison.</summary>
/// <param name="Name">The experiment.</param>
/// <param name="Observable">What is compared: "spike times".</param>
/// <param name="Source">Where the numbers come from; null where this kind of observable is not supported.</param>
/// <param name="Expected">What they should be.</param>
/// <param name="Tolerance">The largest relative difference.</param>
/// <param name="Unsupported">Why it cannot be checked; null if it can.</param>
internal sealed record Experiment(string Name, string Observable, Source? Source, IReadOnlyList<double> Expected, double Tolerance,
    string? Unsupported = null);

/// <summary>The numbers of an output file that an observable is made of.</summary>
/// <param name="Path">The file, as a full path: where the LEMS file would write it if it were run where it lies.</param>
internal abstract record Source(string Path);

/// <summary>Columns of rows.</summary>
/// <param name="Path">The file.</param>
/// <param name="Columns">Time and value, from 0.</param>
/// <param name="Header">How many lines to leave out.</param>
/// <param name="Scaling">What each column is multiplied by.</param>
/// <param name="Detection">How spikes are found; null where the values themselves count.</param>
/// <param name="Last">How many rows at the end are averaged, for a resting value.</param>
internal sealed record TraceSource(string Path, (int Time, int Value) Columns, int Header, (double Time, double Value) Scaling,
    Detection? Detection, int Last) : Source(Path);

/// <summary>Rows of spikes.</summary>
/// <param name="Path">The file.</param>
/// <param name="TimeFirst">True for rows of time and id.</param>
/// <param name="Id">The id whose spikes count; null for all.</param>
/// <param name="Scaling">What times are multiplied by.</param>
internal sealed record SpikeSource(string Path, bool TimeFirst, string? Id, double Scaling) : Source(Path);
