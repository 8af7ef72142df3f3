using System.Xml.Linq;

namespace Connexon.NeuroML;

/// <summary>Writes networks as NeuroML 2.</summary>
public static class NeuroMLWriter
{
    internal static XNamespace Space { get; } = "http://www.neuroml.org/schema/neuroml2";

    extension(Network network)
    {
        /// <summary>
        /// Writes the network: a NeuroML 2 file with populations, junctions and drives, and beside it, as NAME.cells.xml, the LEMS file
        /// that it includes, with the equations as ComponentTypes and their values as Components. What is recorded is not written.
        /// </summary>
        /// <param name="path">The NeuroML file: "net.nml".</param>
        /// <param name="seed">The seed of the run whose random starts are written.</param>
        /// <returns>The two files.</returns>
        /// <exception cref="NetworkException">Something is wrong with the network.</exception>
        /// <exception cref="NotExpressibleException">
        /// NeuroML cannot say all of it; every reason is in the message, and nothing was written.
        /// </exception>
        /// <exception cref="IOException">A file cannot be written.</exception>
        public IReadOnlyList<string> SaveNeuroML(string path, ulong seed = 0)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            if (network.Check() is { Count: > 0 } problems) throw new NetworkException(problems);
            string stem = Stem(path), cells = Path.Combine(Path.GetDirectoryName(path) ?? "", stem + ".cells.xml");
            var written = new WrittenNetwork(network, seed);
            XDocument types = new(written.Cells()), parts = new(written.Network(Names.Legal(stem), Path.GetFileName(cells)));
            WholeFile.Write([(cells, types.Save), (path, parts.Save)]);
            return [path, cells];
        }
    }

    private static string Stem(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        return name.EndsWith(".net", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
    }
}
