using System.Text.RegularExpressions;

namespace Protokollsok.Extraction;

/// <summary>
/// Finds the heads of sections that no sign marks, by their order: of all lines that may be one, the longest run whose numbers go up by
/// one. A list inside an item begins a run of its own and is the shorter one.
/// </summary>
internal static class SectionSequence
{
    private const int LongestLine = 300;

    private sealed record Candidate(SectionHead Head, int Value, string Style, int Length, Candidate? Before);

    /// <param name="minimum">A shorter run is none.</param>
    /// <param name="mayBe">Further tests of number and line.</param>
    public static List<SectionHead> Find(MinutesText minutes, Regex pattern, int minimum, Func<int, Line, bool>? mayBe = null)
    {
        var longest = new Dictionary<(int Value, string Style), Candidate>();
        Candidate? best = null, last = null;
        foreach (var line in minutes.Lines)
        {
            if (line.Text.Length > LongestLine || pattern.Match(line.Text) is not { Success: true } match || !IsHead(minutes, line, match, last)) continue;
            if (mayBe is not null && !mayBe(SectionFinder.Value(match.Groups["number"].Value), line)) continue;
            var candidate = After(longest, SectionFinder.HeadOf(match, line), match.Groups["style"].Value);
            last = candidate;
            var key = (candidate.Value, candidate.Style);
            if (!longest.TryGetValue(key, out var other) || other.Length < candidate.Length) longest[key] = candidate;
            if (best is null || best.Length < candidate.Length) best = candidate;
        }

        return best is null || best.Length < minimum ? [] : ToList(best);
    }

    /// <summary>A number that fills its line needs a line below it that can be its title.</summary>
    private static bool IsHead(MinutesText minutes, Line line, Match match, Candidate? last)
    {
        if (SectionFinder.ContentsLine().IsMatch(line.Text)) return false;
        var isNext = match.Groups["style"].Length > 0 && SectionFinder.Value(match.Groups["number"].Value) == last?.Value + 1;
        if (!isNext && last?.Head.Line.Index != line.Index - 1 && SectionFinder.RunsOn(line, minutes)) return false;
        return match.Groups["rest"].Length > 0 || (line.Index + 1 < minutes.Lines.Count && char.IsUpper(minutes.Lines[line.Index + 1].Text[0]));
    }

    /// <summary>The head behind the longest run that it goes on: of the number before, or of the same before its letter (<c>88 a</c>).</summary>
    private static Candidate After(Dictionary<(int Value, string Style), Candidate> longest, SectionHead head, string style)
    {
        var value = SectionFinder.Value(head.Number);
        var before = longest.GetValueOrDefault((value - 1, style));
        if (!char.IsAsciiDigit(head.Number[^1]) && longest.TryGetValue((value, style), out var same) && same.Length > (before?.Length ?? 0)) before = same;
        return new Candidate(head, value, style, (before?.Length ?? 0) + 1, before);
    }

    private static List<SectionHead> ToList(Candidate last)
    {
        var heads = new List<SectionHead>();
        for (var candidate = last; candidate is not null; candidate = candidate.Before) heads.Add(candidate.Head);
        heads.Reverse();
        return heads;
    }
}
