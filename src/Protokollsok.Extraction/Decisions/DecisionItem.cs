namespace Protokollsok.Extraction;

/// <summary>One decision point as a span of the running text.</summary>
internal sealed record DecisionItem(int Start, int End, int Number, DecisionLead Lead);
