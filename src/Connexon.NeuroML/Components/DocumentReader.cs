namespace Connexon.NeuroML;

/// <summary>Reads a file and all that it includes, each once, into a document.</summary>
internal sealed class DocumentReader
{
    /// <summary>The most files that one may include, directly and through others.</summary>
    private const int MostFiles = 10_000, MostDepth = 200;

    private static readonly HashSet<string> Roots = ["neuroml", "Lems"];
    private readonly LemsDocument _document;
    private readonly HashSet<string> _read = [];
    private readonly List<Element> _types = [], _units = [];

    private DocumentReader(string file) => _document = new LemsDocument { Start = new Place(file, 1) };

    /// <summary>The document that begins with a file.</summary>
    /// <param name="file">Where it is.</param>
    /// <param name="name">What messages call it, and where its includes are found; null for the file itself.</param>
    /// <exception cref="NeuroMLException">A file is missing or wrong.</exception>
    public static LemsDocument Read(string file, string? name = null)
    {
        name ??= file;
        var reader = new DocumentReader(name);
        reader.File(Path.GetFullPath(name), new Place(name, 1), 0, Path.GetFullPath(file));
        reader.Define();
        return reader._document;
    }

    private void File(string path, Place from, int depth, string? at = null)
    {
        if (!_read.Add(path))
        {
            _document.Report.Add(ReadAction.Merged, $"{Path.GetFileName(path)} is included again and read once", from);
            return;
        }
        if (_read.Count > MostFiles || depth > MostDepth)
            throw new NeuroMLException(from, $"more than {MostFiles} files, or {MostDepth} in a row, are included.");
        if (!System.IO.File.Exists(at ?? path))
            throw new NeuroMLException(from, depth == 0 ? "the file does not exist."
                : $"it includes {path}, which does not exist. Paths are relative to the including file.");
        Element root = ElementReader.Read(at ?? path, path);
        if (!Roots.Contains(root.Name))
            throw root.Wrong($"the root element is <{root.Name}>; a NeuroML file has <neuroml>, a LEMS file <Lems>.");
        _document.Report.FileList.Add(path);
        if (root.StrayText is { } text) _document.Report.Add(ReadAction.Dropped, $"text in <{root.Name}> has no effect: '{text}'",
            root.Place);
        foreach (Element e in root.Children) Top(e, depth);
    }

    private void Top(Element e, int depth)
    {
        switch (e.Name)
        {
            case "include" or "Include":
                Include(e, depth);
                break;
            case "ComponentType":
                _types.Add(e);
                break;
            case "Dimension" or "Unit":
                _units.Add(e);
                break;
            case "Target":
                _document.Target ??= e;
                break;
            case "property":
                _document.Report.Add(ReadAction.Dropped, "<property> is a note and has no effect", e.Place);
                break;
            default:
                _document.Add(e);
                break;
        }
    }

    private void Include(Element e, int depth)
    {
        string target = e["href"] ?? e["file"] ?? e["url"] ?? throw e.Wrong($"<{e.Name}> needs 'file' or 'href'.");
        if (OwnTypes.IsOwn(target))
        {
            _document.Report.Add(ReadAction.Read, $"{Path.GetFileName(target)}: NeuroML's own types, which are built in", e.Place);
            return;
        }
        if (target.Contains("://"))
            throw e.Wrong($"it includes {target}: nothing is fetched from the network. Save the file beside this one.");
        string folder = Path.GetDirectoryName(e.Place.File)!;
        File(Path.GetFullPath(Path.Combine(folder, target.Replace('\\', '/'))), e.Place, depth + 1);
    }

    // Types may be used before they are written, in any file: dimensions first, then types.
    private void Define()
    {
        foreach (Element e in _units.Where(u => u.Name == "Dimension"))
            _document.Units.Add(e.Required("name"),
                SiScale.FromSi(Power(e, "m"), Power(e, "l"), Power(e, "t"), Power(e, "i"), Power(e, "k"), Power(e, "n")));
        foreach (Element e in _units.Where(u => u.Name == "Unit"))
            _document.Units.Add(new LemsUnit(e.Required("symbol"), _document.Units.DimensionOf(e.Required("dimension"), e.Place),
                Power(e, "power"),
                Number(e, "scale", 1), Number(e, "offset", 0)));
        var types = new TypeReader(_document.Units, _document.Report);
        var written = new Dictionary<string, Element>();
        foreach (Element e in _types)
        {
            ComponentType type = types.Read(e);
            if (written.TryGetValue(type.Name, out Element? first))
            {
                if (!ElementEquality.Same(first, e))
                    throw e.Wrong($"component type '{type.Name}' is defined twice with different content: first at {first.Place}.");
                _document.Report.Add(ReadAction.Merged, $"component type '{type.Name}' is defined twice alike", e.Place);
                continue;
            }
            written.Add(type.Name, e);
            if (_document.Types.Contains(type.Name)) _document.Report.Add(ReadAction.Noted,
                $"the file's own type '{type.Name}' replaces NeuroML's", e.Place);
            _document.Types.Replace(type);
        }
    }

    private static int Power(Element e, string attribute)
    {
        double x = Number(e, attribute, 0);
        return x == Math.Round(x) && Math.Abs(x) <= 30 ? (int)x
            : throw e.Wrong($"{attribute}=\"{x}\": a whole number from -30 to 30 is needed.");
    }

    private static double Number(Element e, string attribute, double otherwise) =>
        e[attribute] is not { } text ? otherwise
        : double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double x)
            ? x
        : throw e.Wrong($"{attribute}=\"{text}\" is not a number.");
}
