namespace Protokollsok.Documents;

/// <summary>A case number (diarienummer).</summary>
/// <param name="Value">As printed, blanks folded, without a trailing classification code: <c>ON 2014-225</c>.</param>
/// <param name="Key">
/// The form under which all spellings of one case meet: lower-case unit, four-digit year, serial without leading zeros,
/// joined by <c>-</c>, then <c>-n</c> for <c>:n</c>: <c>on-2014-225</c>.
/// </param>
public sealed record Dnr(string Value, string Key);
