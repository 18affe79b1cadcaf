using System.Text;
using Protokollsok.Documents;

namespace Protokollsok.Repair;

/// <summary>Changes upon changes: a page that was repaired in steps, told as one step from what was read.</summary>
internal static class Layers
{
    /// <summary>The text with its edits, all applied.</summary>
    /// <param name="edits">In the text's order, none over another.</param>
    public static RepairedPage Edited(string text, IReadOnlyList<Edit> edits)
    {
        if (edits.Count == 0) return new RepairedPage(text, []);
        var (edited, done, corrections) = (new StringBuilder(), 0, new List<Correction>());
        foreach (var edit in edits)
        {
            edited.Append(text, done, edit.Start - done);
            var was = text.Substring(edit.Start, edit.Length);
            corrections.Add(new Correction(edited.Length, edit.Now.Length, was, edit.Now, edit.Confidence, Applied: true, Second: null, edit.Reason));
            edited.Append(edit.Now);
            done = edit.Start + edit.Length;
        }

        return new RepairedPage(edited.Append(text, done, text.Length - done).ToString(), corrections);
    }

    /// <summary>
    /// Two steps as one. Where both changed the same words, one correction spans what either touched; without a runner-up, for
    /// theirs are of a part of it; a suggestion about what the other step changed is dropped.
    /// </summary>
    /// <param name="second">Made from the text of <paramref name="first"/>.</param>
    public static RepairedPage Over(RepairedPage first, RepairedPage second)
    {
        if (first.Corrections.Count == 0) return second;
        if (second.Corrections.Count == 0) return first;
        var (spans, shifts) = (Between(first, second), new TextShifts(second));
        var groups = Groups(spans.Where(span => span.Change.Applied));
        var (corrections, evidence) = (new List<Correction>(), new Dictionary<int, IReadOnlyList<double>>());
        foreach (var group in groups.Select(group => (group[0].Start, Change: Whole(group, first, second, shifts), group)).Where(group => group.Change is not null))
        {
            corrections.Add(group.Change!);
            if (group.group is [{ IsSecond: true } only] && second.Evidence.TryGetValue(only.Change.Start, out var weighed)) evidence[group.Change!.Start] = weighed;
        }

        corrections.AddRange(Suggestions(spans, groups, shifts));
        return new RepairedPage(second.Text, [.. corrections.OrderBy(correction => correction.Start)]) { Evidence = evidence };
    }

    /// <summary>All changes by where they stand in the text between the steps, in its order.</summary>
    private static List<Span> Between(RepairedPage first, RepairedPage second)
    {
        var spans = first.Corrections.Select(change => new Span(change.Start, change.Start + change.Length, change, false)).ToList();
        var moved = 0;
        foreach (var change in second.Corrections)
        {
            spans.Add(new Span(change.Start - moved, change.Start - moved + change.Was.Length, change, true));
            if (change.Applied) moved += change.Length - change.Was.Length;
        }

        return [.. spans.OrderBy(span => span.Start).ThenBy(span => span.End)];
    }

    /// <summary>Those that reach over one another together.</summary>
    private static List<List<Span>> Groups(IEnumerable<Span> spans)
    {
        var (groups, end) = (new List<List<Span>>(), 0);
        foreach (var span in spans)
        {
            if (groups.Count > 0 && span.Start < end) groups[^1].Add(span);
            else groups.Add([span]);
            end = groups[^1].Count == 1 ? span.End : Math.Max(end, span.End);
        }

        return groups;
    }

    /// <returns><see langword="null"/> where the second step took back what the first one did.</returns>
    private static Correction? Whole(List<Span> group, RepairedPage first, RepairedPage second, TextShifts shifts)
    {
        var (from, to) = (group[0].Start, group.Max(span => span.End));
        var start = shifts.Now(from);
        if (group is [var only]) return only.Change with { Start = start };
        var growth = group.Where(span => span.IsSecond).Sum(span => span.Change.Length - span.Change.Was.Length);
        var (was, now) = (Was(first, group, from, to), second.Text.Substring(start, to - from + growth));
        if (was == now) return null;
        var reason = string.Join("; ", group.OrderBy(span => span.IsSecond).Select(span => span.Change.Reason).Distinct());
        return new Correction(start, now.Length, was, now, group.Min(span => span.Change.Confidence), Applied: true, Second: null, reason);
    }

    /// <summary>As it was read, between two places that no change of the first step crosses.</summary>
    private static string Was(RepairedPage first, List<Span> group, int from, int to)
    {
        var was = new StringBuilder();
        foreach (var span in group.Where(span => !span.IsSecond))
        {
            was.Append(first.Text, from, span.Start - from).Append(span.Change.Was);
            from = span.End;
        }

        return was.Append(first.Text, from, to - from).ToString();
    }

    private static IEnumerable<Correction> Suggestions(List<Span> spans, List<List<Span>> groups, TextShifts shifts)
    {
        var changed = groups.ConvertAll(group => (group[0].Start, End: group.Max(span => span.End)));
        var open = spans.FindAll(span => !span.Change.Applied && !Touches(changed, span));
        var newer = open.FindAll(span => span.IsSecond).ConvertAll(span => (span.Start, span.End));
        return open.Where(span => span.IsSecond || !Touches(newer, span)).Select(span => span.Change with { Start = shifts.Now(span.Start) });
    }

    /// <summary>Whether the span reaches over one of others, which are in order and reach over none of their like.</summary>
    private static bool Touches(List<(int Start, int End)> others, Span span)
    {
        var (low, high) = (0, others.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (others[middle].End > span.Start) high = middle;
            else low = middle + 1;
        }

        return low < others.Count && others[low].Start < span.End;
    }

    /// <param name="Start">In the text between the steps.</param>
    private sealed record Span(int Start, int End, Correction Change, bool IsSecond);
}
