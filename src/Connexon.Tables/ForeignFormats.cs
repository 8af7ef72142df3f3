using System.Text;
using System.Text.RegularExpressions;

namespace Connexon.Tables;

/// <summary>Files of other formats that people have their networks in: their names, and how a table is made of them.</summary>
internal static partial class ForeignFormats
{
    private const string Edges = "write_weighted_edgelist(G, 'pairs.txt')";

    private static readonly (byte[] Start, string Word)[] Binary =
    [
        ([0xD0, 0xCF, 0x11, 0xE0], "an Excel workbook of the old binary format (.xls); save it as .xlsx or .csv"),
        ([0x93, .. "NUMPY"u8], "an array of NumPy (.npy); write it as text: numpy.savetxt('matrix.csv', numpy.load(file), delimiter=',')"),
        ([0x1F, 0x8B], "compressed by gzip; unpack it first: gunzip FILE"),
        ([0x89, .. "HDF"u8], "an HDF5 file; write its pairs as text: pre,post,weight"),
        ([.. "MATLAB 5.0 MAT"u8], "a MATLAB file (.mat); write the matrix as text: writematrix(A, 'matrix.csv')"),
        ([.. "%PDF"u8], "a PDF; copy the table into a spreadsheet and save that as .csv or .xlsx"),
        ([.. "PAR1"u8], "a Parquet file; write it as text: pandas.read_parquet(file).to_csv('pairs.csv', index=False)"),
    ];

    /// <summary>What is said of a file that begins so; null where it may be a table.</summary>
    public static string? Word(ReadOnlySpan<byte> head)
    {
        foreach (var (start, word) in Binary)
            if (head.StartsWith(start)) return word;
        return Text(Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n'));
    }

    /// <summary>
    /// The same of an archive by the names and beginnings of its entries, which are not compressed in OpenDocument files and .npz.
    /// </summary>
    public static string? Archive(ReadOnlySpan<byte> head)
    {
        string names = Encoding.Latin1.GetString(head);
        return names.Contains("application/vnd.oasis.opendocument", StringComparison.Ordinal)
            ? "an OpenDocument file; save it as .xlsx or .csv"
            : names.Contains(".npy", StringComparison.Ordinal)
                ? "arrays of NumPy or SciPy (.npz); write the matrix as text: numpy.savetxt('matrix.csv', A, delimiter=',')"
            : null;
    }

    private static string? Text(string text)
    {
        bool Has(string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
        bool Starts(string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase);
        if (Starts("%%MatrixMarket"))
            return "a matrix in Matrix Market form; write it as text: "
                + "numpy.savetxt('matrix.csv', scipy.io.mmread(file).toarray(), delimiter=',')";
        if (Starts("<"))
            return Has("<graphml") ? $"GraphML; write its pairs as text: G = networkx.read_graphml(file); networkx.{Edges}"
                : Has("<gexf") ? $"GEXF; write its pairs as text: G = networkx.read_gexf(file); networkx.{Edges}"
                : Has("<neuroml") || Has("<lems") ? "a NeuroML or LEMS file; give it the extension .xml or .nml"
                : Has("<html") ? "a web page; copy its table into a spreadsheet and save that as .csv or .xlsx"
                : "XML; write its pairs as text: pre,post,weight";
        if (Starts("{") || (Starts("[") && text.AsSpan(1).TrimStart() is ['{' or '[' or '"' or (>= '0' and <= '9'), ..]))
            return "JSON; write its pairs as text, a line each: pre,post,weight";
        if (Starts("graph [") || Starts("graph\n") || Starts("graph\r") || (Starts("Creator ") && Has("graph")))
            return $"GML; write its pairs as text: G = networkx.read_gml(file); networkx.{Edges}";
        if (Starts("*vertices") || Starts("*network"))
            return $"a network of Pajek; write its pairs as text: G = networkx.Graph(networkx.read_pajek(file)); networkx.{Edges}";
        if (Dot().IsMatch(text))
            return $"a graph in DOT form; write its pairs as text: G = networkx.nx_agraph.read_dot(file); networkx.{Edges}";
        return null;
    }

    [GeneratedRegex(@"^(strict\s+)?(di)?graph\b[^,;\t\n]*\{", RegexOptions.IgnoreCase)]
    private static partial Regex Dot();
}
