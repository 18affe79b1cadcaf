using System.Buffers;

namespace Protokollsok.Language.Words;

/// <summary>Reads a number or a day where a digit stands.</summary>
internal static class NumberReader
{
    private const int IsoLength = 10;

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \u00A0\u202F\u2009");
    private static readonly SearchValues<char> Hyphens = SearchValues.Create("-\u2010\u2011");

    // What may be written onto a number without a blank: "450tkr" is a number and a word.
    private static readonly string[] Units = ["kr", "tkr", "mkr", "mnkr", "mdkr", "kronor", "kvm"];

    public static bool IsHyphen(char sign) => Hyphens.Contains(sign);

    public static int DigitsAt(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - at;
    }

    /// <summary>Whether the run of letters and digits is a number with its unit.</summary>
    public static bool HasUnit(ReadOnlySpan<char> text, int at, int run)
    {
        var unit = text[(at + DigitsAt(text, at))..(at + run)];
        foreach (var name in Units)
        {
            if (unit.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    public static Token Read(string text, int at)
    {
        if (IsDay(text, at)) return new Token(at, IsoLength, $"{text.AsSpan(at, 4)}-{text.AsSpan(at + 5, 2)}-{text.AsSpan(at + 8, 2)}", TokenKind.Date);
        var end = at + DigitsAt(text, at);
        var value = text[at..end];
        if (value.Length <= 3 && value[0] != '0') value = JoinThousands(text, value, ref end);
        value = JoinDecimals(text, value, ref end);
        return new Token(at, end - at, value, TokenKind.Number);
    }

    // 875 000 and 1.840.000, all with the same mark; never over a line's end.
    private static string JoinThousands(string text, string value, ref int end)
    {
        if (end >= text.Length || !(text[end] == '.' || Blanks.Contains(text[end]))) return value;
        var mark = text[end];
        while (end < text.Length && text[end] == mark && DigitsAt(text, end + 1) == 3)
        {
            value += text.Substring(end + 1, 3);
            end += 4;
        }

        return value;
    }

    // 2,1 and the chain 1.5.3 of a numbered heading or a date with points.
    private static string JoinDecimals(string text, string value, ref int end)
    {
        while (end + 1 < text.Length && text[end] is ',' or '.' && DigitsAt(text, end + 1) is > 0 and var digits)
        {
            var isDecimal = text[end] == ',';
            value += text.Substring(end, digits + 1);
            end += digits + 1;
            if (isDecimal) break;
        }

        return value;
    }

    private static bool IsDay(string text, int at)
    {
        if (DigitsAt(text, at) != 4 || at + IsoLength > text.Length || !Hyphens.Contains(text[at + 4]) || !Hyphens.Contains(text[at + 7])) return false;
        return DigitsAt(text, at + 5) == 2 && DigitsAt(text, at + 8) == 2
            && Two(text, at + 5) is >= 1 and <= 12 && Two(text, at + 8) is >= 1 and <= 31;
    }

    private static int Two(string text, int at) => ((text[at] - '0') * 10) + text[at + 1] - '0';
}
