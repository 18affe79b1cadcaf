using Protokollsok.Documents;
using Protokollsok.Search;

namespace Protokollsok.Web;

/// <summary>One decision or proposal as its document's record has it, with what belongs to it.</summary>
/// <param name="Document">The document it stands in; its case numbers are those of the decision's own section where that has some.</param>
/// <param name="DocumentType">What kind of document that is.</param>
/// <param name="Municipality">As repaired; null if the document does not say.</param>
/// <param name="Heading">Of the § that it stands under; null if there is none.</param>
/// <param name="Amounts">Those in its text.</param>
/// <param name="Dates">Those in its text.</param>
/// <param name="Votes">Those of its §.</param>
/// <param name="Reservations">Those of its §.</param>
/// <param name="Boxes">Where it stands on the page images: one box a line, in reading order; empty for a text file.</param>
internal sealed record DecisionView(
    string Id, string? Section, int Number, DecisionKind Kind, string? DecidedBy, string? ProposedBy, string Text, int Page, int Start, int Length,
    IReadOnlyList<Place> Parts, double Confidence, DocumentSummary Document, DocumentType DocumentType, string? Municipality, string? Heading,
    IReadOnlyList<Found<Amount>> Amounts, IReadOnlyList<Found<CalendarDate>> Dates, IReadOnlyList<Vote> Votes, IReadOnlyList<Reservation> Reservations,
    IReadOnlyList<PlacedBox> Boxes)
{
    public static DecisionView Of(Decision decision, DocumentRecord record, IReadOnlyList<PlacedBox> boxes)
    {
        var section = SectionOf(decision, record);
        return new DecisionView(
            decision.Id, decision.Section, decision.Number, decision.Kind, decision.DecidedBy, decision.ProposedBy, decision.Text, decision.Page, decision.Start,
            decision.Length, decision.Parts, decision.Confidence, Summary(record, section?.CaseNumbers ?? []), record.DocumentType, record.Municipality?.Value, section?.Heading,
            Inside(record.Amounts, decision), Inside(record.Dates, decision),
            decision.Section is null ? [] : [.. record.Votes.Where(vote => vote.Section == decision.Section)],
            decision.Section is null ? [] : [.. record.Reservations.Where(reservation => reservation.Section == decision.Section)], boxes);
    }

    /// <summary>The last section of that number that begins before the decision.</summary>
    public static Section? SectionOf(Decision decision, DocumentRecord record) => record.Sections.LastOrDefault(section =>
        section.Number == decision.Section && (section.Page < decision.Page || (section.Page == decision.Page && section.Start <= decision.Start)));

    /// <param name="own">Case numbers of a part of the document, which stand for it where there are any.</param>
    public static DocumentSummary Summary(DocumentRecord record, IReadOnlyList<string> own) => new(
        record.Id, record.Title, record.Board?.Value, record.MeetingDate?.Value ?? record.DocumentDate?.Value,
        [.. (own.Count > 0 ? own : record.CaseNumbers.Select(found => found.Value.Key)).Distinct(StringComparer.Ordinal)]);

    private static List<Found<T>> Inside<T>(IReadOnlyList<Found<T>> values, Decision decision) =>
        [.. values.Where(value => decision.Parts.Any(part => part.Page == value.Place.Page && value.Place.Start >= part.Start && value.Place.Start < part.End))];
}

/// <summary>A box on one page's image.</summary>
/// <param name="Page">1-based.</param>
/// <param name="Box">In pixels of the page image.</param>
internal sealed record PlacedBox(int Page, Box Box);
