namespace Protokollsok.Web.Cases;

/// <summary>One stretch in which the decision differs from the proposal.</summary>
/// <param name="Proposed">What was proposed; empty where the decision adds.</param>
/// <param name="Decided">What was decided; empty where the decision leaves out.</param>
internal sealed record CaseDifference(string Proposed, string Decided);
