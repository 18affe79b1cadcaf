using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Cli;

/// <summary>What <c>history --json</c> prints.</summary>
/// <param name="Generation">The one in force.</param>
/// <param name="Records">The generations of which its record is kept, as it was.</param>
/// <param name="Corrections">Those that hold.</param>
internal sealed record DocumentHistory(
    DocumentId Id, string? ReadBy, string? UnderstoodBy, int Generation, IReadOnlyList<int> Records, IReadOnlyList<StandingCorrection> Corrections, IReadOnlyList<LedgerEvent> Events);
