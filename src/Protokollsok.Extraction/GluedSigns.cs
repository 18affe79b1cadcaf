using System.Text.RegularExpressions;

namespace Protokollsok.Extraction;

/// <summary>
/// Heads whose § was read as their number's first digit (<c>838 Title</c>). A budget's accounts look just so (<c>510 Lokaler</c>): such a line
/// is a head only where the cover sheet knows the number, or where exactly that one is missing between two heads that bear their sign.
/// </summary>
internal static partial class GluedSigns
{
    /// <summary>Within so many lines of one account stands another; a section has its text there.</summary>
    private const int ListReach = 2;

    /// <summary>The line as such a head; none if it stands in a list of its like, or in the middle of a text.</summary>
    public static Match Match(Line line, MinutesText minutes) =>
        line.Gap && Head().Match(line.Text) is { Success: true } match && !IsListed(line, minutes) ? match : System.Text.RegularExpressions.Match.Empty;

    /// <summary>The heads, and between each two that leave out one number the only line that may be its head.</summary>
    public static List<SectionHead> Between(List<SectionHead> heads, MinutesText minutes)
    {
        var all = new List<SectionHead>();
        for (var i = 0; i < heads.Count; i++)
        {
            if (i > 0 && Missing(heads[i - 1], heads[i], minutes) is { } missing) all.Add(missing);
            // The cover sheet's word counts less than the sign itself, which comes later.
            if (heads[i].Certainty == 1 || !IsGlued(heads[i]) || !heads.Any(other => other.Certainty == 1 && other.Number == heads[i].Number)) all.Add(heads[i]);
        }

        return all;
    }

    private static SectionHead? Missing(SectionHead before, SectionHead behind, MinutesText minutes)
    {
        var number = SectionFinder.Value(before.Number) + 1;
        if (before.Certainty < 1 || behind.Certainty < 1 || before.Unit != behind.Unit || SectionFinder.Value(behind.Number) != number + 1) return null;
        var candidates = minutes.Lines.Take(behind.Line.Index).Skip(before.Line.Index + 1)
            .Select(line => (Match: Match(line, minutes), Line: line))
            .Where(one => one.Match.Success && SectionFinder.Value(one.Match.Groups["number"].Value) == number && SectionFinder.IsHead(one.Match, one.Line, minutes)).ToList();
        return candidates is [var only] ? SectionFinder.HeadOf(only.Match, only.Line) : null;
    }

    private static bool IsGlued(SectionHead head) => Head().IsMatch(head.Line.Text);

    private static bool IsListed(Line line, MinutesText minutes) =>
        minutes.Lines.Take(line.Index + ListReach + 1).Skip(line.Index - ListReach).Any(other => other.Index != line.Index && Account().IsMatch(other.Text));

    [GeneratedRegex(@"\A(?<mark>[85])(?<unit>)(?<number>[1-9]\d{0,3})(?!\d)(?<year>)\s{1,12}(?<rest>\p{Lu}\p{L}[^.]{1,150})\z", RegexOptions.CultureInvariant)]
    public static partial Regex Head();

    [GeneratedRegex(@"\A\d{3,5}\s{1,12}\p{L}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Account();
}
