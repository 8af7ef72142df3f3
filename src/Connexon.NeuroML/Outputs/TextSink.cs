using System.Globalization;
namespace Connexon.NeuroML;
internal sealed class TextSink(string path) : RowSink
{
    private readonly StreamWriter _w = new(path + ".part");
    public override void Write(double t, ReadOnlySpan<double> row)
    {
        _w.Write((t / 1000).ToString("R", CultureInfo.InvariantCulture));
        foreach (double x in row) { _w.Write('\t'); _w.Write(x.ToString("G9", CultureInfo.InvariantCulture)); }
        _w.Write('\n');
    }
    public override void Complete() { _w.Dispose(); File.Move(path + ".part", path, true); }
    public override void Dispose() { _w.Dispose(); File.Delete(path + ".part"); }
}
