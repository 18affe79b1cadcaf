using System.Globalization;
using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Corrections;

/// <summary>
/// What a person says that stands at one place of a page: kept by the text as it was read, which no rule changes. Written <c>PAGE/START:WAS=WORD</c>,
/// and <c>PAGE/START-:WAS=WORD</c> where it is half of a word.
/// </summary>
/// <param name="Page">1-based.</param>
/// <param name="Start">0-based, UTF-16 units of the page's text as read.</param>
/// <param name="Was">As read.</param>
/// <param name="Word">What it is; the same as <paramref name="Was"/> where a repair was rejected.</param>
/// <param name="IsHalf">Whether it stands beside the hyphen of a line's end: what was said of it is no word by itself.</param>
internal sealed partial record PlacedWord(int Page, int Start, string Was, string Word, bool IsHalf = false)
{
    /// <summary>In UTF-16 units.</summary>
    public const int LongestWord = 100;

    private const string Blanks = " \u00a0";

    /// <summary>The place that <c>PAGE/START=WORD</c> names in a record, and what stands there now.</summary>
    /// <returns><see langword="null"/> if the text is not of that form.</returns>
    /// <exception cref="WrongUseException">Nothing begins there, or the word is none.</exception>
    public static (PlacedWord Place, string Stands)? At(string text, DocumentRecord? record)
    {
        if (Asked().Match(text) is not { Success: true } asked) return null;
        if (record is null) throw new WrongUseException("The document is not understood yet; a word can be corrected when it is.");
        var (number, start, word) = (Number(asked.Groups[1].Value), Number(asked.Groups[2].Value), asked.Groups[3].Value.Trim());
        if (word.Length is 0 or > LongestWord || word.Any(letter => char.IsControl(letter) || letter == '='))
            throw new WrongUseException($"'{word}' is no word: 1 to {LongestWord} characters without line breaks and without = were expected.");
        var page = record.Pages.FirstOrDefault(each => each.Number == number) ?? throw new WrongUseException($"The document has no page {number}.");
        var length = LengthAt(page, start);
        if (length == 0) throw new WrongUseException($"No word begins at {start} on page {number}; write the start of a correction, or of a word, as the record tells it.");
        var change = page.Corrections.FirstOrDefault(each => each.Start == start && each.Length == length);
        var stands = page.Text.Substring(start, length);
        return (new PlacedWord(page.Number, start - Moved(page.Corrections, start), change?.Was ?? stands, word, IsHalfAt(page.Text, start, length)), stands);
    }

    /// <summary>Reads what <see cref="ToString"/> has written; <see langword="null"/> if it is something else.</summary>
    public static PlacedWord? Parse(string text) =>
        Kept().Match(text) is { Success: true } kept
            ? new PlacedWord(Number(kept.Groups[1].Value), Number(kept.Groups[2].Value), kept.Groups[4].Value, kept.Groups[5].Value, kept.Groups[3].Length > 0)
            : null;

    /// <summary>By how much the text before a place is longer than it was read.</summary>
    public static int Moved(IEnumerable<Correction> corrections, int start) =>
        corrections.Where(change => change.Applied && change.Start + change.Length <= start).Sum(change => change.Length - change.Was.Length);

    /// <summary>Whether both speak of the same place.</summary>
    public bool IsPlaceOf(PlacedWord other) => (Page, Start, Was) == (other.Page, other.Start, other.Was);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Page}/{Start}{(IsHalf ? "-" : "")}:{Was}={Word}");

    /// <summary>A hyphen and the line's end after it, within it or before it.</summary>
    private static bool IsHalfAt(string text, int start, int length)
    {
        var after = text.AsSpan(start + length).TrimStart(Blanks);
        var hasHyphen = IsHyphen(text[start + length - 1]);
        if (!hasHyphen && after.Length > 0 && IsHyphen(after[0]))
        {
            hasHyphen = true;
            after = after[1..].TrimStart(Blanks);
        }

        if (hasHyphen && (after.Length == 0 || after[0] == '\n')) return true;
        var before = text.AsSpan(0, start).TrimEnd(Blanks);
        return before is [.., '\n'] && before.TrimEnd() is [.., var last] && IsHyphen(last);
    }

    private static bool IsHyphen(char letter) => letter is '-' or '\u00ad' or '\u2010' or '\u2011' or '¬';

    private static int LengthAt(PageRecord page, int start)
    {
        if (start < 0 || start >= page.Text.Length) return 0;
        if (page.Corrections.FirstOrDefault(each => each.Start == start && each.Length > 0) is { } change) return change.Length;
        var isInside = page.Corrections.Any(each => each.Applied && each.Start < start && start < each.Start + each.Length);
        if (isInside || (start > 0 && char.IsLetterOrDigit(page.Text[start - 1]) && char.IsLetterOrDigit(page.Text[start]))) return 0;
        var end = start;
        while (end < page.Text.Length && !char.IsWhiteSpace(page.Text[end]) && !page.Corrections.Any(each => each.Start == end)) end++;
        while (end > start && IsMark(page.Text[end - 1])) end--;
        return end - start;
    }

    /// <summary>What ends a sentence or an aside, and is no part of the word before it.</summary>
    private static bool IsMark(char letter) => letter is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '"' or '”' or '»' or '=';

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    [GeneratedRegex("^([0-9]+)/([0-9]+)=(.*)$", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Asked();

    [GeneratedRegex("^([0-9]+)/([0-9]+)(-?):(.+)=([^=]+)$", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Kept();
}
