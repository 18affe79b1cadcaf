namespace Protokollsok.Repair;

/// <summary>How usual a candidate is.</summary>
/// <param name="LogCount">How often the lexicon's text and the place's have it, one added, logarithm.</param>
/// <param name="Held">Whether the dictionary holds it, the lexicon's words as well: 1 or -1, 0 without a dictionary.</param>
internal sealed record CandidateUse(double LogCount, double Held);
