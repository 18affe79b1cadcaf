using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Extraction;

namespace Protokollsok.Intake;

/// <summary>What the clerk gets for a file that was taken in: the JSON beside the page that says the same.</summary>
/// <param name="FileName">As dropped.</param>
/// <param name="Id">The document's.</param>
/// <param name="Url">Where the original can be seen.</param>
/// <param name="ReceivedAt">Swedish time.</param>
/// <param name="DuplicateOf">The name under which the same content came first; <see langword="null"/> if it is new.</param>
/// <param name="First">The same, with its receipt.</param>
/// <param name="NearDuplicates">Documents whose text is nearly the same: the same paper scanned twice, perhaps.</param>
/// <param name="Status">As in the record.</param>
/// <param name="BoardFrom"><c>text</c>, or <c>folder</c> where the text names no board and the folder does.</param>
/// <param name="Doubtful">What a person should look at, and where.</param>
internal sealed record Receipt(
    string FileName,
    DocumentId Id,
    string Url,
    DateTimeOffset ReceivedAt,
    string? DuplicateOf,
    ReceiptLink? First,
    IReadOnlyList<ReceiptLink> NearDuplicates,
    DocumentStatus Status,
    int Pages,
    string? Board,
    string? BoardFrom,
    string? Date,
    string? Title,
    IReadOnlyList<string> CaseNumbers,
    IReadOnlyList<string> Sections,
    IReadOnlyList<string> Amounts,
    IReadOnlyList<ReceiptDecision> Decisions,
    int Corrections,
    IReadOnlyList<ReceiptDoubt> Doubtful)
{
    /// <summary>Whether there is anything to find it by.</summary>
    public bool HasText { get; init; } = true;

    /// <param name="first">The first arrival of the same content; <see langword="null"/> if this is it.</param>
    public static Receipt Of(Arrival arrival, string url, ReceiptLink? first, IReadOnlyList<ReceiptLink> nearDuplicates, DocumentRecord record) => new(
        arrival.FileName,
        record.Id,
        url,
        SwedishTime.Of(arrival.ReceivedAt),
        first?.FileName,
        first,
        nearDuplicates,
        record.Status,
        record.Source.PageCount,
        record.Board?.Value,
        record.Findings.Any(finding => finding.Code == Findings.BoardFromFolder) ? "folder" : record.Board is not null ? "text" : null,
        (record.MeetingDate ?? record.DocumentDate)?.Value.ToString(),
        record.Title,
        [.. record.CaseNumbers.Select(found => found.Value.Value).Distinct()],
        [.. record.Sections.Select(section => section.Number)],
        [.. record.Amounts.Select(found => found.Printed).Distinct()],
        [.. record.Decisions.Select(decision => new ReceiptDecision(decision.Section, decision.Number, decision.Kind, decision.DecidedBy, decision.Text, decision.Page))],
        record.Pages.Sum(page => page.Corrections.Count(change => change.Applied)),
        [.. Doubts(record).OrderBy(doubt => doubt.Page ?? 0)])
    {
        HasText = record.Findings.All(finding => finding.Code != MinutesExtractor.NoText),
    };

    private static IEnumerable<ReceiptDoubt> Doubts(DocumentRecord record)
    {
        foreach (var problem in record.Problems)
            yield return new ReceiptDoubt(problem.Page, problem.Page is null ? Reasons.InSwedish(problem.Code) : Reasons.OfPage(problem.Code));
        foreach (var page in record.Pages.Where(page => page.IsDoubtful))
            yield return new ReceiptDoubt(page.Number, "Texten är svårläst; jämför med den skannade sidan.");
        foreach (var finding in record.Findings.Where(finding => finding.Code != Findings.NearDuplicate))
            yield return new ReceiptDoubt(finding.Where is [var first, ..] ? first.Page : null, Findings.InSwedish(finding));
        if (record.Decisions.Count == 0 && record.Findings.All(finding => finding.Code != MinutesExtractor.NoText))
            yield return new ReceiptDoubt(null, "Inget beslut och inget förslag till beslut hittades i dokumentet.");
    }
}
