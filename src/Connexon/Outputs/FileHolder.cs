using System.Globalization;

namespace Connexon;

/// <summary>Who writes a file.</summary>
/// <param name="Process">The number of the process.</param>
/// <param name="Machine">Where it runs.</param>
/// <param name="Since">When it began to write.</param>
/// <param name="Draft">The name under which it writes.</param>
internal sealed record FileHolder(int Process, string Machine, DateTime Since, string Draft)
{
    private const string Form = "yyyy-MM-ddTHH:mm:ssZ";

    /// <summary>This process, now.</summary>
    public static FileHolder This(string draft) =>
        new(Environment.ProcessId, Environment.MachineName, DateTime.UtcNow, Path.GetFileName(draft));

    /// <summary>What a lock says.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture,
        $"process {Process}\nmachine {Machine}\nsince {Since.ToString(Form, CultureInfo.InvariantCulture)}\nwrites {Draft}\n");

    /// <summary>What a lock says; null if that is none.</summary>
    public static FileHolder? Parse(string text)
    {
        string[] lines = [.. text.Split('\n').Take(4)];
        string? Field(int line, string name) => line < lines.Length && lines[line].StartsWith(name + " ", StringComparison.Ordinal)
            ? lines[line][(name.Length + 1)..] : null;
        return int.TryParse(Field(0, "process"), CultureInfo.InvariantCulture, out int process) && Field(1, "machine") is { } machine
            && DateTime.TryParseExact(Field(2, "since"), Form, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime since) && Field(3, "writes") is { } draft
            ? new FileHolder(process, machine, since, draft) : null;
    }

    /// <summary>True on the machine that it runs on.</summary>
    public bool IsHere => Machine == Environment.MachineName;

    /// <summary>True unless it is known to be no more: of another machine that is not known.</summary>
    public bool IsAlive
    {
        get
        {
            if (!IsHere) return true;
            if (Process == Environment.ProcessId) return false; // an earlier process of that number: this one knows its own
            try
            {
                using var running = System.Diagnostics.Process.GetProcessById(Process);
                return running.StartTime.ToUniversalTime() <= Since.AddMinutes(1); // else a later process of that number
            }
            catch (ArgumentException)
            {
                return false;
            }
            catch (InvalidOperationException)
            {
                return false; // it has ended just now
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return true; // another user's
            }
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"process {Process} on {Machine} since {Since:yyyy-MM-dd HH:mm:ss} UTC");
}
