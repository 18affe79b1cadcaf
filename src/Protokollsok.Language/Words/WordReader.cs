using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Protokollsok.Language.Words;

/// <summary>Reads a word where one begins: runs of letters and what may hold them together.</summary>
internal static class WordReader
{
    // Longer ones are no words, and the index takes no term without end: they are cut.
    private const int LongestRun = 100;
    private const char SoftHyphen = '\u00AD';

    /// <summary>What a word may go on after; anything else ends it.</summary>
    private static readonly SearchValues<char> Connectors = SearchValues.Create("-\u2010\u2011¬'’:");

    // After "barn-" at a line's end these begin a new word; anything else in lower case goes on with the old one.
    private static readonly FrozenSet<string> Joining =
        "och eller samt men respektive resp till som i".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ColonEndings =
        "s n t en et er ar na ns ens ets erna arna ernas arnas".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>A letter, or a sign that stands for one: <c>#ga</c>, <c>&amp;r</c>.</summary>
    public static bool StartsAt(ReadOnlySpan<char> text, int at) => char.IsLetter(text[at]) || IsSignForLetter(text, at);

    /// <summary>The length of the run of letters, digits and signs between them.</summary>
    public static int RunLength(ReadOnlySpan<char> text, int start)
    {
        var at = start;
        while (at < text.Length && at - start < LongestRun && (IsInner(text[at]) || IsSignForLetter(text, at))) at++;
        return at - start;
    }

    /// <summary><i>12-årig</i>, <i>100-tal</i>.</summary>
    public static bool IsHyphenedNumber(ReadOnlySpan<char> text, int at, int run) =>
        run <= 3 && at + run + 1 < text.Length && NumberReader.IsHyphen(text[at + run]) && char.IsLetter(text[at + run + 1]);

    public static Token Read(string text, int start)
    {
        var length = RunLength(text, start);
        var run = text.AsSpan(start, length);
        if ((start + length == text.Length || !Connectors.Contains(text[start + length])) && !run.Contains(SoftHyphen))
            return new Token(start, length, TokenValues.LowerCase(run), TokenKind.Word);
        return ReadConnected(text, start);
    }

    private static Token ReadConnected(string text, int start)
    {
        var value = new StringBuilder();
        var end = AddRun(text, start, value);
        while (end < text.Length && value.Length < LongestRun && Connector(text, start, end) is { Length: > 0 } connector)
        {
            value.Append(connector.Keep);
            end = AddRun(text, end + connector.Length, value);
        }

        return new Token(start, end - start, value.ToString(), TokenKind.Word);
    }

    private static int AddRun(string text, int start, StringBuilder value)
    {
        var length = RunLength(text, start);
        foreach (var letter in text.AsSpan(start, length))
        {
            if (letter != SoftHyphen) value.Append(char.ToLowerInvariant(letter));
        }

        return start + length;
    }

    /// <summary>What holds the word together at its seeming end: how many units of text, and what of it stays in the word.</summary>
    private static (int Length, string Keep) Connector(string text, int start, int end)
    {
        var sign = text[end];
        if (NumberReader.IsHyphen(sign) || sign == '¬') return Hyphen(text, start, end);
        if (text[end - 1] == SoftHyphen) return OverLineEnd(text, end) is > 0 and var length ? (length, "") : default;
        if (end + 1 >= text.Length || !char.IsLetter(text[end + 1])) return default;
        return sign switch
        {
            '\'' or '’' => (1, "'"),
            ':' when ColonEndings.Contains(text.Substring(end + 1, RunLength(text, end + 1))) => (1, ":"),
            _ => default,
        };
    }

    private static (int Length, string Keep) Hyphen(string text, int start, int end)
    {
        if (OverLineEnd(text, end + 1) is > 0 and var blanks) return (blanks + 1, IsName(text.AsSpan(start, end - start)) ? "-" : "");
        if (end + 1 >= text.Length || text[end] == '¬') return default;
        var digits = NumberReader.DigitsAt(text, end + 1);
        var isShortNumber = digits is 1 or 2 && RunLength(text, end + 1) == digits && !IsHyphenAt(text, end + 1 + digits);
        return char.IsLetter(text[end + 1]) || isShortNumber ? (1, "-") : default;
    }

    private static bool IsHyphenAt(string text, int at) => at < text.Length && NumberReader.IsHyphen(text[at]);

    /// <summary>The length of the blanks over a line end when the next line goes on with the word; else 0.</summary>
    private static int OverLineEnd(string text, int start)
    {
        var at = start;
        while (at < text.Length && text[at] is ' ' or '\r' or '\t') at++;
        if (at >= text.Length || text[at] != '\n') return 0;
        at++;
        while (at < text.Length && text[at] is ' ' or '\t') at++;
        return at < text.Length && char.IsLower(text[at]) && !Joining.Contains(text.Substring(at, RunLength(text, at))) ? at - start : 0;
    }

    /// <summary>An abbreviation or a number keeps its hyphen when it is broken at a line end: <i>SFI-⏎utbildning</i>.</summary>
    private static bool IsName(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (char.IsLower(letter)) return false;
        }

        return true;
    }

    private static bool IsInner(char sign) =>
        char.IsLetter(sign) || char.IsAsciiDigit(sign) || sign == SoftHyphen || CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark;

    private static bool IsSignForLetter(ReadOnlySpan<char> text, int at) =>
        text[at] is '&' or '#' && at + 1 < text.Length && char.IsLetter(text[at + 1]) && (at == 0 || text[at - 1] != '#');
}
