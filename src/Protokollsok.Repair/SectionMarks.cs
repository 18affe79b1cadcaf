using System.Globalization;
using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Repair;

/// <summary>
/// Section marks that were read as something else at the head of a section: <c>$ 31</c>, <c>8 31</c>, <c>S 31</c>. A dollar sign is
/// taken at its shape;
/// an 8 or an S needs the section before or after it in the same document.
/// </summary>
internal static partial class SectionMarks
{
    private const double DollarConfidence = 0.995, NeighbourConfidence = 0.993, LonelyConfidence = 0.6;

    /// <summary>The heads of a document's sections with a lost mark, by page; places are in the pages' texts.</summary>
    public static IEnumerable<(int Page, Correction Correction)> Find(IReadOnlyList<string> pages, RepairOptions options)
    {
        var heads = pages.SelectMany((text, page) => Head().Matches(text).Select(match => (
            Page: page, Mark: match.Groups["mark"], Number: NumberOf(match), IsTitled: match.Groups["title"].Success))).ToList();
        var numbers = heads.Where(head => head.IsTitled || head.Mark.Value is "§" or "$").Select(head => head.Number).ToHashSet();
        foreach (var head in heads.Where(head => head.Mark.Value != "§"))
        {
            var confidence = head.Mark.Value == "$" ? DollarConfidence
                : head.IsTitled && (numbers.Contains(head.Number - 1) || numbers.Contains(head.Number + 1)) ? NeighbourConfidence
                : LonelyConfidence;
            if (confidence < options.SuggestFrom) continue;
            var isApplied = confidence >= options.ApplyFrom;
            var reason = "section mark before a section's number";
            yield return (head.Page, new Correction(head.Mark.Index, 1, head.Mark.Value, "§", confidence, isApplied, null, reason));
        }
    }

    private static int NumberOf(Match match) => int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>
    /// At a line's head, a unit before it at most; after the number a title with a capital, a year, or the line's end. Sums and lists
    /// have neither.
    /// </summary>
    [GeneratedRegex(
        @"^[ \t]*([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,3}[ \t]+)?(?<mark>[§$8S])[ \t](?<number>[1-9][0-9]{0,2})([ \t]*/[ \t]*(19|20)?[0-9][0-9])?"
        + @"[ \t]*(?<title>[ \t][A-ZÅÄÖ][a-zåäö]+[^\n]*)?\r?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}
