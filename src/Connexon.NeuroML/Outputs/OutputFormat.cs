namespace Connexon.NeuroML;

/// <summary>How columns are written.</summary>
public enum OutputFormat
{
    /// <summary>As LEMS has it: numbers between tabs, no names.</summary>
    Lems,

    /// <summary>Comma-separated values with a line of names.</summary>
    Csv,
}
