using System.Globalization;

namespace Connexon.Tests;

/// <summary>Finds the reference data that lies beside a checkout (shared/data) and skips a test where it is absent.</summary>
internal static class SharedData
{
    private static readonly string? Root = Find();

    /// <summary>The full path of a file or folder under shared/data; the test is skipped if there is none.</summary>
    public static string Path(params string[] parts)
    {
        Assert.SkipWhen(Root is null, "shared/data is not beside this checkout");
        string path = System.IO.Path.Combine([Root!, .. parts]);
        Assert.SkipUnless(System.IO.Path.Exists(path), $"{string.Join('/', parts)} is not in shared/data");
        return path;
    }

    /// <summary>The numbers of a CSV file, row by row, without its header.</summary>
    public static double[][] Numbers(params string[] parts) =>
        [.. File.ReadLines(Path(parts)).Skip(1).Select(l =>
            l.Split(',').Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray())];

    private static string? Find()
    {
        for (var d = new DirectoryInfo(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            string data = System.IO.Path.Combine(d.FullName, "shared", "data");
            if (Directory.Exists(data)) return data;
        }
        return null;
    }
}
