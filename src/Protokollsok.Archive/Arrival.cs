using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <summary>One file that came: each drop is one, also when its content had come before.</summary>
/// <param name="Seq">Its number, from 1, in the order of coming.</param>
/// <param name="Id">The document that it holds.</param>
/// <param name="FileName">NFC, without its folder.</param>
/// <param name="DroppedPath">Where it was found, exactly as the file system spells it; from the API, the name that was given.</param>
/// <param name="Outcome">What has become of it.</param>
/// <param name="DuplicateOf">The arrival that brought the same content first; <see langword="null"/> unless this is a duplicate.</param>
/// <param name="ReceivedAt">UTC.</param>
/// <param name="FinishedAt">When it came to its outcome, UTC; <see langword="null"/> while it waits.</param>
/// <param name="ReceiptPath">Where its latest receipt was written; <see langword="null"/> if none was, or nobody said where.</param>
/// <param name="Origin">The way by which it came.</param>
/// <param name="BoardHint">The board that its folder is named after, for when its text names none; <see langword="null"/> if the folder names none.</param>
public sealed record Arrival(
    long Seq,
    DocumentId Id,
    string FileName,
    string DroppedPath,
    ArrivalOutcome Outcome,
    long? DuplicateOf,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? FinishedAt,
    string? ReceiptPath,
    ArrivalOrigin Origin = ArrivalOrigin.Inbox,
    string? BoardHint = null);
