namespace Protokollsok.Repair;

/// <summary>A change of a page's text that may reach over blanks, or that the pieces of its words do not outlast.</summary>
/// <param name="Start">In the text that was looked at.</param>
/// <param name="Length">Likewise.</param>
/// <param name="Now">What is written instead; no line break.</param>
/// <param name="Confidence">0–1.</param>
/// <param name="Reason">What speaks for it.</param>
internal sealed record Edit(int Start, int Length, string Now, double Confidence, string Reason);
