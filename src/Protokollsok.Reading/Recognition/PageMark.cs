using System.Globalization;

namespace Protokollsok.Reading.Recognition;

/// <summary>
/// A page mark that stands alone: <c>1 (3)</c> is read as <c>113)</c> or <c>103)</c>, for nothing beside it tells a bracket from a
/// digit. What closes has been opened, and no page comes after the last.
/// </summary>
internal static class PageMark
{
    private const int LongestNumber = 3;

    /// <param name="cell">A word that has a cell of its own.</param>
    /// <returns>The mark with its bracket, or the word itself if there is not exactly one place for it.</returns>
    public static string Mend(string cell)
    {
        if (cell is not [.. var digits, ')'] || !digits.All(char.IsAsciiDigit)) return cell;
        var marks = Enumerable.Range(1, Math.Max(0, digits.Length - 2)).Where(at => digits[at] is '1' or '0')
            .Select(at => (Page: digits[..at], Last: digits[(at + 1)..])).Where(mark => IsMark(mark.Page, mark.Last)).ToList();
        return marks is [var (page, last)] ? $"{page} ({last})" : cell;
    }

    private static bool IsMark(string page, string last) =>
        page.Length <= LongestNumber && last.Length <= LongestNumber && page[0] != '0' && last[0] != '0'
        && int.Parse(page, CultureInfo.InvariantCulture) <= int.Parse(last, CultureInfo.InvariantCulture);
}
