using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Bulk;

/// <summary>A document made again.</summary>
/// <param name="Record">What is to be in the index; <see langword="null"/> if there is nothing at all.</param>
/// <param name="Json">The record to be kept; <see langword="null"/> if the one that is kept does.</param>
/// <param name="Reading">The slow half to be kept; <see langword="null"/> if it was not read again.</param>
/// <param name="Changes">What is otherwise.</param>
/// <param name="Result">For the ledger.</param>
internal sealed record Remade(DocumentRecord? Record, byte[]? Json, DocumentReading? Reading, RecordChanges Changes, ReindexResult Result);
