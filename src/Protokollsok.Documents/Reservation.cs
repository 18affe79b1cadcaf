namespace Protokollsok.Documents;

/// <summary>A reservation against a decision.</summary>
/// <param name="Section">The § it belongs to.</param>
/// <param name="By">The names of those who reserve themselves.</param>
public sealed record Reservation(string? Section, IReadOnlyList<string> By, int Page, int Start, int Length)
{
    /// <summary>How sure it is, 0–1; 1 in a record that was kept before there was one.</summary>
    public double Confidence { get; init; } = 1;
}
