namespace Connexon.Cli;

/// <summary>Files that are whole or not there.</summary>
internal static class AtomicFile
{
    public static void Write(string path, string text)
    {
        string draft = path + ".part";
        try
        {
            File.WriteAllText(draft, text);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
