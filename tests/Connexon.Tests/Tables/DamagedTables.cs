using System.Text;
using Connexon.Tables;
using Connexon.Tests.Repository;

namespace Connexon.Tests.Tables;

/// <summary>A table that is damaged in any way reads, or ends in an error that names it.</summary>
public sealed class DamagedTables : TempTables
{
    private static readonly byte[][] Words =
        [.. new[] { "\"", "\"\"", "\t", ";", ",", "\r", "\0", "#", "-1", "1e400", "NaN", "Infinity", "EJ", "pre", "\uFEFF", "\u2028" }
            .Select(Encoding.UTF8.GetBytes)];

    private void Try(byte[] whole, int count, string name) => Damage.Try(whole, count, Words, bytes =>
    {
        try
        {
            ConnectomeTable table = ConnectomeTable.Read(WriteBytes(bytes, name));
            Assert.All(table.Count, n => Assert.True(n > 0 && double.IsFinite(n)));
            Assert.All(table.A.Zip(table.B), p => Assert.InRange(p.First, 0, p.Second));
        }
        catch (TableException e)
        {
            Assert.StartsWith(name, e.Message);
        }
    });

    [Fact]
    public void Of_text() => Try(Encoding.UTF8.GetBytes(""""
        # a connectome
        Neuron 1,Neuron 2,Type,Nbr
        ADAL,"AVA, left",EJ,1
        "AVA, left",ADAL,EJ,1
        ADAL,AVBR,S,3
        AVBR,"a ""b""",EJ,2.5
        PVCL,PVCL,EJ,4
        """"), 3000, "t.csv");

    [Fact]
    public void Of_a_workbook()
    {
        string whole = WriteWorkbook("whole.xlsx",
            ("S", [["pre", "post", "type", "synapses"], ["A", "B", "EJ", 2], ["B", "C", "S", 1], ["C", "A", "EJ", 3.5]]), ("T", [["x"]]));

        Try(File.ReadAllBytes(whole), 1500, "t.xlsx");
    }
}
