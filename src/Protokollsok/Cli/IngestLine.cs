using Protokollsok.Documents;

namespace Protokollsok.Cli;

/// <summary>One line of <c>ingest --json</c>.</summary>
/// <param name="Id"><see langword="null"/> for a file that could not be opened.</param>
/// <param name="Outcome"><c>done</c>, <c>duplicate</c> or <c>quarantined</c>.</param>
/// <param name="Status">Of the record; <see langword="null"/> for a duplicate.</param>
internal sealed record IngestLine(string Path, DocumentId? Id, string Outcome, DocumentStatus? Status, IReadOnlyList<Problem> Problems);
