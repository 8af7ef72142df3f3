namespace Connexon.Tables;

/// <summary>Compares words of a table as people mean them.</summary>
internal static class Spelling
{
    /// <summary>Lower case, without blanks, '_' and '-': "Neuron 1" and "neuron_1" are the same.</summary>
    public static string Plain(string word)
        => string.Concat(word.Where(c => !char.IsWhiteSpace(c) && c is not ('_' or '-'))).ToLowerInvariant();

    /// <summary>
    /// Orders names by their letters and the values of their numbers: VA2 before VA10. Names that read the same are told apart.
    /// </summary>
    public static int Compare(string a, string b)
    {
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            int order;
            if (char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]))
            {
                ReadOnlySpan<char> x = Digits(a, ref i), y = Digits(b, ref j);
                order = x.Length != y.Length ? x.Length - y.Length : x.SequenceCompareTo(y);
            }
            else order = a[i++] - b[j++];
            if (order != 0) return order;
        }
        return (a.Length - i) - (b.Length - j) is var rest and not 0 ? rest : string.CompareOrdinal(a, b);
    }

    private static ReadOnlySpan<char> Digits(string s, ref int at)
    {
        int start = at;
        while (at < s.Length && char.IsAsciiDigit(s[at])) at++;
        return s.AsSpan(start, at - start).TrimStart('0');
    }
}
