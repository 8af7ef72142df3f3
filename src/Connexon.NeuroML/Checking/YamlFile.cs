using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Connexon.NeuroML;

/// <summary>A YAML file whose values are asked for by key, and whose mistakes are told with their line.</summary>
internal sealed class YamlFile
{
    private const int MostDepth = 100;

    private readonly string _path;

    public YamlFile(string path)
    {
        _path = path;
        try
        {
            Nesting(path);
            var stream = new YamlStream();
            using var text = new StreamReader(path);
            stream.Load(text);
            Root = stream.Documents.Count > 0 && stream.Documents[0].RootNode is YamlMappingNode root ? root
                : throw new NeuroMLException(new Place(path, 1), "keys and values (YAML) are needed");
        }
        catch (YamlException e)
        {
            throw new NeuroMLException(new Place(path, (int)e.Start.Line),
                $"this is not YAML: {e.InnerException?.Message ?? e.Message}", e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException)
        {
            throw new NeuroMLException(new Place(path, 1), $"this is not YAML: {e.Message}", e); // what the parser lets through
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NeuroMLException(new Place(path, 1), $"the file cannot be read: {e.Message}", e);
        }
    }

    public YamlMappingNode Root { get; }

    // Nodes are made by functions that call each other; what only parses does not.
    private static void Nesting(string path)
    {
        using var text = new StreamReader(path);
        var parser = new Parser(text);
        for (int depth = 0; parser.MoveNext();)
            if ((depth += parser.Current!.NestingIncrease) > MostDepth)
                throw new NeuroMLException(new Place(path, (int)parser.Current.Start.Line), $"it is nested more than {MostDepth} deep");
    }

    /// <summary>The value of a key; null where there is none.</summary>
    public static YamlNode? Find(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) ? value : null;

    public static string? Word(YamlMappingNode node, string key) => (Find(node, key) as YamlScalarNode)?.Value?.Trim();

    public string RequiredWord(YamlMappingNode node, string key) =>
        Word(node, key) is { Length: > 0 } word ? word : throw Wrong(node, $"'{key}:' is needed here");

    public YamlMappingNode RequiredMap(YamlNode node, string key) =>
        (node is YamlMappingNode map ? Find(map, key) : null) as YamlMappingNode
        ?? throw Wrong(node, $"'{key}:' with keys of its own is needed here");

    /// <summary>The numbers of a list, or a number alone.</summary>
    public double[] Numbers(YamlNode node) => node is YamlSequenceNode list ? [.. list.Select(Number)] : [Number(node)];

    public double Number(YamlNode node) =>
        double.TryParse((node as YamlScalarNode)?.Value, CultureInfo.InvariantCulture, out double x)
            ? x
            : throw Wrong(node, $"'{node}' is not a number");

    public NeuroMLException Wrong(YamlNode node, string problem) => new(new Place(_path, (int)node.Start.Line), problem);
}
