using System.Buffers;
using System.Globalization;

namespace Protokollsok.Reading.Recognition;

/// <summary>
/// Numbers and dashes that cannot be a lost sign, so that no second look is taken at them: most of what costs time on a page. How sure the engine is tells little, for it
/// is as sure of <c>816</c> for <c>§16</c> and <c>26</c> for <c>%</c>; what stands beside them does.
/// </summary>
internal static class SureNumbers
{
    /// <summary>Below this a word is looked at whatever it is.</summary>
    private const double Sure = 0.9;

    /// <summary>Blanks wider than so many heights may have lost something.</summary>
    private const double WidestBlank = 1.2;

    /// <summary>Years of which documents tell.</summary>
    private const int FirstYear = 1900, LastYear = 2035;

    private const int LongestSerial = 7;

    /// <summary>What % comes out as: <c>1996</c> may be <c>19%</c>.</summary>
    private static readonly int[] Percents = [6, 20, 26, 46, 96];

    private static readonly string[] Units = ["kr", "kronor", "tkr", "mkr", "mnkr", "kkr"];

    /// <summary>What § comes out as.</summary>
    private static readonly SearchValues<char> SectionDigits = SearchValues.Create("358");

    public static bool Is(IReadOnlyList<SeenWord> words, int index)
    {
        var word = words[index];
        if (word.Confidence < Sure) return false;
        if (word.Text is "-" or "—") return index > 0 && index + 1 < words.Count;
        var text = word.Text.AsSpan().TrimEnd(".,");
        return IsDate(text) || IsYear(text) || IsCaseNumber(text) || IsListMark(word.Text, index) || IsMoney(words, index) || IsCount(words, index);
    }

    private static bool IsDate(ReadOnlySpan<char> text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsYear(ReadOnlySpan<char> text) =>
        text.Length == 4 && IsNumber(text) && int.Parse(text, CultureInfo.InvariantCulture) is >= FirstYear and <= LastYear and var year && !Percents.Contains(year % 100);

    /// <summary>A year and a serial number: <c>2014-225</c>.</summary>
    private static bool IsCaseNumber(ReadOnlySpan<char> text) =>
        text.Length is > 5 and <= 5 + LongestSerial && text[4] is '-' or '/' && IsYear(text[..4]) && IsNumber(text[5..]);

    /// <summary><c>1.</c> and <c>12)</c>, but not <c>81.</c>, which may be <c>§1.</c> of a statute.</summary>
    private static bool IsListMark(string text, int index) =>
        index == 0 && text.Length is 2 or 3 && text[^1] is '.' or ')' && IsNumber(text.AsSpan(0, text.Length - 1)) && !(text.Length == 3 && SectionDigits.Contains(text[0]));

    /// <summary>A number, or groups of one, before what it counts: <c>875 000 kr</c>.</summary>
    private static bool IsMoney(IReadOnlyList<SeenWord> words, int index)
    {
        int next = index;
        while (next < words.Count && words[next].Confidence >= Sure && IsNumber(words[next].Text) && (next == index || words[next].Text.Length == 3)) next++;
        return next > index && next < words.Count && Units.Contains(words[next].Text.TrimEnd('.', ',', '/'));
    }

    /// <summary>A short number among words: a § has a number beside it, and a % too.</summary>
    private static bool IsCount(IReadOnlyList<SeenWord> words, int index)
    {
        var text = words[index].Text;
        return text.Length <= 2 && IsNumber(text) && !(text.Length == 2 && SectionDigits.Contains(text[0]))
            && index > 0 && index + 1 < words.Count && IsWord(words[index - 1]) && IsWord(words[index + 1]) && IsNext(words, index) && IsNext(words, index + 1);
    }

    private static bool IsNext(IReadOnlyList<SeenWord> words, int index) =>
        words[index].Box.X - words[index - 1].Box.Right <= WidestBlank * Math.Max(words[index].Box.Height, words[index - 1].Box.Height);

    private static bool IsWord(SeenWord word) => word.Text.Length > 1 && word.Text.AsSpan().TrimEnd(".,").IndexOfAnyExceptInRange('a', 'ö') < 0;

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
