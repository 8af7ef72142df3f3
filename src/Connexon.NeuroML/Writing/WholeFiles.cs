using System.Xml.Linq;

namespace Connexon.NeuroML;

/// <summary>Writes files that belong together: all whole, or none changed.</summary>
internal static class WholeFiles
{
    public static void Write(params (string Path, XElement Root)[] files)
    {
        try
        {
            foreach (var (path, root) in files) new XDocument(root).Save(Draft(path));
            foreach (var (path, _) in files) File.Move(Draft(path), path, overwrite: true);
        }
        finally
        {
            foreach (var (path, _) in files)
                if (File.Exists(Draft(path))) File.Delete(Draft(path));
        }
    }

    private static string Draft(string path) => path + ".part";
}
