using Protokollsok.Documents;

namespace Protokollsok.Intake;

/// <summary>A decision on a receipt.</summary>
internal sealed record ReceiptDecision(string? Section, int Number, DecisionKind Kind, string? DecidedBy, string Text, int Page);
