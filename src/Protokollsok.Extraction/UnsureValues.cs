using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>
/// The values that are so unsure that a person should compare them with the page. The finding tells of them all, also of those that the review has no
/// question for: who reads the record is to know. Pure.
/// </summary>
public static class UnsureValues
{
    public static bool IsUnsure(double confidence) => confidence < PageRecord.LowConfidence;

    /// <summary>The first of each unsure number; one that stands elsewhere as well is as sure as where it is surest.</summary>
    public static IEnumerable<Found<Dnr>> CaseNumbers(DocumentRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.CaseNumbers.GroupBy(found => found.Value.Key).Where(number => IsUnsure(number.Max(found => found.Confidence))).Select(number => number.First());
    }

    /// <summary>All of them, with where they stand, kind by kind.</summary>
    public static IEnumerable<(Place Place, double Confidence)> Of(DocumentRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        IEnumerable<(Place? Place, double Confidence)> heads =
        [
            (record.Board?.Place, record.Board?.Confidence ?? 1), (record.MeetingDate?.Place, record.MeetingDate?.Confidence ?? 1),
            (record.DocumentDate?.Place, record.DocumentDate?.Confidence ?? 1),
        ];
        return heads.Where(head => head.Place is not null).Select(head => (head.Place!, head.Confidence))
            .Concat(CaseNumbers(record).Select(found => (found.Place, found.Confidence)))
            .Concat(record.Dates.Where(found => found.Place != record.MeetingDate?.Place && found.Place != record.DocumentDate?.Place).Select(found => (found.Place, found.Confidence)))
            .Concat(record.Amounts.Select(found => (found.Place, found.Confidence)))
            .Concat(record.Sections.Select(section => (SectionOrder.PlaceOf(section), section.Confidence)))
            .Concat(record.Decisions.Where(decision => decision.Parts.Count > 0).Select(decision => (decision.Parts[0], decision.Confidence)))
            .Concat(record.Votes.Select(vote => (new Place(vote.Page, vote.Start, vote.Length), vote.Confidence)))
            .Where(value => IsUnsure(value.Item2));
    }
}
