using Connexon.NeuroML;

namespace Connexon.Tests.NeuroML;

/// <summary>Files written by a test, and what is read from them.</summary>
public abstract class NeuroMLText : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public virtual void Dispose() => _folder.Dispose();

    /// <summary>The path of a file with this text.</summary>
    protected string Write(string text, string name = "file.xml")
    {
        string path = _folder / name;
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A LEMS file with this content, read. Its first line is line 2.</summary>
    protected NeuroMLFile Read(string content) => NeuroMLFile.Read(Write($"<Lems>\n{content}\n</Lems>"));

    /// <summary>A component of a LEMS file with this content, flat.</summary>
    internal FlatComponent Flat(string content, string id)
    {
        LemsDocument document = DocumentReader.Read(Write($"<Lems>\n{content}\n</Lems>"));
        return new Flattener(document).Flatten(document.Component(id, document.Elements.First(), "component"));
    }

    /// <summary>The message of the error that reading must end in.</summary>
    protected string Fault(string content) => Assert.Throws<NeuroMLException>(() => Read(content)).Message;

    /// <summary>The message of the error that flattening must end in.</summary>
    protected string FlatFault(string content, string id) => Assert.Throws<NeuroMLException>(() => Flat(content, id)).Message;
}
