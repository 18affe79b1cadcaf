namespace Protokollsok.Documents;

/// <summary>One change of repair, applied or only suggested.</summary>
/// <param name="Start">Of <paramref name="Now"/> when applied, else of <paramref name="Was"/>: 0-based, UTF-16 units of the page's repaired text.</param>
/// <param name="Length">Likewise.</param>
/// <param name="Was">The text as read.</param>
/// <param name="Now">The text as it should be.</param>
/// <param name="Confidence">Posterior, 0–1.</param>
/// <param name="Applied">Whether the text was changed, or the change is only suggested.</param>
/// <param name="Second">The runner-up, if there was one.</param>
/// <param name="Reason">English: what speaks for it.</param>
public sealed record Correction(int Start, int Length, string Was, string Now, double Confidence, bool Applied, string? Second, string Reason);
