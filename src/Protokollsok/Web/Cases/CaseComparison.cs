namespace Protokollsok.Web.Cases;

/// <summary>A proposal and the decision that answers it.</summary>
/// <param name="Proposal">The proposal's id; null where something was decided that nobody is known to have proposed.</param>
/// <param name="Decision">The decision's id; null where none is known to answer the proposal.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Likeness">How alike the two texts are, 0–1; 0 where one is missing.</param>
/// <param name="Differences">In the order of the text; empty unless the outcome is changed.</param>
internal sealed record CaseComparison(string? Proposal, string? Decision, CaseOutcome Outcome, double Likeness, IReadOnlyList<CaseDifference> Differences);
