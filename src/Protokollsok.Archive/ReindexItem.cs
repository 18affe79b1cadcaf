using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <summary>One document that a generation is to have made again.</summary>
/// <param name="BoardHint">The board that its folder is named after.</param>
/// <param name="DoubtfulPages">As the ledger has it now.</param>
public sealed record ReindexItem(
    DocumentId Id, string FileName, long Bytes, string? BoardHint, long Arrival, string? ReadBy, string? UnderstoodBy, int DoubtfulPages);
