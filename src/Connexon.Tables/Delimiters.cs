namespace Connexon.Tables;

/// <summary>What separates the fields of a text, told by its first lines.</summary>
internal static class Delimiters
{
    /// <summary>Any run of blanks and tabs.</summary>
    public const char Blanks = ' ';

    /// <summary>
    /// The separator that most lines have outside quotes; among equals a tab before a semicolon, a bar and a comma, which may be a decimal
    /// point. Blanks where there is none of them, or only commas that are decimal points.
    /// </summary>
    public static char Sniff(IReadOnlyList<string> lines)
    {
        ReadOnlySpan<char> candidates = ['\t', ';', '|', ','];
        Span<int> having = stackalloc int[candidates.Length];
        foreach (string line in lines)
            for (int k = 0; k < candidates.Length; k++)
                if (Holds(line, candidates[k])) having[k]++;
        int best = 0;
        for (int k = 1; k < having.Length; k++)
            if (having[k] > having[best]) best = k;
        if (having[best] == 0) return lines.Count > 0 && Tokens(lines[0]) > 1 ? Blanks : ',';
        return candidates[best] == ',' && lines.All(AreDecimal) ? Blanks : candidates[best];
    }

    public static string Name(char delimiter) => delimiter switch
    {
        Blanks => "blanks",
        '\t' => "tabs",
        _ => $"'{delimiter}'",
    };

    private static bool Holds(string line, char separator)
    {
        bool quoted = false;
        foreach (char c in line)
            if (c == '"') quoted = !quoted;
            else if (!quoted && c == separator) return true;
        return false;
    }

    private static int Tokens(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Three or more words between blanks, and no comma but between digits: "A1 B2 2,5".</summary>
    private static bool AreDecimal(string line)
    {
        if (Tokens(line) < 3) return false;
        for (int i = line.IndexOf(','); i >= 0; i = line.IndexOf(',', i + 1))
            if (i == 0 || i + 1 == line.Length || !char.IsAsciiDigit(line[i - 1]) || !char.IsAsciiDigit(line[i + 1])) return false;
        return true;
    }
}
