using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Intake;
using Protokollsok.Repair;

namespace Protokollsok.Corrections;

/// <summary>Words that people put right at their places, over what repair made of them.</summary>
internal static class PlacedWords
{
    /// <summary>The pages with these words; places move with the text. A finding tells each that has lost its place, or of which a new rule says something new.</summary>
    public static (IReadOnlyList<RepairedPage> Pages, IReadOnlyList<Finding> Findings) Put(
        IReadOnlyList<RepairedPage> repaired, IReadOnlyList<PageReading> read, IReadOnlyList<StandingCorrection> corrections)
    {
        List<RepairedPage> pages = [.. repaired];
        List<Finding> findings = [];
        foreach (var correction in corrections.Where(correction => correction.Field == CorrectionField.Repair))
        {
            if (PlacedWord.Parse(correction.Value) is not { } placed) continue;
            var at = read.ToList().FindIndex(page => page.Number == placed.Page);
            if (at < 0 || StartOf(placed, read[at].Text) is not { } start)
            {
                findings.Add(new Finding(Findings.CorrectionDisagrees, $"A person corrected \"{placed.Was}\" to \"{placed.Word}\" on page {placed.Page}, where that is not read any more: compare with the scan.", []));
                continue;
            }

            (pages[at], var rule) = Put(pages[at], read[at].Text, placed with { Start = start });
            if (rule is not null && rule != placed.Word && rule != placed.Was && rule != correction.Was)
                findings.Add(new Finding(Findings.CorrectionDisagrees, $"A person corrected \"{placed.Was}\" to \"{placed.Word}\" on page {placed.Page}, and the rules now say \"{rule}\": compare with the scan.", []));
        }

        return (pages, findings);
    }

    /// <summary>Where it was read; read again, the place may have moved.</summary>
    private static int? StartOf(PlacedWord placed, string text)
    {
        int? nearest = null;
        for (var at = text.IndexOf(placed.Was, StringComparison.Ordinal); at >= 0; at = text.IndexOf(placed.Was, at + 1, StringComparison.Ordinal))
        {
            if (IsWhole(text, at, placed.Was.Length) && (nearest is null || Math.Abs(at - placed.Start) < Math.Abs(nearest.Value - placed.Start))) nearest = at;
        }

        return nearest;
    }

    private static bool IsWhole(string text, int start, int length) =>
        !(start > 0 && char.IsLetter(text[start - 1]) && char.IsLetter(text[start]))
        && !(start + length < text.Length && char.IsLetter(text[start + length]) && char.IsLetter(text[start + length - 1]));

    /// <returns>The page, and what the rules had made of the word; <see langword="null"/> if nothing.</returns>
    private static (RepairedPage Page, string? Rule) Put(RepairedPage page, string read, PlacedWord placed)
    {
        var end = placed.Start + placed.Was.Length;
        var overlapped = page.Corrections.Where(change => AsRead(page, change) is var at && at < end && at + change.Was.Length > placed.Start).ToList();
        var applied = overlapped.Where(change => change.Applied).ToList();
        // A change that reaches beyond the word is undone as a whole.
        var from = applied.Select(change => AsRead(page, change)).Append(placed.Start).Min();
        var to = applied.Select(change => AsRead(page, change) + change.Was.Length).Append(end).Max();
        var (before, after) = (read[from..placed.Start], read[end..to]);
        var start = from + page.Corrections.Except(overlapped).Where(change => change.Applied && AsRead(page, change) < from).Sum(Growth);
        var length = to - from + applied.Sum(Growth);
        var rule = overlapped.FirstOrDefault(change => change.Was == placed.Was);
        var moved = before.Length + placed.Word.Length + after.Length - length;
        var text = string.Concat(page.Text.AsSpan(0, start), before + placed.Word + after, page.Text.AsSpan(start + length));
        var corrections = page.Corrections.Except(overlapped).Select(change => change.Start < start ? change : change with { Start = change.Start + moved });
        return (new RepairedPage(text, [.. corrections.Concat(ByPerson(placed, start + before.Length, rule)).OrderBy(change => change.Start)]), rule is { Applied: true } ? rule.Now : null);
    }

    /// <summary>What is rejected stays as a suggestion, so that the rules' word can be seen; a word that no rule touched and nobody changed is nothing to tell.</summary>
    private static IEnumerable<Correction> ByPerson(PlacedWord placed, int start, Correction? rule) =>
        placed.Word != placed.Was ? [new Correction(start, placed.Word.Length, placed.Was, placed.Word, 1, Applied: true, rule?.Now == placed.Word ? rule.Second : rule?.Now, "by a person")]
        : rule is null ? []
        : [rule with { Start = start, Length = placed.Was.Length, Applied = false, Reason = "rejected by a person" }];

    private static int Growth(Correction change) => change.Length - change.Was.Length;

    private static int AsRead(RepairedPage page, Correction change) => change.Start - PlacedWord.Moved(page.Corrections, change.Start);
}
