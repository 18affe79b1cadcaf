using Protokollsok.Documents;

namespace Protokollsok.Processing;

/// <summary>What came of a request, for one document.</summary>
/// <param name="Id"><see langword="null"/> where no single document was asked for.</param>
/// <param name="FileName"><see langword="null"/> if there is no such document.</param>
/// <param name="Detail">What there is to say besides, in English.</param>
internal sealed record UpkeepAnswer(DocumentId? Id, UpkeepOutcome Outcome, string? FileName = null, string? Detail = null);
