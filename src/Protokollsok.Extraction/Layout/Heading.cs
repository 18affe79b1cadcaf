namespace Protokollsok.Extraction;

/// <summary>A line, or the beginning of one, that says what follows.</summary>
/// <param name="Kind">What it opens.</param>
/// <param name="DecidedBy">Whose decision, base form, where it says so.</param>
/// <param name="ProposedBy">Whose proposal, base form, where it says so.</param>
/// <param name="RestAt">Where text goes on in the same line after the colon, from the line's start; -1 if it does not.</param>
/// <param name="IsLeadIn">Whether it is no title but the beginning of a sentence: <c>Nämnden beslutar</c>.</param>
/// <param name="Item">The number of the item that it says it belongs to: <c>Ärende 4 – Förslag till beslut</c>.</param>
internal sealed record Heading(HeadingKind Kind, string? DecidedBy = null, string? ProposedBy = null, int RestAt = -1, bool IsLeadIn = false, string? Item = null);
