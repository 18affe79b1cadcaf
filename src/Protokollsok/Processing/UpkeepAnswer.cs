using Protokollsok.Documents;

namespace Protokollsok.Processing;

/// <summary>What came of a request, for one document.</summary>
/// <param name="FileName"><see langword="null"/> if there is no such document.</param>
internal sealed record UpkeepAnswer(DocumentId Id, UpkeepOutcome Outcome, string? FileName = null);
