namespace Protokollsok.Documents;

/// <summary>A vote count.</summary>
/// <param name="Section">The § it belongs to.</param>
/// <param name="Yes">Votes for; ≥ 0.</param>
/// <param name="No">Votes against; ≥ 0.</param>
/// <param name="Abstain">Abstentions, where printed.</param>
public sealed record Vote(string? Section, int Yes, int No, int? Abstain, int Page, int Start, int Length)
{
    /// <summary>How sure it is, 0–1; 1 in a record that was kept before there was one.</summary>
    public double Confidence { get; init; } = 1;
}
