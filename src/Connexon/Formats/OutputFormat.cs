namespace Connexon;

/// <summary>How output files are written.</summary>
public enum OutputFormat
{
    /// <summary>As LEMS has it: numbers and tabs, no names.</summary>
    Lems,

    /// <summary>Comma-separated values below a line of names.</summary>
    Csv,
}
