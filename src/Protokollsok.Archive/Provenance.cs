using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <summary>Where an original came from, kept beside it so that a lost ledger can be made again from the archive alone.</summary>
/// <param name="Id">The SHA-256 of the original.</param>
/// <param name="FileName">As first dropped, NFC, without its folder.</param>
/// <param name="Bytes">Size of the original.</param>
/// <param name="ReceivedAt">When it was stored first, UTC.</param>
public sealed record Provenance(DocumentId Id, string FileName, long Bytes, DateTimeOffset ReceivedAt);
