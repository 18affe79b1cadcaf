using System.Globalization;
using System.Text;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Repair;

namespace Protokollsok.Corrections;

/// <summary>Repairs that a person has rejected: the text stands as it was read, and the change is only suggested.</summary>
internal static class RejectedRepairs
{
    /// <summary>The pages without the changes that were rejected; places move with the text.</summary>
    public static IReadOnlyList<RepairedPage> Undo(IReadOnlyList<RepairedPage> repaired, IReadOnlyList<PageReading> pages, IReadOnlyList<StandingCorrection> corrections)
    {
        var rejected = corrections.Where(correction => correction.Field == CorrectionField.Repair).Where(correction => PlacedWord.Parse(correction.Value) is null).Select(correction => Parse(correction.Value)).ToList();
        return rejected.Count == 0 ? repaired : [.. repaired.Zip(pages, (page, read) => Undo(page, [.. rejected.Where(one => one.Page is null || one.Page == read.Number).Select(one => one.Word)]))];
    }

    /// <summary><c>3:ord</c> is the word on page 3, <c>ord</c> the word on every page.</summary>
    public static (int? Page, string Word) Parse(string value) =>
        value.IndexOf(':', StringComparison.Ordinal) is > 0 and var at && at + 1 < value.Length && int.TryParse(value.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? (page, value[(at + 1)..])
            : (null, value);

    private static RepairedPage Undo(RepairedPage page, IReadOnlyCollection<string> words)
    {
        if (!page.Corrections.Any(change => change.Applied && words.Contains(change.Now))) return page;
        var text = new StringBuilder();
        var (taken, moved, corrections) = (0, 0, new List<Correction>());
        foreach (var change in page.Corrections.OrderBy(change => change.Start))
        {
            if (!change.Applied || !words.Contains(change.Now) || change.Start < taken)
            {
                corrections.Add(change with { Start = change.Start + moved });
                continue;
            }

            text.Append(page.Text, taken, change.Start - taken).Append(change.Was);
            corrections.Add(change with { Start = change.Start + moved, Length = change.Was.Length, Applied = false, Reason = "rejected by a person" });
            taken = change.Start + change.Length;
            moved += change.Was.Length - change.Length;
        }

        return new RepairedPage(text.Append(page.Text, taken, page.Text.Length - taken).ToString(), corrections);
    }
}
