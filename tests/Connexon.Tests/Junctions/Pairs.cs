namespace Connexon.Tests.Junctions;

/// <summary>Connection functions of the tests.</summary>
internal static class Pairs
{
    /// <summary>One junction, 0 - 1.</summary>
    public static readonly ConnectionFunction One = (_, _) => ([0], [1]);

    /// <summary>The pairs given, unchecked.</summary>
    public static ConnectionFunction Of(params (int Pre, int Post)[] pairs) =>
        (_, _) => ([.. pairs.Select(p => p.Pre)], [.. pairs.Select(p => p.Post)]);

    /// <summary>The message with which an argument is refused.</summary>
    public static string Refused(Func<object> build) => Assert.ThrowsAny<ArgumentException>(build).Message;
}
