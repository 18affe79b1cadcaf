namespace Protokollsok.Repair;

/// <summary>What a stretch of letters, digits and signs is by its shape: a word, a number, or nothing to be touched.</summary>
internal static class WordShape
{
    /// <summary>What a number is often joined to (<c>6st</c>, <c>4an</c>): never a word that begins with a misread letter.</summary>
    private static readonly HashSet<string> s_units = new(StringComparer.Ordinal)
    {
        "a", "b", "c", "d", "e", "f", "g", "h", "k", "m", "p", "s", "t", "v", "x", "an", "ans", "or", "orna", "de", "te", "nde", "ra",
        "st", "kr", "kg", "km", "cm", "mm", "dl", "cl", "ml", "mg", "ha", "kv", "kvm", "tim", "min", "sek", "mån", "man", "år", "ar", "dag",
        "dagar", "tkr", "mkr", "mnkr", "mdkr", "tsek", "msek", "pers", "ggr", "gr", "kw", "kwh", "mw", "mwh", "gwh", "hp", "tr", "ton", "kap",
        "hk", "db", "hz", "rum", "rok",
    };

    /// <summary>No Swedish word is longer: what is was glued together, or is no text, and costs memory by the square of its length.</summary>
    public const int LongestWord = 64;

    /// <summary>An ö at a word's end is read as 6 (<c>milj6</c>); after fewer letters it is a number (<c>nr6</c>).</summary>
    private const int ShortestBeforeSix = 3;

    /// <summary>A digit is taken for a letter's only in so long a word, and only so many of them.</summary>
    private const int ShortestWithDigit = 5, LongWithDigits = 10;

    /// <summary>Whether a digit stands before or among letters of one case, as one that was read for a letter does; at the end it is a number.</summary>
    public static bool HasDigitInside(string seen)
    {
        if (seen.Length is < ShortestWithDigit or > LongestWord || char.IsAsciiDigit(seen[^1])) return false;
        int digits = 0, small = 0, capitals = 0;
        foreach (var c in seen)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsLower(c)) small++;
            else if (char.IsUpper(c)) capitals++;
            else return false;
        }

        var isOneCase = small == 0 || capitals == 0 || (capitals == 1 && char.IsUpper(seen[0]));
        return isOneCase && digits > 0 && digits <= (seen.Length < LongWithDigits ? 1 : 2);
    }

    /// <summary>By itself, and where it is joined to digits by a sign.</summary>
    public static (TokenKind Alone, TokenKind BesideDigits) KindsOf(string seen)
    {
        if (seen.Length > LongestWord) return (TokenKind.Other, TokenKind.Other);
        var letters = 0;
        foreach (var c in seen)
        {
            if (char.IsLetter(c)) letters++;
        }

        if (letters > 0 && letters == seen.Length)
        {
            var kind = letters > 1 && HasPlainCase(seen) ? TokenKind.Word : TokenKind.Other;
            return (kind, kind);
        }

        var numbered = seen.Any(char.IsDigit) ? TokenKind.Number : TokenKind.Other;
        return (letters > 0 && IsMisreadWord(seen, letters) ? TokenKind.Word : numbered, numbered);
    }

    /// <summary>
    /// Letters with one or two signs that stand for letters: <c>f6ljande</c>, <c>&amp;r</c>, <c>#ga</c>; never a number and its unit.
    /// </summary>
    private static bool IsMisreadWord(string seen, int letters)
    {
        var signs = seen.Length - letters;
        var isSmall = IsSmall(seen.AsSpan(1)) || (seen.Contains(ConfusionTable.Lost, StringComparison.Ordinal) && !seen.Any(char.IsLower));
        var onlySigns = seen.All(c => char.IsLetter(c) || ConfusionTable.IsSeenForLetter(c));
        var isUnit = char.IsDigit(seen[0]) && s_units.Contains(seen.TrimStart('0', '1', '4', '6', '8').ToLowerInvariant());
        var endsInNumber = char.IsDigit(seen[^1]) && !(seen is [.., not ('1' or '4' or '6'), '6'] && letters >= ShortestBeforeSix) && seen is not "i1";
        return isSmall && onlySigns && !isUnit && !endsInNumber && signs <= letters && signs <= 3;
    }

    /// <summary>
    /// Small, capitalised, or all capitals; other mixtures are names of systems and firms, but for an å, ä or ö read as a capital (<c>pA</c>, <c>fOr</c>).
    /// </summary>
    private static bool HasPlainCase(string seen) =>
        IsSmall(seen.AsSpan(1)) || seen.All(char.IsUpper) || ConfusionTable.HasOddCapital(seen);

    public static bool AreAllSmall(ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
        {
            if (!char.IsLower(letter)) return false;
        }

        return true;
    }

    private static bool IsSmall(ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
        {
            if (char.IsUpper(letter)) return false;
        }

        return true;
    }
}
