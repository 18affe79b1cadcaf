namespace Protokollsok.Intake;

/// <summary>What a person should look at.</summary>
/// <param name="Page">Where, 1-based; <see langword="null"/> when it concerns the whole document.</param>
/// <param name="Reason">Plain Swedish: what is doubtful and what to do.</param>
internal sealed record ReceiptDoubt(int? Page, string Reason);
