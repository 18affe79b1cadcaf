using Protokollsok.Documents;

namespace Protokollsok.Intake;

/// <summary>What the clerk gets for a file that was taken in: the JSON beside the page that says the same.</summary>
/// <param name="FileName">As dropped.</param>
/// <param name="Id">The document's.</param>
/// <param name="DuplicateOf">The name under which the same content came first; <see langword="null"/> if it is new.</param>
/// <param name="Status">As in the record.</param>
/// <param name="Doubtful">What a person should look at, in plain Swedish.</param>
internal sealed record Receipt(
    string FileName,
    DocumentId Id,
    DateTimeOffset ReceivedAt,
    string? DuplicateOf,
    DocumentStatus Status,
    int Pages,
    string? Board,
    string? Date,
    string? Title,
    IReadOnlyList<string> CaseNumbers,
    IReadOnlyList<string> Sections,
    IReadOnlyList<string> Amounts,
    IReadOnlyList<ReceiptDecision> Decisions,
    int Corrections,
    IReadOnlyList<string> Doubtful)
{
    public static Receipt Of(string fileName, DateTimeOffset receivedAt, string? duplicateOf, DocumentRecord record) => new(
        fileName,
        record.Id,
        receivedAt,
        duplicateOf,
        record.Status,
        record.Source.PageCount,
        record.Board?.Value,
        (record.MeetingDate ?? record.DocumentDate)?.Value.ToString(),
        record.Title,
        [.. record.CaseNumbers.Select(found => found.Value.Value).Distinct()],
        [.. record.Sections.Select(section => section.Number)],
        [.. record.Amounts.Select(found => found.Printed).Distinct()],
        [.. record.Decisions.Select(decision => new ReceiptDecision(decision.Section, decision.Number, decision.Kind, decision.DecidedBy, decision.Text, decision.Page))],
        record.Pages.Sum(page => page.Corrections.Count(change => change.Applied)),
        [.. Doubts(record)]);

    private static IEnumerable<string> Doubts(DocumentRecord record)
    {
        foreach (var problem in record.Problems)
            yield return problem.Page is { } page ? $"Sidan {page} kunde inte läsas." : Reasons.InSwedish(problem.Code);
        foreach (var page in record.Pages.Where(page => page.IsDoubtful))
            yield return $"Texten på sidan {page.Number} är svårläst; jämför med den skannade sidan.";
        foreach (var finding in record.Findings)
            yield return Findings.InSwedish(finding);
        if (record.Decisions.Count == 0)
            yield return "Inget beslut och inget förslag till beslut hittades i dokumentet.";
    }
}
