namespace Protokollsok.Intake;

/// <summary>Another document that a receipt speaks of.</summary>
/// <param name="FileName">As it came.</param>
/// <param name="ReceivedAt">When it came, Swedish time.</param>
/// <param name="Url">Where its original can be seen.</param>
/// <param name="Receipt">Its receipt, as a relative link; <see langword="null"/> if it has none here.</param>
internal sealed record ReceiptLink(Documents.DocumentId Id, string FileName, DateTimeOffset ReceivedAt, string Url, string? Receipt);
