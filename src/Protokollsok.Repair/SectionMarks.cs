using System.Globalization;
using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Repair;

/// <summary>
/// Section marks that were read as something else: at the head of a section (<c>$ 31</c>, <c>8 31</c>, <c>S 31</c>) and before a range of sections (<c>88 45-58</c>). A dollar
/// sign is taken at its shape; an 8 or an S needs the section before or after it in the same document, a range one that lies in it or a word that announces it.
/// </summary>
internal static partial class SectionMarks
{
    private const double DollarConfidence = 0.995, NeighbourConfidence = 0.993, RangeConfidence = 0.992, LonelyConfidence = 0.6;

    private const int LongestUnit = 4;

    private static readonly System.Buffers.SearchValues<char> s_marks = System.Buffers.SearchValues.Create("§$8S");

    /// <summary>The lost marks of a document, by page; places are in the pages' texts.</summary>
    public static IEnumerable<(int Page, Correction Correction)> Find(IReadOnlyList<string> pages, RepairOptions options)
    {
        List<Mark> marks = [.. pages.SelectMany((text, page) => MarksOf(text, page))];
        var numbers = marks.Where(mark => mark.IsHead && (mark.IsBorneOut || mark.Was is "§" or "$")).Select(mark => mark.First).ToHashSet();
        foreach (var mark in marks.Where(mark => mark.Was[0] != '§'))
        {
            var confidence = Confidence(mark, numbers);
            if (confidence < options.SuggestFrom) continue;
            var now = new string('§', mark.Was.Length);
            yield return (mark.Page, new Correction(mark.Start, mark.Was.Length, mark.Was, now, confidence, confidence >= options.ApplyFrom, null, "section mark before a section's number"));
        }
    }

    private static double Confidence(Mark mark, HashSet<int> numbers)
    {
        if (!mark.IsHead) return mark.IsBorneOut || numbers.Any(number => number >= mark.First && number <= mark.Last) ? RangeConfidence : LonelyConfidence;
        if (mark.Was == "$") return DollarConfidence;
        return mark.IsBorneOut && (numbers.Contains(mark.First - 1) || numbers.Contains(mark.First + 1)) ? NeighbourConfidence : LonelyConfidence;
    }

    /// <summary>Most lines hold nothing of the kind, which their first words show.</summary>
    private static IEnumerable<Mark> MarksOf(string text, int page)
    {
        var hasRanges = HasRange(text);
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start) is var at and >= 0 ? at : text.Length;
            var line = text.AsSpan(start, end - start);
            var mayBeHead = MayBeHead(line);
            var mayBeRange = hasRanges && HasRange(line);
            if (!mayBeHead && !mayBeRange) continue;
            var row = line.ToString();
            if (mayBeHead && Head().Match(row) is { Success: true } head)
                yield return new Mark(page, start + head.Groups["mark"].Index, head.Groups["mark"].Value, NumberOf(head, "number"), 0, true, head.Groups["title"].Success);
            if (mayBeRange && Range().Match(row) is { Success: true } range && NumberOf(range, "first") < NumberOf(range, "last"))
                yield return new Mark(page, start + range.Groups["mark"].Index, range.Groups["mark"].Value, NumberOf(range, "first"), NumberOf(range, "last"), false, range.Groups["lead"].Success);
        }
    }

    private static bool HasRange(ReadOnlySpan<char> text) =>
        text.Contains("88 ", StringComparison.Ordinal) || text.Contains("$$ ", StringComparison.Ordinal) || text.Contains("SS ", StringComparison.Ordinal);

    private static bool MayBeHead(ReadOnlySpan<char> line)
    {
        line = line.TrimStart(" \t");
        if (line.Length < 3) return false;
        if (s_marks.Contains(line[0]) && line[1] is ' ' or '\t') return true;
        var unit = line.IndexOfAny(' ', '\t');
        return unit is > 0 and <= LongestUnit && line[unit..].TrimStart(" \t") is [var mark, ' ' or '\t', ..] && s_marks.Contains(mark);
    }

    private static int NumberOf(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>A mark as it stands, the number after it, or the first and the last of a range.</summary>
    /// <param name="IsBorneOut">A head's title, or a word that announces a range.</param>
    private sealed record Mark(int Page, int Start, string Was, int First, int Last, bool IsHead, bool IsBorneOut);

    /// <summary>
    /// At a line's head, a unit before it at most; after the number a title with a capital, a year, or the line's end. Sums and lists
    /// have neither.
    /// </summary>
    [GeneratedRegex(
        @"^[ \t]*([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,3}[ \t]+)?(?<mark>[§$8S])[ \t](?<number>[1-9][0-9]{0,2})([ \t]*/[ \t]*(19|20)?[0-9][0-9])?"
        + @"[ \t]*(?<title>[ \t][A-ZÅÄÖ][a-zåäö]+[^\n]*)?\r?$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    /// <summary>A doubled mark, alone on its line or after a word that announces sections, and two numbers; nothing else follows but other numbers.</summary>
    [GeneratedRegex(
        @"^[ \t]*((?<lead>Paragrafer|Paragraf|[Jj]usterade paragrafer|Ej|[Pp]rotokoll|[Uu]tdrag)[ \t:,]+)?(?<mark>88|\$\$|SS)[ \t](?<first>[1-9][0-9]{0,2})[ \t]*(-|–|--)[ \t]*(?<last>[1-9][0-9]{0,2})[ \t.,]*\r?$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
