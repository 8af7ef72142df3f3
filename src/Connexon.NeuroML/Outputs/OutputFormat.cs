namespace Connexon.NeuroML;

/// <summary>How rows are written.</summary>
internal enum OutputFormat
{
    /// <summary>As jLEMS: no header, a tab after each number.</summary>
    Lems,

    /// <summary>A header of "t" and the columns' ids, and commas between.</summary>
    Csv,
}
