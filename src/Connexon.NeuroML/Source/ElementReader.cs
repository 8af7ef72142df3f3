using System.Xml;

namespace Connexon.NeuroML;

/// <summary>
/// Reads an XML file as a stream into elements. Nothing outside the file is fetched (no document type, no entities, no network), and
/// depth and size are bounded, so that no file can hang the reader or fill the memory.
/// </summary>
internal sealed class ElementReader
{
    /// <summary>The deepest nesting that is read; published files have less than 15.</summary>
    public const int MostDepth = 64;

    /// <summary>The most characters of one file.</summary>
    public const long MostCharacters = 2_000_000_000;

    private static readonly HashSet<string> Prose = ["notes", "annotation", "Notes"];
    private readonly string _file;
    private readonly XmlReader _xml;
    private readonly Dictionary<string, string> _shortValues = [];
    private string[] _lastNames = [];

    private ElementReader(string file, XmlReader xml) => (_file, _xml) = (file, xml);

    /// <summary>The root element of a file.</summary>
    /// <param name="at">Where it is.</param>
    /// <param name="file">What messages call it.</param>
    /// <exception cref="NeuroMLException">The file is missing, no XML, or beyond the bounds.</exception>
    public static Element Read(string at, string file)
    {
        try
        {
            using FileStream stream = File.OpenRead(at);
            return Read(stream, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NeuroMLException(new Place(file, 1), $"the file cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The root element of a stream.</summary>
    public static Element Read(Stream stream, string file)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MostCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };
        try
        {
            using var xml = XmlReader.Create(stream, settings);
            return new ElementReader(file, xml).Root();
        }
        catch (XmlException e)
        {
            string advice = e.Message.Contains("DTD") ? " Remove the <!DOCTYPE>: NeuroML files have none." : "";
            throw new NeuroMLException(new Place(file, Math.Max(1, e.LineNumber)), $"not well-formed XML: {e.Message}{advice}", e);
        }
    }

    private Element Root()
    {
        Element? root = null;
        var open = new Stack<Element>();
        bool more = _xml.Read();
        while (more)
        {
            switch (_xml.NodeType)
            {
                case XmlNodeType.Element when Prose.Contains(_xml.LocalName):
                    _xml.Skip();
                    continue;
                case XmlNodeType.Element:
                    Element e = Start();
                    if (open.Count >= MostDepth)
                        throw e.Wrong($"{e} is nested {open.Count + 1} deep; at most {MostDepth} is read.");
                    if (open.TryPeek(out Element? parent)) parent.Add(e);
                    root ??= e;
                    if (!_xml.IsEmptyElement) open.Push(e);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when open.TryPeek(out Element? around):
                    string text = _xml.Value.Trim();
                    if (text != "") around.StrayText ??= text.Length > 40 ? text[..40] + "..." : text;
                    break;
            }
            more = _xml.Read();
        }
        return root ?? throw new NeuroMLException(new Place(_file, 1), "the file has no element.");
    }

    private Element Start()
    {
        int line = ((IXmlLineInfo)_xml).LineNumber;
        string name = _xml.LocalName;
        var names = new List<string>(_xml.AttributeCount);
        var values = new List<string>(_xml.AttributeCount);
        while (_xml.MoveToNextAttribute())
        {
            if (_xml.Prefix != "" || _xml.LocalName == "xmlns") continue;
            names.Add(_xml.LocalName);
            values.Add(Shared(_xml.Value.Trim()));
        }
        _xml.MoveToElement();
        // Neighbours mostly have the same attributes: one list of names serves them all.
        if (!names.SequenceEqual(_lastNames)) _lastNames = [.. names];
        return new Element(name, _file, line, _lastNames, [.. values]);
    }

    // Weights, delays and synapse names repeat a million times in a large file.
    private string Shared(string value)
    {
        if (value.Length > 24) return value;
        if (_shortValues.TryGetValue(value, out string? known)) return known;
        if (_shortValues.Count < 10_000) _shortValues.Add(value, value);
        return value;
    }
}
