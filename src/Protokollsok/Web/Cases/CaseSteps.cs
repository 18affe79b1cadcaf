using Protokollsok.Documents;

namespace Protokollsok.Web.Cases;

/// <summary>Which parts of a document belong to a case.</summary>
internal static class CaseSteps
{
    /// <summary>In reading order; none if the document does not name the case.</summary>
    public static IReadOnlyList<CaseStep> Of(DocumentRecord record, string key)
    {
        var places = record.CaseNumbers.Where(found => found.Value.Key == key).Select(found => found.Place).ToList();
        var own = record.Sections.Where(section => section.CaseNumbers.Contains(key)).ToList();
        if (places.Count == 0 && own.Count == 0) return [];
        if (record.Sections.Count == 0) return [WholeDocument(record)];
        // An extract has the number at its head, before the only section.
        if (own.Count == 0 && record.Sections.Count == 1 && record.Sections[0].CaseNumbers.Count == 0) own.Add(record.Sections[0]);
        var mentioned = places.Select(place => SectionAt(record, place)).OfType<Section>().Distinct().Except(own);
        var steps = own.Select(section => OfSection(record, section)).Concat(mentioned.Select(section => Mention(record, section)))
            .OrderBy(step => step.Page).ToList();
        return steps.Count > 0 ? steps : [Mention(record, section: null)];
    }

    private static CaseStep WholeDocument(DocumentRecord record) => new(
        DecisionView.Summary(record, []), record.DocumentType, record.Municipality?.Value, null, null, Mentioned: false,
        record.Pages.Count > 0 ? record.Pages[0].Number : 1, record.Decisions, record.Votes, record.Reservations);

    private static CaseStep OfSection(DocumentRecord record, Section section) => new(
        DecisionView.Summary(record, section.CaseNumbers), record.DocumentType, record.Municipality?.Value, section.Number, section.Heading, Mentioned: false, section.Page,
        [.. record.Decisions.Where(decision => DecisionView.SectionOf(decision, record) == section)],
        [.. record.Votes.Where(vote => vote.Section == section.Number)], [.. record.Reservations.Where(reservation => reservation.Section == section.Number)]);

    private static CaseStep Mention(DocumentRecord record, Section? section) => new(
        DecisionView.Summary(record, section?.CaseNumbers ?? []), record.DocumentType, record.Municipality?.Value, section?.Number, section?.Heading, Mentioned: true,
        section?.Page ?? 1, [], [], []);

    private static Section? SectionAt(DocumentRecord record, Place place) =>
        record.Sections.LastOrDefault(section => section.Page < place.Page || (section.Page == place.Page && section.Start <= place.Start));
}
