using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Finds the values that a person should compare with the page: one finding a page, with the places of them all.</summary>
internal static class LowConfidenceFinder
{
    public static IEnumerable<Finding> Find(DocumentRecord record) =>
        ValuesOf(record).Where(value => value.Confidence < PageRecord.LowConfidence).GroupBy(value => value.Place.Page).OrderBy(page => page.Key)
            .Select(page => new Finding("low-confidence", Message(page.Key, [.. page]), [.. page.Select(value => value.Place).OrderBy(place => place.Start)]));

    private static string Message(int page, List<(Place Place, double Confidence)> values)
    {
        var least = values.Min(value => value.Confidence).ToString("0.##", CultureInfo.InvariantCulture);
        return values.Count == 1 ? $"A value on page {page} is unsure ({least}): compare it with the page."
            : string.Create(CultureInfo.InvariantCulture, $"{values.Count} values on page {page} are unsure (down to {least}): compare them with the page.");
    }

    private static IEnumerable<(Place Place, double Confidence)> ValuesOf(DocumentRecord record) =>
        record.CaseNumbers.Select(found => (found.Place, found.Confidence))
            .Concat(record.Dates.Select(found => (found.Place, found.Confidence)))
            .Concat(record.Amounts.Select(found => (found.Place, found.Confidence)))
            .Concat(record.Sections.Select(section => (new Place(section.Page, section.Start, section.Length), section.Confidence)))
            .Concat(record.Decisions.Select(decision => (decision.Parts[0], decision.Confidence)))
            .Concat(record.Votes.Select(vote => (new Place(vote.Page, vote.Start, vote.Length), vote.Confidence)));
}
