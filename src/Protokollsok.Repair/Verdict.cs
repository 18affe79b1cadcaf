namespace Protokollsok.Repair;

/// <summary>What was decided about one piece of a page.</summary>
/// <param name="Place">Where it stands in the text that was looked at.</param>
/// <param name="Was">As it stands there.</param>
/// <param name="Now">As it should be.</param>
/// <param name="Confidence">Posterior, 0–1.</param>
/// <param name="Second">The runner-up.</param>
/// <param name="Reason">What speaks for it.</param>
internal sealed record Verdict(Piece Place, string Was, string Now, double Confidence, string? Second, string Reason)
{
    /// <summary>What the confidence was weighed from.</summary>
    public IReadOnlyList<double> Evidence { get; init; } = [];
}
