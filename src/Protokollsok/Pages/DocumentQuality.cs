using Protokollsok.Documents;

namespace Protokollsok.Pages;

/// <summary>How well one document could be read.</summary>
/// <param name="Year">Of the meeting, else of the document; <see langword="null"/> if it has no date.</param>
/// <param name="Origin">Where the text of most of its pages comes from.</param>
/// <param name="Pages">That were read and have text.</param>
/// <param name="Confidence">Sum of the pages' confidences.</param>
/// <param name="Doubtful">Pages to compare with the scan.</param>
/// <param name="Repairs">Words that repair changed.</param>
internal sealed record DocumentQuality(int? Year, PageOrigin Origin, int Pages, double Confidence, int Doubtful, int Repairs)
{
    /// <summary>A text file was written, not read: how surely says nothing, and it is left out.</summary>
    public static DocumentQuality Of(DocumentRecord record)
    {
        var pages = record.Pages.Where(page => page.Text.Length > 0 && page.Origin != PageOrigin.TextFile).ToList();
        var origin = pages.GroupBy(page => page.Origin).OrderByDescending(group => group.Count()).Select(group => group.Key).FirstOrDefault();
        return new DocumentQuality(
            (record.MeetingDate ?? record.DocumentDate)?.Value.FirstDay.Year, origin, pages.Count, pages.Sum(page => page.Confidence),
            pages.Count(page => page.IsDoubtful), pages.Sum(page => page.Corrections.Count(change => change.Applied)));
    }
}
