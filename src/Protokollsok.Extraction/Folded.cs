namespace Protokollsok.Extraction;

/// <summary>Forms of a text under which damage and layout no longer matter.</summary>
internal static class Folded
{
    private const int OnStack = 512;

    /// <summary>Every run of white space as one blank; none at the ends.</summary>
    public static string Blanks(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        Span<char> folded = text.Length <= OnStack ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var letter in text)
            if (!char.IsWhiteSpace(letter)) folded[length++] = letter;
            else if (folded[length - 1] != ' ') folded[length++] = ' ';
        return new string(folded[..length]);
    }

    /// <summary>The position in a text of what stands at <paramref name="index"/> of its blanks-folded form, folded from <paramref name="start"/>.</summary>
    public static int PositionOf(int index, string text, int start)
    {
        while (char.IsWhiteSpace(text[start])) start++;
        for (; index > 0; index--)
            if (!char.IsWhiteSpace(text[start++])) continue;
            else while (char.IsWhiteSpace(text[start])) start++;
        return start;
    }

    /// <summary>
    /// Letters and digits only, lower case, without the dots and rings that scanning loses: <c>Förslag till  BESLUT:</c> and
    /// <c>F o r s l a g till beslut</c> are both <c>forslagtillbeslut</c>.
    /// </summary>
    public static string Letters(ReadOnlySpan<char> text)
    {
        Span<char> folded = text.Length <= OnStack ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var letter in text)
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)) folded[length++] = letter;
            else if (char.IsAsciiLetterUpper(letter)) folded[length++] = (char)(letter | 0x20);
            else if (letter == '&') folded[length++] = 'a';
            else if (letter > '\u007F' && char.IsLetterOrDigit(letter)) folded[length++] = Plain(char.ToLowerInvariant(letter));
        return new string(folded[..length]);
    }

    /// <summary>Whether two folded texts differ by one letter at most: changed, lost or added.</summary>
    public static bool AreClose(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var same = a.CommonPrefixLength(b);
        var restOfA = a[same..];
        var restOfB = b[same..];
        if (restOfA.Length == 0 || restOfB.Length == 0) return true;
        return restOfA.Length == restOfB.Length ? restOfA[1..].SequenceEqual(restOfB[1..])
            : restOfA.Length > restOfB.Length ? restOfA[1..].SequenceEqual(restOfB)
            : restOfA.SequenceEqual(restOfB[1..]);
    }

    private static char Plain(char letter) => letter switch
    {
        'å' or 'ä' or 'á' or 'à' or 'â' or 'ã' or 'æ' => 'a',
        'ö' or 'ó' or 'ò' or 'ô' or 'õ' or 'ø' => 'o',
        'é' or 'è' or 'ê' or 'ë' => 'e',
        'ü' => 'u',
        _ => letter,
    };
}
