using System.Buffers;
using System.Globalization;

namespace Protokollsok.Search.Queries;

/// <summary>What people paste from a document into the search box as it stands there: a lead word, a section's sign, a number in groups.</summary>
internal static class PastedForms
{
    private const int LongestSection = 4, ThousandsGroup = 3, LongestRange = 50;

    private static readonly char[] s_dashes = ['-', '–', '—'];

    /// <summary>From so many digits on a number may be printed with a first group of more than three: <c>1450 000</c>.</summary>
    private const int LeastToPart = 7;

    private static readonly SearchValues<string> s_leads = SearchValues.Create(
        ["dnr", "diarienr", "diarienummer", "ärendenr", "ärendenummer", "beteckning"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a word only says that a case number follows.</summary>
    public static bool IsLead(string text) => text.Trim('.', ':') is { Length: > 2 } word && s_leads.Contains(word);

    /// <summary>The number of <c>§15</c>, <c>§ 15 a</c> and <c>§ 15/2020</c>, less the sign; <see langword="null"/> for another text.</summary>
    public static string? SectionNumber(string text)
    {
        text = text.TrimEnd('.', ',', ':', ';');
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > LongestSection) return null;
        var rest = text.AsSpan(digits);
        if (rest is ['/', ..] && rest[1..].Length is 2 or 4 && !rest[1..].ContainsAnyExceptInRange('0', '9')) return text[..digits];
        return rest.Length == 0 || (rest.Length == 1 && char.IsAsciiLetter(rest[0])) ? text.ToLowerInvariant() : null;
    }

    /// <summary>The sections of <c>14-15</c>, as cover sheets name them; of a long range its ends. Empty for another text.</summary>
    public static IReadOnlyList<string> SectionRange(string text)
    {
        if (text.TrimEnd('.', ',', ':', ';').Split(s_dashes, StringSplitOptions.RemoveEmptyEntries) is not [var first, var last]) return [];
        if (!IsCount(first) || !IsCount(last)) return [];
        var (from, to) = (int.Parse(first, CultureInfo.InvariantCulture), int.Parse(last, CultureInfo.InvariantCulture));
        if (from >= to) return [];
        return to - from >= LongestRange ? [first, last] : [.. Enumerable.Range(from, to - from + 1).Select(number => number.ToString(CultureInfo.InvariantCulture))];

        static bool IsCount(string digits) => digits.Length is > 0 and <= LongestSection && digits.All(char.IsAsciiDigit);
    }

    /// <summary>A letter that may belong to the number before it (<c>88 a</c>); <i>i</i> and what follows is a word as likely.</summary>
    public static bool IsSectionLetter(string text) => text is [>= 'a' and <= 'e'];

    /// <summary>The digits of a number typed alone, in groups or with a sign of money behind; <see langword="null"/> for another text.</summary>
    public static string? Digits(string text)
    {
        var digits = text.TrimEnd(':', '-', '.', ',').Replace(" ", "", StringComparison.Ordinal);
        return digits.Length > 0 && digits[0] != '0' && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>A large number as it is printed without a blank after its millions: texts cut that into two.</summary>
    public static string? WithOneBlank(string digits) =>
        digits.Length >= LeastToPart ? $"{digits[..^ThousandsGroup]} {digits[^ThousandsGroup..]}" : null;

    /// <summary>Whether two chunks may be one number without a blank after its millions.</summary>
    public static bool AreOneNumber(string first, string second) =>
        first.Length > ThousandsGroup && first.Length + ThousandsGroup >= LeastToPart && Digits(first) == first
        && second.TrimEnd(':', '-', '.', ',') is { Length: ThousandsGroup } group && group.All(char.IsAsciiDigit);
}
