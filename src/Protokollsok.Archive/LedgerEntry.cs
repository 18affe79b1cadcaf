using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <summary>What the ledger knows of one document.</summary>
/// <param name="FileName">As it came first, NFC, without its folder.</param>
/// <param name="Bytes">Size of the original.</param>
/// <param name="MediaType">By content; <see langword="null"/> until it is read, or if nobody said.</param>
/// <param name="PageCount">Likewise.</param>
/// <param name="ProblemCode">Why it is in quarantine, for programs; else <see langword="null"/>.</param>
/// <param name="Reason">Why it is in quarantine (plain Swedish) or was deleted; else <see langword="null"/>.</param>
/// <param name="ReadBy">Versions of what read it; <see langword="null"/> while there is no slow half.</param>
/// <param name="UnderstoodBy">Versions of what understood it; <see langword="null"/> while there is no quick half.</param>
/// <param name="Attempts">How often work on it was begun since its last finished step.</param>
/// <param name="Arrival">The number of the arrival that brought it.</param>
/// <param name="ReceivedAt">UTC.</param>
/// <param name="UpdatedAt">UTC; the last change of any kind.</param>
public sealed record LedgerEntry(
    DocumentId Id,
    DocumentState State,
    string FileName,
    long Bytes,
    string? MediaType,
    int? PageCount,
    string? ProblemCode,
    string? Reason,
    string? ReadBy,
    string? UnderstoodBy,
    int Attempts,
    long Arrival,
    DateTimeOffset ReceivedAt,
    DateTimeOffset UpdatedAt);
