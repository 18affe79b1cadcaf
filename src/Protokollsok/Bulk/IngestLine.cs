using Protokollsok.Documents;

namespace Protokollsok.Bulk;

/// <summary>One line of <c>ingest --json</c>.</summary>
/// <param name="Id"><see langword="null"/> for a file that could not be opened.</param>
/// <param name="Outcome"><c>done</c>, <c>duplicate</c> or <c>quarantined</c>; <c>waiting</c> if trouble outside left it for the next run.</param>
/// <param name="Status">Of the record; <see langword="null"/> for a duplicate and for what waits.</param>
internal sealed record IngestLine(string Path, DocumentId? Id, string Outcome, DocumentStatus? Status, IReadOnlyList<Problem> Problems);
